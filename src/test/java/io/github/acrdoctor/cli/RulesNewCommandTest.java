package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.KnowledgeUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesNewCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void copyTheRules() throws IOException {
    try (Stream<Path> files = Files.walk(KnowledgeUnderTest.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(KnowledgeUnderTest.FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private Run draft(String text) {
    return Run.with(
        text, "rules", "new", "network/vpn-route-missing", "--from", "-", "--rules", folder + "");
  }

  @Test
  void anUnknownTextBecomesASymptomARuleAPageAndCases() throws IOException {
    Run run = draft("vpnc: frobnication of tunnel 7 was refused by gateway gw.contoso.example");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(4);
    assertThat(Files.readString(folder.resolve("symptoms/vpn-route-missing.yaml")))
        .contains("was refused by gateway");
    assertThat(Files.readString(folder.resolve("network/vpn-route-missing.drl")))
        .contains("Symptom( id == \"vpn-route-missing-said\" )");
  }

  @Test
  void aKnownTextIsBuiltOnTheSymptomsItShows() throws IOException {
    Run run = draft("dial tcp 203.0.113.5:443: i/o timeout");
    assertThat(run.out().lines()).hasSize(3);
    assertThat(Files.readString(folder.resolve("network/vpn-route-missing.drl")))
        .contains("Symptom( id == \"tcp-timeout\" )");
  }

  @Test
  void theDraftIsRedUntilItIsFilledInAndSaysWhatIsMissing() {
    draft("vpnc: frobnication of tunnel 7 was refused by gateway");
    Run lint = Run.of("rules", "lint", "--rules", folder + "");
    assertThat(lint.code()).isEqualTo(3);
    assertThat(lint.out())
        .contains("rules/network/vpn-route-missing.md:2:8")
        .contains("still to be filled in");
  }

  @Test
  void nothingThatIsThereIsOverwritten() {
    draft("some text that nobody knows, refused");
    Run again = draft("some text that nobody knows, refused");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is there already");
  }

  @Test
  void aCauseThatExistsIsNotDraftedAgain() {
    Run run = Run.of("rules", "new", "network/dns-failure", "--rules", folder + "");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("rules/network/dns-failure.md");
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    Run run = Run.of("rules", "new", "../evil/cause", "--rules", folder + "");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is not FAMILY/CAUSE");
  }

  @Test
  void secretsOfTheTextDoNotEndUpInTheDraft() throws IOException {
    draft("frob: login refused password=Hunter2secret for tunnel");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().contains("vpn-route-missing")).toList()) {
        assertThat(Files.readString(file)).doesNotContain("Hunter2secret");
      }
    }
  }
}
