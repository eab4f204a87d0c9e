package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.KnowledgeUnderTest;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A loader that is used again after edits gives what a fresh one would give. */
class EditedRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String FILE = "rules/docker-environment/docker-daemon-not-running.drl";
  private static final List<Fact> STOPPED =
      List.of(
          new DockerDaemon(
              Answer.NO,
              Answer.YES,
              null,
              null,
              "default",
              "unix:///var/run/docker.sock",
              Answer.NO,
              Answer.UNKNOWN));
  private static final String ADDED =
      """

      rule "docker-daemon-not-running: a rule that was added"
      when
          DockerDaemon( context == "default" )
      then
          insertLogical( hint( kcontext ) );
      end
      """;

  private final KnowledgeLoader loader = new KnowledgeLoader(new RuleBaseLoader(null));

  /** The family alone: compiling everything would take a minute and prove no more. */
  private static KnowledgeFiles files(String edited) {
    Map<String, String> texts = new TreeMap<>(KnowledgeUnderTest.FILES.texts());
    texts
        .keySet()
        .removeIf(
            path ->
                path.endsWith(".drl") && !path.contains("docker-") && !path.contains("imports"));
    texts.put(FILE, edited);
    return new KnowledgeFiles(texts);
  }

  private static String original() {
    return KnowledgeUnderTest.FILES.texts().get(FILE);
  }

  private List<String> reasons(String text) {
    List<Problem> problems = new ArrayList<>();
    Knowledge knowledge = loader.load(files(text), problems);
    assertThat(problems).noneMatch(problem -> problem.file().equals(FILE));
    return reasons(knowledge);
  }

  private static List<String> reasons(Knowledge knowledge) {
    return knowledge.rules().judge(STOPPED, NOW).evidence().stream()
        .map(Evidence::toString)
        .sorted()
        .toList();
  }

  private static List<String> fresh(String text) {
    return reasons(
        new KnowledgeLoader(new RuleBaseLoader(null)).load(files(text), new ArrayList<>()));
  }

  @Test
  void afterEachEditTheResultIsThatOfAFreshLoader() {
    String added = original() + ADDED;
    String changed = added.replace("context == \"default\"", "context == \"another\"");
    assertThat(reasons(original())).isNotEmpty().noneMatch(r -> r.contains("that was added"));
    assertThat(reasons(added)).anyMatch(r -> r.contains("that was added")).isEqualTo(fresh(added));
    assertThat(reasons(changed))
        .noneMatch(r -> r.contains("that was added"))
        .isEqualTo(fresh(changed));
    assertThat(reasons(original())).isEqualTo(fresh(original()));
  }

  @Test
  void rulesThatOnlyMovedKeepWorkingAndSayWhereTheyStandNow() {
    reasons(original());
    String moved = original().replaceFirst("\nrule ", "\n\n\n\nrule ");
    Knowledge knowledge = loader.load(files(moved), new ArrayList<>());
    assertThat(reasons(knowledge)).isEqualTo(fresh(moved));
    assertThat(knowledge.rules().rules())
        .filteredOn(rule -> rule.file().equals(FILE))
        .allSatisfy(
            rule ->
                assertThat(moved.lines().toList().get(rule.line() - 1)).contains(rule.reason()));
  }

  @Test
  void aBrokenEditIsReportedEachTimeAndTheNextGoodOneWorks() {
    reasons(original());
    String broken = original() + ADDED.replace("DockerDaemon(", "DockerDemon(");
    for (int i = 0; i < 2; i++) {
      List<Problem> problems = new ArrayList<>();
      loader.load(files(broken), problems);
      assertThat(problems)
          .anyMatch(p -> p.file().equals(FILE) && p.toString().contains("DockerDemon"));
    }
    assertThat(reasons(original() + ADDED)).anyMatch(r -> r.contains("that was added"));
  }
}
