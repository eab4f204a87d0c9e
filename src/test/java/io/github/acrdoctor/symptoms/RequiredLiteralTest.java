package io.github.acrdoctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          authentication required              | authentication required
          AADSTS7000222\\b                     | aadsts7000222
          lookup (?P<host>[a-z.]+) on          | lookup
          colou?r of the sky                   | r of the sky
          abc+defgh                            | defgh
          docker\\.io/library                  | docker.io/library
          (optional )?words here               | words here
          [abc)]+ some text                    | some text
          start x{2,3} end of it               | end of it
          """)
  void theLongestRunThatEveryMatchContainsIsFound(String pattern, String literal) {
    assertThat(RequiredLiteral.of(pattern).map(String::strip)).contains(literal);
  }

  @Test
  void patternsWithoutARunAreRefused() {
    assertThat(RequiredLiteral.of("this|that")).isEmpty();
    assertThat(RequiredLiteral.of("(abcdefgh)?x")).isEmpty();
    assertThat(RequiredLiteral.of("a.b.c.d")).isEmpty();
    assertThat(RequiredLiteral.of("")).isEmpty();
  }
}
