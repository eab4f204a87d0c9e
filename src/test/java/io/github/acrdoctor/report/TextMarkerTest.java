package io.github.acrdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.SecretSamples;
import io.github.acrdoctor.facts.SecretSamples.Sample;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.report.Report.Part;
import io.github.acrdoctor.report.Report.SourceText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextMarkerTest {
  private static final String ERROR = "unauthorized: authentication required";

  private static String shown(String text) {
    int at = text.indexOf(ERROR);
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    List<SourceText> marked =
        TextMarker.mark(
            List.of(new Text("terminal", text)),
            List.of(
                new SeenSymptom(
                    "registry-authentication-required",
                    "x",
                    "terminal",
                    line,
                    at,
                    at + ERROR.length(),
                    1,
                    true,
                    Map.of())));
    return marked.stream()
        .flatMap(t -> t.lines().stream())
        .flatMap(l -> l.parts().stream())
        .map(Part::text)
        .collect(Collectors.joining("|"));
  }

  static Stream<Sample> samples() {
    return SecretSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noSecretBesideAMatchIsShown(Sample sample) {
    for (String text :
        List.of(
            sample.text() + " " + ERROR,
            ERROR + " " + sample.text(),
            sample.text() + "\n" + ERROR + "\n" + sample.text())) {
      assertThat(shown(text)).doesNotContain(sample.secret());
      assertThat(shown(text))
          .doesNotContain(
              sample
                  .secret()
                  .substring(sample.secret().length() / 2)
                  .lines()
                  .reduce((a, b) -> b)
                  .orElse("?"));
    }
  }

  @Test
  void aLineThatIsCutDoesNotCutASecretOpen() {
    for (int padding = 0; padding < 450; padding += 7) {
      String text =
          "Authorization: Bearer "
              + SecretSamples.JWT
              + "c2lnbmF0dXJl".repeat(20)
              + " "
              + "x".repeat(padding)
              + " "
              + ERROR;
      assertThat(shown(text)).doesNotContain("c2lnbmF0dXJl");
    }
  }

  @Test
  void aSecretThatColoursHideIsNotShown() {
    assertThat(shown("pass\u001b[0mword: S3cret-99 " + ERROR)).doesNotContain("S3cret-99");
  }

  @Test
  void theBodyOfAKeyIsNotShown() {
    String key =
        "-----BEGIN "
            + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC "
            + ERROR
            + "\n-----END "
            + "PRIVATE KEY-----";
    assertThat(shown(key)).doesNotContain("MIIEvQIBADANBgkqhkiG9w0BAQEFAASC");
  }

  @Test
  void matchedWordsAreMarked() {
    assertThat(shown("Error: " + ERROR + ", visit")).isEqualTo("Error: |" + ERROR + "|, visit");
  }

  @Test
  void aSecretElsewhereOnTheLineLeavesTheMarkStanding() {
    assertThat(shown("docker login -p hunter2: " + ERROR)).contains("|" + ERROR);
  }
}
