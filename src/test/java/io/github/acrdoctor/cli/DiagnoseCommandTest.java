package io.github.acrdoctor.cli;

import static io.github.acrdoctor.cli.Run.CAUSE;
import static io.github.acrdoctor.cli.Run.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnoseCommandTest {
  @TempDir Path folder;

  private static Run diagnose(String... args) {
    String[] all =
        Stream.concat(Stream.of("diagnose", "--format", "json"), Stream.of(args))
            .toArray(String[]::new);
    return Run.of(all);
  }

  @Test
  void aQuotedTextIsDiagnosed() {
    diagnose(DENIED).hasDiagnosed(CAUSE);
  }

  @Test
  void wordsThatNobodyQuotedAreOneText() {
    Run words = diagnose(DENIED.split(" "));
    words.hasDiagnosed(CAUSE);
    assertThat(words.out()).isEqualTo(diagnose(DENIED).out());
  }

  @Test
  void wordsBehindTwoDashesAreNeverOptions() {
    diagnose("--", "--top", DENIED, "@nosuchfile").hasDiagnosed(CAUSE);
  }

  @Test
  void aWordThatNamesAFileWithAnAtSignIsNotReadAsOptions() {
    String secret = Run.file(folder, "options", "--no-such-option");
    diagnose(DENIED, "@" + secret).hasDiagnosed(CAUSE);
  }

  @Test
  void aFileIsDiagnosedAndNamedAsTheSource() {
    String log = Run.file(folder, "docker.log", "first line\n" + DENIED + "\n");
    Run run = diagnose("-f", log);
    run.hasDiagnosed(CAUSE);
    assertThat(run.json().at("/symptoms/0/source").asText()).isEqualTo(log);
    assertThat(run.json().at("/symptoms/0/line").asInt()).isEqualTo(2);
  }

  @Test
  void severalFilesAreOneCase() {
    String one = Run.file(folder, "one.log", "hello\n");
    String two = Run.file(folder, "two.log", DENIED);
    Run run = diagnose("-f", one, "--file", two);
    run.hasDiagnosed(CAUSE);
    assertThat(run.json().at("/symptoms/0/source").asText()).isEqualTo(two);
  }

  @ParameterizedTest
  @CsvSource({"-f", "''"})
  void standardInputIsReadWhenItIsNamedAndWhenNothingElseIs(String option) {
    Run run =
        option.isEmpty()
            ? Run.with(DENIED, "diagnose", "--format", "json")
            : Run.with(DENIED, "diagnose", "--format", "json", option, "-");
    run.hasDiagnosed(CAUSE);
    assertThat(run.json().at("/symptoms/0/source").asText()).isEqualTo("standard input");
  }

  @Test
  void standardInputIsLeftAloneWhenThereIsATextAlready() {
    Run run = Run.with(DENIED, "diagnose", "hello", "world");
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING);
  }

  @Test
  void aCaseFileInYamlAndTheSameInJsonGiveTheSameReport() {
    String yaml =
        Run.file(
            folder,
            "case.yaml",
            "id: \"7\"\ntexts:\n  - source: terminal\n    text: \""
                + DENIED
                + "\"\nfacts:\n  registry: {name: contoso, publicNetworkAccess: Enabled, networkDefaultAction: Deny}\n");
    String json =
        Run.file(
            folder,
            "case.json",
            "{\"id\":\"7\",\"texts\":[{\"source\":\"terminal\",\"text\":\""
                + DENIED
                + "\"}],\"facts\":{\"registry\":{\"name\":\"contoso\",\"publicNetworkAccess\":\"Enabled\",\"networkDefaultAction\":\"Deny\"}}}");
    Run run = diagnose("--case", yaml);
    run.hasDiagnosed(CAUSE);
    assertThat(run.json().at("/caseId").asText()).isEqualTo("7");
    assertThat(run.json().at("/diagnoses/0/evidence/0/strength").asText()).isEqualTo("certain");
    assertThat(diagnose("--case", json).out()).isEqualTo(run.out());
  }

  @Test
  void severalCaseFilesAreMergedAndTheFirstOneNamesTheCase() {
    String text = Run.file(folder, "text.yaml", "id: first\ntexts: [\"" + DENIED + "\"]\n");
    String facts =
        Run.file(
            folder,
            "facts.yaml",
            "id: second\nfacts:\n  registry: {publicNetworkAccess: Disabled}\n");
    Run run = diagnose("--case", text, "--case", facts);
    run.hasDiagnosed("public-network-access-disabled");
    assertThat(run.json().at("/caseId").asText()).isEqualTo("first");
    diagnose("--case", text).hasDiagnosed(CAUSE);
  }

  @Test
  void aTextAFileAndFactsTogetherAreOneCase() {
    String facts =
        Run.file(folder, "facts.yaml", "facts:\n  registry: {publicNetworkAccess: Disabled}\n");
    String log = Run.file(folder, "some.log", DENIED);
    diagnose("hello", "-f", log, "--case", facts).hasDiagnosed("public-network-access-disabled");
  }

  @Test
  void factsAloneAreEnough() {
    String facts = Run.file(folder, "facts.yaml", "facts:\n  dockerClient: {installed: no}\n");
    diagnose("--case", facts).hasDiagnosed("docker-not-installed");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "1000, -1"})
  void topLimitsTheCausesShownAndNothingElse(int top, int shown) {
    Run all = diagnose(DENIED, "--top", "1000");
    Run run = diagnose(DENIED, "--top", Integer.toString(top));
    run.hasDiagnosed(CAUSE);
    int expected = shown < 0 ? all.json().get("diagnoses").size() : shown;
    assertThat(run.json().get("diagnoses")).hasSize(expected);
    assertThat(run.json().get("undetermined")).isEqualTo(all.json().get("undetermined"));
  }

  @ParameterizedTest
  @MethodSource
  void eachFormatNamesTheCauseAndTheFix(String format, String begins, String fix) {
    Run run = Run.of("diagnose", "--format", format, DENIED);
    assertThat(run.code()).isEqualTo(ExitCode.DIAGNOSED);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith(begins).endsWith("\n").contains(CAUSE, fix);
  }

  static Stream<Arguments> eachFormatNamesTheCauseAndTheFix() {
    String fix = "az acr network-rule add --name <registry-name> --ip-address 203.0.113.16";
    return Stream.of(
        Arguments.of("text", "The registry's firewall", fix),
        Arguments.of("TEXT", "The registry's firewall", fix),
        Arguments.of("json", "{\"schemaVersion\":\"1\"", fix),
        Arguments.of("markdown", "# Registry access", fix),
        Arguments.of("html", "<!doctype html>", fix.replace("<", "&lt;").replace(">", "&gt;")));
  }

  @Test
  void textIsTheFormatWhenNoneIsNamedAndHasNoColourOutsideOfATerminal() {
    Run run = Run.of("diagnose", DENIED);
    assertThat(run.out()).isEqualTo(Run.of("diagnose", "--format", "text", DENIED).out());
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @MethodSource
  void textsAreReadAsAPersonWouldReadThem(String what, byte[] content) {
    Run run = diagnose("-f", Run.file(folder, "some.txt", content));
    run.hasDiagnosed(CAUSE);
    assertThat(run.json().at("/symptoms/0/captures/ip").asText())
        .as(what)
        .isEqualTo("203.0.113.16");
  }

  static Stream<Arguments> textsAreReadAsAPersonWouldReadThem() {
    String text = "Fehler für müller:\r\n" + DENIED + "\r\n";
    Map<String, byte[]> table =
        Map.of(
            "UTF-8", text.getBytes(StandardCharsets.UTF_8),
            "UTF-8 with mark", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
            "UTF-16, little end first, with mark",
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
            "UTF-16, big end first, with mark",
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
            "UTF-16, little end first, without mark", text.getBytes(StandardCharsets.UTF_16LE),
            "UTF-16, big end first, without mark", text.getBytes(StandardCharsets.UTF_16BE),
            "Windows-1252", text.getBytes(Charset.forName("windows-1252")),
            "ANSI colours",
                "\u001b[31mdenied:\u001b[0m client with IP \u001b[1m'203.0.113.16'\u001b[0m is not allowed access.\n"
                    .getBytes(StandardCharsets.UTF_8),
            "one line of 10 MB",
                ("x".repeat(10_000_000) + " " + DENIED + " " + "y".repeat(1000))
                    .getBytes(StandardCharsets.UTF_8),
            "carriage returns in the middle of a message",
                DENIED.replace("is not", "\r\nis not").getBytes(StandardCharsets.UTF_8));
    return table.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @CsvSource({
    "text, Nothing was identified.",
    "json, '\"identified\":false'",
    "markdown, nothing was identified",
    "html, Nothing was identified"
  })
  void nothingRecognisedIsSaidPlainlyWithWhatHelps(String format, String words) {
    Run run = Run.of("diagnose", "--format", format, "good", "morning");
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(words);
    if (!format.equals("json")) {
      assertThat(run.out()).contains("acr-doctor check");
    }
  }
}
