package io.github.acrdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRenderingTest {
  private static final Report FIREWALL =
      ReportSamples.of(
          ReportSamples.firewall(1, 0.93),
          ReportSamples.firewall(2, 0.2),
          ReportSamples.firewall(3, 0.01));

  @Test
  void jsonHasTheKeysOfTheContractInTheirOrder() throws Exception {
    JsonNode json = new ObjectMapper().readTree(JsonReport.write(FIREWALL));
    assertThat(names(json))
        .startsWith(
            "schemaVersion",
            "caseId",
            "knowledge",
            "identified",
            "symptoms",
            "diagnoses",
            "undetermined",
            "nextQuestions",
            "notCollected");
    assertThat(json.get("schemaVersion").isTextual()).isTrue();
    assertThat(names(json.get("knowledge"))).startsWith("hash", "causes", "rules", "symptoms");
    assertThat(names(json.at("/symptoms/0")))
        .startsWith("id", "title", "source", "line", "start", "end", "captures");
    assertThat(names(json.at("/diagnoses/0")))
        .startsWith("rank", "cause", "family", "title", "probability", "evidence", "solution");
    assertThat(names(json.at("/diagnoses/0/evidence/0")))
        .startsWith("strength", "reason", "rule", "facts");
    assertThat(names(json.at("/diagnoses/0/solution")))
        .startsWith("summary", "steps", "verify", "links");
    assertThat(names(json.at("/diagnoses/0/solution/steps/0"))).startsWith("text", "command");
    assertThat(names(json.at("/nextQuestions/0"))).startsWith("id", "text", "how", "gain");
    assertThat(names(json.at("/notCollected/0"))).startsWith("fact", "reason");
    assertThat(json.at("/diagnoses/0/solution/verify").isArray()).isTrue();
    assertThat(json.at("/diagnoses/0/solution/links/0").asText())
        .isEqualTo("https://aka.ms/acr/firewall");
    assertThat(json.get("undetermined").asDouble()).isEqualTo(0.0512);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aReportWithoutAVerificationHasAnEmptyList() throws Exception {
    Report blank = ReportSamples.everywhere("");
    assertThat(
            new ObjectMapper().readTree(JsonReport.write(blank)).at("/diagnoses/0/solution/verify"))
        .isEmpty();
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    assertThat(JsonReport.write(FIREWALL)).isEqualTo(JsonReport.write(FIREWALL));
    assertThat(TextReport.write(FIREWALL, 80, true))
        .isEqualTo(TextReport.write(FIREWALL, 80, true));
    assertThat(MarkdownReport.write(FIREWALL)).isEqualTo(MarkdownReport.write(FIREWALL));
    assertThat(HtmlReport.write(FIREWALL)).isEqualTo(HtmlReport.write(FIREWALL));
  }

  @Test
  void theNextCommandStandsOnTheFirstScreen() {
    List<String> lines = TextReport.write(FIREWALL, 80, false).lines().limit(15).toList();
    assertThat(lines.get(0)).contains("firewall does not allow");
    assertThat(lines).anyMatch(line -> line.contains("93 %"));
    assertThat(lines).anyMatch(line -> line.contains("Next:"));
    assertThat(lines).anyMatch(line -> line.contains("az acr network-rule add --name contoso"));
  }

  @Test
  void theTextSaysWhatAFixRisksAndHowToTakeItBack() {
    assertThat(TextReport.write(FIREWALL, 80, false))
        .contains("can reach the registry from then on")
        .contains("network-rule remove");
  }

  @Test
  void theTextNamesFurtherCausesAndPointsToTheirExplanation() {
    assertThat(TextReport.write(FIREWALL, 80, false))
        .contains("cause-2")
        .contains("acr-doctor explain")
        .doesNotContain("cause-3");
  }

  @Test
  void aCloseRaceIsCalledOne() {
    Report race =
        with(
            ReportSamples.of(ReportSamples.firewall(1, 0.4), ReportSamples.firewall(2, 0.35)),
            new Ambiguous(
                List.of("client-ip-not-allowed", "cause-2"),
                "The registry refused the client's address",
                new Report.NextQuestion("q", "Is public access on?", "", 0.4, List.of())));
    assertThat(TextReport.write(race, 80, false).lines().findFirst())
        .hasValue("What is known cannot tell client-ip-not-allowed, cause-2 apart: 'The registry");
    for (String out :
        List.of(
            TextReport.write(race, 80, false),
            MarkdownReport.write(race),
            HtmlReport.write(race),
            JsonReport.write(race))) {
      assertThat(out).contains("cause-2").contains("Is public access on?");
    }
  }

  @Test
  void everyFormatShowsHowFarTheClientGets() {
    for (String out :
        List.of(
            TextReport.write(FIREWALL, 80, false),
            MarkdownReport.write(FIREWALL),
            HtmlReport.write(FIREWALL))) {
      assertThat(out).contains("How far it gets").contains("repository token").contains("FAILS");
    }
    assertThat(JsonReport.write(FIREWALL))
        .contains("\"lastGood\":\"challenge\"")
        .contains("\"firstBad\":\"token\"");
  }

  private static Report with(Report report, Ambiguous ambiguity) {
    return new Report(
        report.caseId(),
        report.knowledge(),
        report.identified(),
        report.symptoms(),
        report.diagnoses(),
        report.undetermined(),
        report.questions(),
        report.notCollected(),
        report.texts(),
        report.hops(),
        report.doubts(),
        ambiguity,
        report.nearest(),
        report.verified());
  }

  @Test
  void nothingIdentifiedIsSaidPlainlyWithWhatToCollect() {
    String text = TextReport.write(ReportSamples.of(), 80, false);
    assertThat(text.lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).containsIgnoringCase("nothing"));
    assertThat(text)
        .contains("acr-doctor check <registry-name> -f FILE")
        .contains("docker version")
        .contains("The registry refused the client's address");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void linesFitTheTerminalUnlessTheyAreCommands(int columns) {
    String longLine = "denied: " + "x".repeat(300);
    Report report = withLine(longLine);
    TextReport.write(report, columns, false)
        .lines()
        .filter(line -> !line.contains("az ") && !line.contains("docker "))
        .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(columns));
  }

  @Test
  void caretsStandBelowTheMatchedWords() {
    List<String> lines = TextReport.write(FIREWALL, 80, false).lines().toList();
    int at =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains("client with IP"))
            .findFirst()
            .orElseThrow();
    String carets = lines.get(at + 1);
    assertThat(carets.indexOf('^')).isEqualTo(lines.get(at).indexOf("client with IP"));
    assertThat(carets.strip()).matches("\\^+");
  }

  private static Report withLine(String text) {
    Report report = ReportSamples.of(ReportSamples.firewall(1, 0.93));
    Report.SourceText source =
        new Report.SourceText(
            "terminal",
            List.of(
                new Report.MarkedLine(
                    3,
                    List.of(
                        new Report.Part("before ", ""),
                        new Report.Part(text, "x"),
                        new Report.Part(" after", "")))));
    return new Report(
        report.caseId(),
        report.knowledge(),
        true,
        report.symptoms(),
        report.diagnoses(),
        0.1,
        report.questions(),
        report.notCollected(),
        List.of(source),
        report.hops(),
        report.doubts(),
        report.ambiguity(),
        report.nearest(),
        report.verified());
  }

  @Test
  void colourIsOnlyUsedWhenAsked() {
    assertThat(TextReport.write(FIREWALL, 80, false)).doesNotContain("\u001b");
    assertThat(TextReport.write(FIREWALL, 80, true)).contains("\u001b[");
  }

  @Test
  void aShortHashIsShownAsItIs() {
    Report report =
        new Report(
            null,
            new Report.KnowledgeFigures("abc", 1, 1, 1),
            false,
            List.of(),
            List.of(),
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of());
    assertThat(MarkdownReport.write(report)).contains("abc");
    assertThat(HtmlReport.write(report)).contains("abc");
    assertThat(JsonReport.write(report)).contains("\"caseId\":null");
  }
}
