package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluateCommandTest {
  private static final String RIGHT = labelled("right", Run.DENIED, Run.CAUSE, "network", false);
  private static final String WRONG =
      labelled(
          "wrong",
          "AADSTS7000222: The provided client secret keys are expired.",
          "throttled",
          "adjacent",
          false);
  private static final String VAGUE =
      labelled(
          "vague",
          "unauthorized: authentication required",
          "not-logged-in",
          "credentials-invalid",
          true);

  @TempDir Path folder;

  private static String labelled(
      String id, String text, String cause, String family, boolean ambiguous) {
    return "{\"id\":\""
        + id
        + "\",\"text\":\""
        + text
        + "\",\"cause\":\""
        + cause
        + "\",\"family\":\""
        + family
        + "\",\"accept\":[],\"ambiguous_from_text\":"
        + ambiguous
        + "}\n";
  }

  private String file(String content) {
    return Run.file(folder, "labelled.jsonl", content);
  }

  @Test
  void theTextNamesAccuracyCalibrationAndMisses() {
    Run run = Run.of("evaluate", file(RIGHT + "\n" + WRONG + VAGUE));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("3 labelled cases: 2 decisive, 1 ambiguous from the text")
        .contains(
            "acr-doctor",
            "BM25",
            "expected calibration error",
            "Misses: 1",
            "wrong: is throttled; said service-principal-secret-expired");
    assertThat(run.out()).containsPattern("decisive, first answer right +50\\.0 %");
  }

  @Test
  void theJsonHasTheSameFigures() {
    JsonNode report = Run.of("evaluate", file(RIGHT + WRONG + VAGUE), "--format", "json").json();
    assertThat(report.get("cases").asInt()).isEqualTo(3);
    assertThat(report.get("decisive").asInt()).isEqualTo(2);
    assertThat(report.get("ambiguous").asInt()).isEqualTo(1);
    assertThat(report.at("/shipped/decisiveTop1").asDouble()).isEqualTo(0.5);
    assertThat(report.at("/shipped/expectedCalibrationError").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.has("crossValidated") && report.has("baseline") && report.has("reliability"))
        .isTrue();
    assertThat(report.get("misses")).hasSize(1);
    assertThat(report.at("/misses/0/id").asText()).isEqualTo("wrong");
  }

  @Test
  void causesThatTheKnowledgeBaseDoesNotHaveAreNamed() {
    Run run =
        Run.of("evaluate", file(labelled("new", Run.DENIED, "made-up-cause", "network", false)));
    assertThat(run.out()).contains("made-up-cause");
  }

  @Test
  void anIdCannotSteerTheTerminal() {
    Run run = Run.of("evaluate", file(WRONG.replace("\"wrong\"", "\"\\u001b[2J\\u202e\"")));
    assertThat(run.out()).contains("[2J").doesNotContain("\u001b", "\u202e");
  }

  @ParameterizedTest
  @MethodSource
  void aBadLineIsRefusedWithItsNumber(String line, String[] message) {
    Run run = Run.of("evaluate", file(RIGHT + "\n" + line + "\n" + VAGUE));
    run.isRefused("labelled.jsonl:3");
    run.isRefused(message);
  }

  static Stream<Arguments> aBadLineIsRefusedWithItsNumber() {
    return Stream.of(
        Arguments.of("{\"text\":\"x\"", new String[] {"not valid JSON"}),
        Arguments.of("[1]", new String[] {"a labelled case is a JSON object"}),
        Arguments.of(
            "{\"cause\":\"x\",\"family\":\"y\"}",
            new String[] {"text is missing", "ambiguous_from_text"}),
        Arguments.of("{\"text\":\"x\",\"family\":\"y\"}", new String[] {"cause is missing"}),
        Arguments.of("{\"text\":\"x\",\"cause\":\"y\"}", new String[] {"family is missing"}));
  }

  @Test
  void aFileWithoutCasesIsRefused() {
    Run.of("evaluate", file("\n \n"))
        .isRefused("holds no labelled cases", "one JSON object a line");
    Run.of("evaluate", "no/such.jsonl").isRefused("no/such.jsonl: there is no such file");
    Run.of("evaluate", folder.toString()).isRefused("is a folder");
  }
}
