package io.github.acrdoctor.collect.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.RedactionKey;
import io.github.acrdoctor.facts.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class CaseFileWriterTest {
  private static final RedactionKey KEY = RedactionKey.of(new byte[] {1});

  @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
  @Label("what is written is read back as it was")
  void whatIsWrittenIsReadBackAsItWas(@ForAll long seed) {
    Case input = RedactedCase.of(new RandomCases(seed).grouped(), KEY);
    byte[] written = CaseFileWriter.write(input).getBytes(StandardCharsets.UTF_8);
    assertThat(CaseReader.read("case.yaml", new String(written, StandardCharsets.UTF_8)))
        .isEqualTo(input);
  }

  @Test
  void everyKindOfFactIsReadBackWithAllItsFields() {
    RandomCases cases = new RandomCases(7);
    for (Class<?> kind : RandomCases.KINDS) {
      for (int i = 0; i < 20; i++) {
        Case given = new Case(null, null, List.of(), List.of(cases.fact(kind)));
        Case input = RedactedCase.of(given, KEY);
        assertThat(CaseReader.read("case.yaml", CaseFileWriter.write(input))).isEqualTo(input);
      }
    }
  }

  @Test
  void aCaseReadsAsAPersonWouldWriteIt() {
    Case input =
        new Case(
            "4711",
            Instant.parse("2026-11-24T10:00:00Z"),
            List.of(new Text("docker pull", "Error response from daemon:\n  x: \"y\" 'z' #1\n")),
            List.of(
                new DnsAnswer(
                    "contoso.azurecr.io", "system", "ok", List.of("10.1.0.5", "10.1.0.6"), null),
                new DnsAnswer("yes", null, "null", null, null),
                new DockerDaemon(
                    Answer.NO, null, "28.2", null, null, null, Answer.UNKNOWN, Answer.YES)));
    assertThat(CaseFileWriter.write(input))
        .isEqualTo(
            """
            id: '4711'
            now: 2026-11-24T10:00:00Z
            texts:
            - source: docker pull
              text: |
                Error response from daemon:
                  x: "y" 'z' #1
            facts:
              dnsAnswer:
              - host: contoso.azurecr.io
                resolver: system
                result: ok
                addresses:
                - 10.1.0.5
                - 10.1.0.6
              - host: 'yes'
                result: 'null'
              dockerDaemon:
                reachable: no
                version: '28.2'
                signatureVerification: yes
            """);
  }

  @Test
  void anEmptyCaseIsReadBack() {
    Case nothing = new Case(null, null, List.of(), List.of());
    assertThat(CaseReader.read("case.yaml", CaseFileWriter.write(nothing))).isEqualTo(nothing);
  }

  @Test
  void aLongLineStaysOneLine() {
    String line = "word ".repeat(400) + "end";
    Case input = Case.ofText("log", line);
    assertThat(CaseFileWriter.write(input).lines()).anyMatch(l -> l.contains(line));
  }
}
