package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.acrdoctor.diagnosis.lint.LintRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesLintCommandTest {
  private static final Path SOUND = Path.of("src/test/resources/lint/rules");
  private static final String HOME = System.getProperty("user.home");

  @TempDir static Path home;
  @TempDir Path folder;
  private Path rules;

  @BeforeAll
  static void keepCompiledRulesOutOfTheRealHome() {
    System.setProperty("user.home", home.toString());
  }

  @AfterAll
  static void giveTheRealHomeBack() {
    System.setProperty("user.home", HOME);
  }

  @BeforeEach
  void copyTheSmallKnowledgeBase() throws IOException {
    rules = folder.resolve("team rules");
    try (Stream<Path> paths = Files.walk(SOUND)) {
      for (Path path : paths.toList()) {
        Files.copy(path, rules.resolve(SOUND.relativize(path).toString()));
      }
    }
  }

  private void damage(String file, String right, String wrong) {
    Path path = rules.resolve(file);
    try {
      String text = Files.readString(path);
      assertThat(text).contains(right);
      Files.writeString(path, text.replace(right, wrong));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An error in a rule, and a warning in a page. */
  private void damage() {
    damage("network/port-blocked.drl", "port == 443", "prt == 443");
    damage("network/name-blocked.md", "1. Allow", "1. Simply allow");
  }

  private Run lint(String... more) {
    return Run.of(
        Stream.concat(Stream.of("rules", "lint", "--rules", rules.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aSoundKnowledgeBaseHasNoProblems() {
    assertThat(lint()).isEqualTo(new Run(0, "", "no problems\n"));
  }

  @Test
  void problemsComeSortedWithPlaceRemedyAndKind() {
    damage();
    assertThat(lint())
        .isEqualTo(
            new Run(
                ExitCode.KNOWLEDGE,
                "rules/network/name-blocked.md:20:4: avoid 'Simply' / leave it out [warning wording]\n"
                    + "rules/network/port-blocked.drl:13:22: TcpProbe has no field prt / did you mean port? [unknown-field]\n",
                "2 problems (1 error, 1 warning)\n"));
  }

  @Test
  void warningsAloneAreNoFailure() {
    damage("network/name-blocked.md", "1. Allow", "1. Simply allow");
    assertThat(lint().code()).isEqualTo(ExitCode.DIAGNOSED);
    assertThat(lint().out()).contains("wording");
  }

  @Test
  void aCauseOrFamilyShowsOnlyItsFiles() {
    damage();
    assertThat(lint("name-blocked").out()).contains("wording").doesNotContain("unknown-field");
    assertThat(lint("name-blocked").code()).isEqualTo(ExitCode.DIAGNOSED);
    assertThat(lint("network").out()).contains("wording", "unknown-field");
  }

  @Test
  void anUnknownCauseIsRefusedWithTheNearestOne() {
    Run run = lint("nam-blocked");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("nam-blocked", "did you mean name-blocked?");
  }

  @Test
  void jsonHoldsWhatTextSays() {
    damage();
    JsonNode json = lint("--format", "json").json();
    assertThat(json.get("schemaVersion").asText()).isEqualTo("1");
    assertThat(json.get("errors").asInt()).isEqualTo(1);
    assertThat(json.get("warnings").asInt()).isEqualTo(1);
    assertThat(json.get("problems").get(1))
        .isEqualTo(
            Run.json(
                """
                {"id": "unknown-field", "severity": "error",
                 "file": "rules/network/port-blocked.drl", "line": 13, "column": 22,
                 "message": "TcpProbe has no field prt", "advice": "did you mean port?",
                 "page": "docs/lint.md#unknown-field"}"""));
  }

  @Test
  void sarifHasTheStructureOfTheStandard() throws IOException {
    damage();
    Files.delete(rules.resolve("probes.yaml"));
    JsonNode sarif = lint("--format", "sarif").json();
    try (InputStream in = getClass().getResourceAsStream("/lint/sarif.schema.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
      assertThat(schema.validate(sarif)).isEmpty();
    }
    assertThat(sarif.at("/runs/0/results")).hasSize(3);
    assertThat(sarif.at("/runs/0/tool/driver/rules")).hasSize(LintRule.all().size());
  }

  @Test
  void aResultOfSarifPointsAtItsRuleAndAtTheRealFile() {
    damage();
    JsonNode run = lint("--format", "sarif").json().at("/runs/0");
    for (JsonNode result : run.get("results")) {
      assertThat(run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
    JsonNode place = run.at("/results/1/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText())
        .endsWith("team%20rules/network/port-blocked.drl");
    assertThat(place.get("region")).isEqualTo(Run.json("{\"startLine\": 13, \"startColumn\": 22}"));
  }

  @Test
  void sarifOfASoundKnowledgeBaseHasNoResults() {
    assertThat(lint("--format", "sarif").json().at("/runs/0/results").isEmpty()).isTrue();
  }

  @Test
  void whatTheRulesHoldCannotSteerTheTerminal() {
    damage("symptoms/tool.yaml", "host: contoso.azurecr.io}", "host: \"\\e[2Jx\"}");
    for (String format : new String[] {"text", "json", "sarif"}) {
      assertThat(lint("--format", format).out()).contains("wrong-capture").doesNotContain("\u001b");
    }
  }

  @Test
  void severalWarningsOfOneLineCanBeAllowedAboveIt() {
    damage(
        "network/port-blocked.drl",
        "rule \"port-blocked: The port was open when it was tried\"",
        "// lint: allow unproven-rule because nobody has seen it yet\n"
            + "// lint: allow title-form because the operator reads it aloud\n"
            + "rule \"port-blocked: The port was open when it was tried.\"");
    damage("network/port-blocked.drl", "result == \"connected\"", "result == \"refused\"");
    assertThat(lint()).isEqualTo(new Run(0, "", "no problems\n"));
  }

  @Test
  void aPageMayAllowAWarningInAComment() {
    damage(
        "network/name-blocked.md",
        "Something on the way",
        "<!-- lint: allow wording because the operator says so -->\nSimply something on the way");
    assertThat(lint()).isEqualTo(new Run(0, "", "no problems\n"));
  }

  @Test
  void anErrorCannotBeAllowed() {
    damage(
        "network/port-blocked.drl",
        "package causes",
        "package causes // lint: allow unknown-field because I say so");
    damage("network/port-blocked.drl", "port == 443", "prt == 443");
    assertThat(lint().code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(lint().out()).contains("[unknown-field]", "is an error and cannot be allowed");
  }
}
