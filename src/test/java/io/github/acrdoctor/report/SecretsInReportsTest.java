package io.github.acrdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.KnowledgeUnderTest;
import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.facts.Attempt;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.SecretSamples;
import io.github.acrdoctor.facts.SecretSamples.Sample;
import io.github.acrdoctor.facts.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsInReportsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

  static Stream<Sample> samples() {
    return SecretSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSecretAnywhereInACaseIsInNoFormat(Sample sample) {
    String x = sample.text();
    Case input =
        new Case(
            x,
            null,
            List.of(
                new Text("terminal", x + " unauthorized: authentication required " + x),
                new Text(x, "docker login contoso.azurecr.io -u x\n" + x + "\ndenied")),
            List.of(
                new Attempt("login", "docker", "contoso.azurecr.io", x, x, x, null),
                new Identity("service-principal", x, x, x, null, null, null, null),
                new Proxy("daemon", x, List.of(x), null, null),
                new NotCollected(x, x)));
    Report report =
        new ReportBuilder(KnowledgeUnderTest.KNOWLEDGE)
            .build(new Diagnoser(KnowledgeUnderTest.KNOWLEDGE, CLOCK).diagnose(input), 50);
    String last = sample.secret().lines().reduce((a, b) -> b).orElseThrow();
    for (String out :
        List.of(
            TextReport.write(report, 80, false),
            MarkdownReport.write(report),
            HtmlReport.write(report),
            JsonReport.write(report))) {
      assertThat(out).doesNotContain(sample.secret());
      assertThat(sample.secret().contains("\n") && out.contains(last)).isFalse();
    }
  }
}
