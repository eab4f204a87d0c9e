package io.github.acrdoctor.cli;

import static io.github.acrdoctor.cli.Run.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCommandTest {
  private static final List<String> TEXTS =
      List.of(
          DENIED,
          "unauthorized: authentication required",
          "AADSTS7000222: The provided client secret keys are expired.",
          "good morning");

  @TempDir Path folder;

  private static String line(int number) {
    return "{\"id\":\""
        + number
        + "\",\"texts\":[{\"source\":\"terminal\",\"text\":\""
        + TEXTS.get(number % TEXTS.size())
        + "\"}]}";
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(BatchCommandTest::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> ids(Run run) {
    return run.reports().stream().map(report -> report.get("caseId").asText()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "8", "2147483647"})
  void reportsComeInTheOrderOfTheCasesWhateverTheNumberOfJobs(String jobs) {
    Run run = Run.with(lines(300), "batch", "-", "--jobs", jobs);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(ids(run)).isEqualTo(IntStream.range(0, 300).mapToObj(Integer::toString).toList());
    assertThat(run.out()).isEqualTo(Run.with(lines(300), "batch", "-").out());
  }

  @Test
  void aFileAndStandardInputGiveTheSameBytes() {
    String file = Run.file(folder, "cases.ndjson", lines(5));
    assertThat(Run.of("batch", file)).isEqualTo(Run.with(lines(5), "batch", "-"));
  }

  @Test
  void eachLineHasTheBytesOfASingleRun() {
    Run batch = Run.with(lines(TEXTS.size()), "batch", "-", "--format", "json");
    String singles =
        IntStream.range(0, TEXTS.size())
            .mapToObj(
                i ->
                    Run.of(
                            "diagnose",
                            "--format",
                            "json",
                            "--case",
                            Run.file(folder, i + ".json", line(i)))
                        .out())
            .collect(Collectors.joining());
    assertThat(batch.out()).isEqualTo(singles);
  }

  @Test
  void aFolderIsReadInTheOrderOfNamesAndGivesTheBytesOfSingleRuns() {
    String text = Run.file(folder, "b.log", DENIED);
    String yaml = Run.file(folder, "c.yaml", "id: c\ntexts: [\"" + DENIED + "\"]\n");
    String json = Run.file(folder, "a.json", line(1));
    Run.file(folder, "notes.md", "not a case");
    Run run = Run.of("batch", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            Run.of("diagnose", "--format", "json", "--case", json).out()
                + Run.of("diagnose", "--format", "json", "-f", text).out()
                + Run.of("diagnose", "--format", "json", "--case", yaml).out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"texts\": [",
        "{\"txets\": []}",
        "[]",
        "{\"facts\": {\"registry\": {\"exists\": \"maybe\"}}}",
        "{} {}",
        "\u0000"
      })
  void aBadLineGetsAnErrorInItsPlaceAndTheOthersTheirReports(String bad) {
    Run run = Run.with(line(1) + "\n" + bad + "\n" + line(2) + "\n", "batch", "-", "--jobs", "2");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("1 of the cases could not be read")
        .doesNotContain("\tat ", "Exception");
    List<JsonNode> reports = run.reports();
    assertThat(reports).hasSize(3);
    assertThat(reports.get(0).get("caseId").asText()).isEqualTo("1");
    assertThat(reports.get(2).get("caseId").asText()).isEqualTo("2");
    assertThat(reports.get(1).get("schemaVersion").asText()).isEqualTo("1");
    assertThat(reports.get(1).get("identified").asBoolean()).isFalse();
    assertThat(reports.get(1).get("error").asText())
        .startsWith("standard input:2")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n \n\t\r\n"})
  void noCasesGiveNoReportsAndIdentifyNothing(String input) {
    assertThat(Run.with(input, "batch", "-")).isEqualTo(new Run(ExitCode.NOTHING, "", ""));
    assertThat(Run.of("batch", Run.file(folder, "empty.ndjson", input)))
        .isEqualTo(new Run(ExitCode.NOTHING, "", ""));
  }

  @Test
  void blankLinesAreLeftOutButCounted() {
    Run run = Run.with("\n" + line(1) + "\r\n  \n\nbad\n" + line(2), "batch", "-");
    assertThat(run.reports()).hasSize(3);
    assertThat(run.reports().get(1).get("error").asText()).startsWith("standard input:5");
  }

  @Test
  void theExitCodeSaysWhetherAnythingWasDiagnosed() {
    assertThat(Run.with(line(3), "batch", "-").code()).isEqualTo(ExitCode.NOTHING);
    assertThat(Run.with(line(3) + "\n" + line(0), "batch", "-").code())
        .isEqualTo(ExitCode.DIAGNOSED);
  }

  @Test
  void topLimitsTheCausesOfEachReport() {
    Run run = Run.with(lines(2), "batch", "-", "--top", "1");
    assertThat(run.reports()).allMatch(report -> report.get("diagnoses").size() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void linesThatWindowsWroteWithAMarkAreRead(String charset) {
    byte[] bytes = ("\ufeff" + lines(3).replace("\n", "\r\n")).getBytes(Charset.forName(charset));
    assertThat(Run.with(bytes, "batch", "-")).isEqualTo(Run.with(lines(3), "batch", "-"));
  }

  @Test
  void aMissingFileIsRefused() {
    Run.of("batch", "no/such.ndjson").isRefused("no/such.ndjson: there is no such file or folder");
  }

  @Test
  void aFolderWithoutCasesIsRefused() {
    Run.of("batch", folder.toString())
        .isRefused(folder + ": holds no cases", ".yaml, .json, .txt or .log");
  }

  @Test
  void aFileOfAFolderThatCannotBeReadSaysWhyInItsPlace() throws IOException {
    Run.file(folder, "a.log", DENIED);
    Run.file(folder, "b.log", new byte[] {0, 1, 2, 3});
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("c.yaml").toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }
    Run run = Run.of("batch", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.reports().get(0).get("identified").asBoolean()).isTrue();
    assertThat(run.reports().get(1).get("error").asText())
        .contains("b.log: not a text but binary data");
    assertThat(run.reports().get(2).get("error").asText())
        .contains("c.yaml: larger than 64 MiB", "tail");
  }

  @Test
  void binaryDataIsAllErrorsAndNoFault() {
    byte[] noise = new byte[3000];
    new java.util.Random(1).nextBytes(noise);
    Run run = Run.with(noise, "batch", "-");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.reports()).isNotEmpty().allMatch(report -> report.has("error"));
  }

  @Test
  void charactersOutsideOfLatinSurvive() {
    String id = "зачем-日本-🐳";
    Run run =
        Run.with(
            ("{\"id\":\"" + id + "\",\"texts\":[\"" + DENIED + "\"]}")
                .getBytes(StandardCharsets.UTF_8),
            "batch",
            "-");
    assertThat(ids(run)).containsExactly(id);
  }
}
