package io.github.acrdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Symptom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactLabelTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void namesASymptomWithItsPlace() {
    assertThat(
            FactLabel.of(
                new Symptom("registry-client-ip-denied", "terminal", 3, 0, 1, 1, Map.of()), NOW))
        .isEqualTo("symptom registry-client-ip-denied (terminal, line 3)");
    assertThat(
            FactLabel.of(new Symptom("registry-client-ip-denied", null, 0, 0, 0, 1, Map.of()), NOW))
        .isEqualTo("symptom registry-client-ip-denied");
  }

  @Test
  void namesOnlyFieldsThatAreKnown() {
    assertThat(
            FactLabel.of(
                new Identity(
                    "user",
                    "dana",
                    null,
                    null,
                    io.github.acrdoctor.facts.Answer.NO,
                    null,
                    null,
                    null),
                NOW))
        .isEqualTo("identity: kind=user, name=dana, signedIn=no");
  }

  @Test
  void tellsHowFarATimeIsFromTheCasesClock() {
    assertThat(FactLabel.of(new Change("secret", Instant.parse("2026-11-21T10:00:00Z"), null), NOW))
        .isEqualTo("change: what=secret, at=2026-11-21T10:00:00Z (3 days ago)");
  }

  @Test
  void hidesSecretsAndStaysShort() {
    String label =
        FactLabel.of(
            new NotCollected("registry", "az login -p S3cret-99 failed: " + "x".repeat(300)), NOW);
    assertThat(label).doesNotContain("S3cret-99");
    assertThat(label.length()).isLessThanOrEqualTo(200);
  }
}
