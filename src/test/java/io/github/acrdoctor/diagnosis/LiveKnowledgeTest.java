package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.KnowledgeUnderTest;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKnowledgeTest {
  private static final String RULE = "network/client-ip-not-allowed.drl";
  private static final String TEXT = "denied: client with IP '203.0.113.16' is not allowed access.";

  @TempDir Path folder;
  private LiveKnowledge live;

  /** A few files are enough: what is tested is the exchange, not the rules. */
  @BeforeEach
  void aFolderWithFewRules() throws IOException {
    for (var file : KnowledgeUnderTest.FILES.texts().entrySet()) {
      String name = file.getKey().substring("rules/".length());
      if (!name.endsWith(".drl") || name.equals(RULE) || name.equals("imports.drl")) {
        if (name.endsWith(".md") && !name.startsWith("network/client-ip")) {
          continue;
        }
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), file.getValue());
      }
    }
    live =
        LiveKnowledge.open(
            folder, new KnowledgeLoader(new RuleBaseLoader(null)), new ArrayList<>());
    assertThat(live).isNotNull();
  }

  private String rule() throws IOException {
    return Files.readString(folder.resolve(RULE));
  }

  private static List<String> reasons(Knowledge knowledge) {
    return new Diagnoser(knowledge, Clock.systemUTC())
        .diagnose(Case.ofText("terminal", TEXT)).diagnoses().stream()
            .flatMap(d -> d.reasons().stream())
            .map(Reason::text)
            .toList();
  }

  @Test
  void aSoundEditIsInForceAndABrokenOneLeavesTheLastGoodInForce() throws IOException {
    String good = rule();
    String edited = good.replaceFirst("rule \"client-ip-not-allowed: ", "$0Edited. ");
    Files.writeString(folder.resolve(RULE), edited);
    LiveKnowledge.Reload first = live.reload();
    assertThat(first.changed()).isTrue();
    assertThat(first.state().problems()).isEmpty();
    assertThat(first.state().knowledge().rules().rules())
        .anyMatch(r -> r.reason().startsWith("Edited. "));

    Files.writeString(folder.resolve(RULE), edited.replace("when", "whenn"));
    LiveKnowledge.Reload second = live.reload();
    assertThat(second.changed()).isFalse();
    assertThat(second.state().problems()).isNotEmpty().allMatch(p -> p.file().contains(RULE));
    assertThat(second.state().knowledge()).isSameAs(first.state().knowledge());

    Files.writeString(folder.resolve(RULE), edited);
    assertThat(live.reload().state().problems()).isEmpty();
  }

  @Test
  void theWatchNoticesAnEditAndAFileInANewFolder() throws Exception {
    try (FolderWatch watch = new FolderWatch(folder)) {
      Files.writeString(folder.resolve(RULE), rule() + "\n");
      assertThat(noticed(watch)).isTrue();
      Files.createDirectories(folder.resolve("another"));
      assertThat(noticed(watch)).isTrue();
      Files.writeString(folder.resolve("another/notes.md"), "x");
      assertThat(noticed(watch)).isTrue();
    }
  }

  private static boolean noticed(FolderWatch watch) throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return watch.await();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            })
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void whileEditsGoOnEveryAnswerComesFromOneWholeKnowledgeBase() throws Exception {
    String good = rule();
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<List<String>> mixed =
        CompletableFuture.supplyAsync(
            () -> {
              List<String> wrong = new ArrayList<>();
              while (!stop.get()) {
                List<String> reasons = reasons(live.state().knowledge());
                long marked = reasons.stream().filter(r -> r.startsWith("Edit")).count();
                if (reasons.isEmpty() || marked != 0 && marked != reasons.size()) {
                  wrong.add(reasons.toString());
                }
              }
              return wrong;
            });
    for (int i = 0; i < 8; i++) {
      String mark = "$0Edit " + i + " ";
      Files.writeString(
          folder.resolve(RULE), good.replaceAll("rule \"client-ip-not-allowed: ", mark));
      assertThat(live.reload().changed()).isTrue();
    }
    stop.set(true);
    assertThat(mixed.get(60, TimeUnit.SECONDS)).isEmpty();
  }
}
