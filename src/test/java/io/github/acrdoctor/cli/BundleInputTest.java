package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.KnowledgeUnderTest;
import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.collect.bundle.Bundle;
import io.github.acrdoctor.collect.bundle.BundleWriter;
import io.github.acrdoctor.collect.bundle.RedactedCase;
import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Findings;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.RedactionKey;
import io.github.acrdoctor.facts.SecretSamples;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.report.HtmlReport;
import io.github.acrdoctor.report.JsonReport;
import io.github.acrdoctor.report.MarkdownReport;
import io.github.acrdoctor.report.Report;
import io.github.acrdoctor.report.ReportBuilder;
import io.github.acrdoctor.report.TextReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles as input: the same report as for the case they were made of, or a plain refusal. */
class BundleInputTest {
  private static final RedactionKey KEY = RedactionKey.of(new byte[] {4, 7, 1, 1});
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Knowledge KNOWLEDGE = KnowledgeUnderTest.FOR_ONE_CASE;

  @TempDir Path folder;

  private static Map<String, Case> samples() throws IOException {
    Map<String, Case> samples = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(Path.of("facts-samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = file.getFileName().toString();
        Case sample = CaseReader.read(name, Files.readString(file));
        samples.put(name.replace(".yaml", ""), rich(sample));
      }
    }
    assertThat(samples).hasSizeGreaterThan(20);
    return samples;
  }

  /** A sample with secrets in it, as collectors would bring them. */
  private static Case rich(Case sample) {
    List<Text> texts = new ArrayList<>(sample.texts());
    SecretSamples.all().forEach(secret -> texts.add(new Text("terminal", secret.text() + "\r\n")));
    List<Fact> facts = new ArrayList<>(sample.facts());
    String proxy = "http://dana:S3cret-1/x@proxy.contoso.example:3128";
    facts.add(new Proxy("client", proxy.replace("/x", ""), List.of(".azurecr.io"), null, null));
    facts.add(new NotCollected("loginEvent", "Authorization: Bearer " + SecretSamples.JWT));
    return new Case(sample.id(), sample.now() == null ? NOW : sample.now(), texts, facts);
  }

  private static Bundle bundle(Case input) {
    List<Asked> asked =
        List.of(new Asked("registry", "GET https://x/v2/", NOW, 5, "401", "{\"errors\":[]}"));
    return new Bundle(input, asked, "1.2.3", KNOWLEDGE.hash());
  }

  private String file(String name, Case input) {
    Path file = folder.resolve(name);
    BundleWriter.write(file, bundle(input), KEY);
    return file.toString();
  }

  private static Findings findings(Case input) {
    return new Diagnoser(KNOWLEDGE, Clock.systemUTC()).diagnose(input);
  }

  private static Map<String, String> reports(Case input) {
    Report report = new ReportBuilder(KNOWLEDGE).build(findings(input), 5);
    return Map.of(
        "text", TextReport.write(report, 80, false),
        "json", JsonReport.write(report) + "\n",
        "markdown", MarkdownReport.write(report),
        "html", HtmlReport.write(report));
  }

  @Test
  void aBundleGivesTheReportOfTheCaseInMemoryInEveryFormat() throws IOException {
    List<String> names = new ArrayList<>(samples().keySet());
    for (String name : List.of(names.get(0), names.get(7), names.get(19))) {
      String file = file(name + ".zip", samples().get(name));
      Map<String, String> reports = reports(RedactedCase.of(samples().get(name), KEY));
      reports.forEach(
          (format, report) -> {
            Run run = Run.of("diagnose", "--format", format, "--case", file);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).as(name).isEqualTo(report);
            SecretSamples.all().forEach(s -> assertThat(report).doesNotContain(s.secret()));
          });
    }
  }

  @Test
  void aFolderOfBundlesGivesTheReportsOfTheCasesInMemory() throws IOException {
    StringBuilder expected = new StringBuilder();
    samples()
        .forEach(
            (name, input) -> {
              file(name + ".zip", input);
              expected.append(reports(RedactedCase.of(input, KEY)).get("json"));
            });
    Run run = Run.of("batch", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(expected.toString());
  }

  @Test
  void redactionChangesNoDiagnosis() throws IOException {
    samples()
        .forEach(
            (name, input) ->
                assertThat(findings(RedactedCase.of(input, KEY)).diagnoses())
                    .as(name)
                    .extracting(d -> d.cause().id() + " " + d.probability())
                    .isEqualTo(
                        findings(input).diagnoses().stream()
                            .map(d -> d.cause().id() + " " + d.probability())
                            .toList()));
  }

  @Test
  void aBundleIsKnownByItsBytesAndNotByItsName() {
    String file = file("case.dat", Case.ofText("terminal", Run.DENIED));
    Run.of("diagnose", "--format", "json", "--case", file).hasDiagnosed(Run.CAUSE);
    String yaml = Run.file(folder, "case.zip", "texts: [\"" + Run.DENIED + "\"]\n");
    Run.of("diagnose", "--format", "json", "--case", yaml).hasDiagnosed(Run.CAUSE);
  }

  @Test
  void bundlesStandAmongOtherCasesInAFolder() {
    Run.file(folder, "a.log", Run.DENIED);
    file("b.zip", new Case("b", null, List.of(new Text("terminal", Run.DENIED)), List.of()));
    Run.file(folder, "c.zip", new byte[] {'P', 'K', 3, 4, 0});
    Run.file(folder, "d.yaml", "id: d\ntexts: [\"" + Run.DENIED + "\"]\n");
    Run run = Run.of("batch", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.reports()).hasSize(4);
    assertThat(run.reports().get(1).get("caseId").asText()).isEqualTo("b");
    assertThat(run.reports().get(1).get("identified").asBoolean()).isTrue();
    assertThat(run.reports().get(2).get("error").asText()).contains("c.zip: is damaged");
    assertThat(run.reports().get(3).get("caseId").asText()).isEqualTo("d");
  }

  @Test
  void oneBundleAloneIsABatchOfOne() {
    String file = file("case.zip", Case.ofText("terminal", Run.DENIED));
    Run run = Run.of("batch", file);
    assertThat(run.reports()).hasSize(1);
    assertThat(run.out()).isEqualTo(Run.of("diagnose", "--format", "json", "--case", file).out());
  }

  @Test
  void aBundleStandsBesideOtherInput() {
    String file = file("case.zip", new Case("x", NOW, List.of(), List.of()));
    Run run = Run.of("diagnose", "--format", "json", "--case", file, Run.DENIED);
    run.hasDiagnosed(Run.CAUSE);
    assertThat(run.json().get("caseId").asText()).isEqualTo("x");
    Run.of("diagnose", "--case", file).isRefused("case.zip: is empty");
  }

  @Test
  void aBundleThatIsNotInOrderIsRefused() throws IOException {
    String file = file("case.zip", Case.ofText("terminal", Run.DENIED));
    Run.of("diagnose", "-f", file).isRefused("is a zip file, not a text", "--case");
    byte[] bytes = Files.readAllBytes(Path.of(file));
    String cut = Run.file(folder, "cut.zip", java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Run.of("diagnose", "--case", cut).isRefused("cut.zip: is damaged, or not all of it is here");
    String changed =
        new String(bytes, StandardCharsets.ISO_8859_1).replace("case.yaml", "cOse.yaml");
    String other = Run.file(folder, "x.zip", changed.getBytes(StandardCharsets.ISO_8859_1));
    Run.of("diagnose", "--case", other).isRefused("x.zip: holds no case.yaml");
    Run.of("batch", other).reports().forEach(r -> assertThat(r.has("error")).isTrue());
  }
}
