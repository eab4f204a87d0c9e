package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseCaseReaderTest {
  private static final String FILE = "rules/network/some-cause.cases.yaml";

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void aKnownGapIsNoProof() {
    String text =
        """
        - {name: Holds, texts: [a], expect: strong}
        - {name: Does not, texts: [b], known-gap: needs the port, expect: strong}
        """;
    assertThat(CauseCaseReader.read(FILE, text, problems))
        .extracting(CauseCase::name)
        .containsExactly("Holds");
    assertThat(CauseCaseReader.marked(FILE, text, problems))
        .extracting(MarkedCase::gap)
        .containsExactly(null, "needs the port");
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "''", "[a]", "{a: b}"})
  void aKnownGapSaysWhy(String reason) {
    String text = "- {name: A gap, known-gap: %s, expect: strong}\n".formatted(reason);
    assertThat(CauseCaseReader.marked(FILE, text, problems)).isEmpty();
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(FILE + ":1:17: a known gap needs its reason / ");
  }
}
