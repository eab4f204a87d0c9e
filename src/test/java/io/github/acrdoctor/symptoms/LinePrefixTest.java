package io.github.acrdoctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePrefixTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "2026-11-24T10:00:00.1234567Z unauthorized~unauthorized",
        "2026-11-24 10:00:00,123 unauthorized~unauthorized",
        "2026-11-24T10:00:00+01:00 | unauthorized~unauthorized",
        "│ Error: unauthorized~Error: unauthorized",
        "> > unauthorized~unauthorized",
        "#12 3.456 unauthorized~unauthorized",
        "#12 [build 3/7] RUN~#12 [build 3/7] RUN",
        "|| unauthorized~|| unauthorized",
        "2026-11-24 unauthorized~2026-11-24 unauthorized",
        ">unauthorized~>unauthorized",
        "unauthorized~unauthorized"
      })
  void timesQuoteMarksAndFramesAreNotTheLinesOwnWords(String line, String words) {
    assertThat(line.substring(LinePrefix.skip(line, 0, line.length()))).isEqualTo(words);
  }

  @Property
  void neverLeavesTheLine(@ForAll String line) {
    assertThat(LinePrefix.skip(line, 0, line.length())).isBetween(0, line.length());
  }
}
