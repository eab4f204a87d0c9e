package io.github.acrdoctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HardWrapsTest {
  private static final String FULL = "x".repeat(80);

  @Test
  void aFullLineFollowedByALetterMayWrapAWord() {
    assertThat(HardWraps.of(FULL + "\nyz\n")).containsExactly(80);
    assertThat(HardWraps.of(FULL + "\r\nyz\r\n")).containsExactly(81);
  }

  @Test
  void aShorterLineOrABlankAtTheSeamWrapsNoWord() {
    assertThat(HardWraps.of(FULL + "\n yz")).isEmpty();
    assertThat(HardWraps.of("x".repeat(79) + " \nyz")).isEmpty();
    assertThat(HardWraps.of("short\nlines\n")).isEmpty();
    assertThat(HardWraps.of("x".repeat(1000) + "\nyz")).isEmpty();
  }

  @Test
  void aTextOfManyEqualLinesDoesNotCostMoreAndMore() {
    assertThat(HardWraps.of((FULL + "\n").repeat(10_000)).size()).isLessThanOrEqualTo(64);
  }
}
