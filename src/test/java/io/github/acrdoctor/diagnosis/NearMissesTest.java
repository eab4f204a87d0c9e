package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissesTest {
  private static final String FILE = "rules/network/some-cause.cases.yaml";

  private static List<CauseCase> cases(String yaml) {
    return CauseCaseReader.read(FILE, yaml, new ArrayList<>());
  }

  @Test
  void everyCauseHasTwoCasesThatFireAndTwoNearMisses() {
    assertThat(NearMisses.check(Knowledge.cases(FILES, new ArrayList<>()))).isEmpty();
  }

  @Test
  void oneFieldOfOneFactIsASingleDifference() {
    assertThat(
            apart(
                "{registry: {name: contoso, sku: Premium}}",
                "{registry: {name: contoso, sku: Basic}}"))
        .isTrue();
  }

  @Test
  void aFactMoreIsASingleDifference() {
    assertThat(apart("{registry: {name: contoso}}", "{registry: {name: contoso}, image: {tag: a}}"))
        .isTrue();
  }

  @Test
  void twoFieldsAreNotASingleDifference() {
    assertThat(
            apart(
                "{registry: {name: contoso, sku: Premium}}",
                "{registry: {name: fabrikam, sku: Basic}}"))
        .isFalse();
  }

  @Test
  void aFactMoreAndAFactLessOfAnotherKindAreNotASingleDifference() {
    assertThat(apart("{registry: {name: contoso}}", "{image: {tag: a}}")).isFalse();
  }

  @Test
  void theSameFactsAreNoDifference() {
    assertThat(apart("{registry: {name: contoso}}", "{registry: {name: contoso}}")).isFalse();
  }

  private static boolean apart(String one, String other) {
    List<CauseCase> both =
        cases(
            "- {name: a, facts: %s, expect: strong}\n- {name: b, facts: %s, expect: none}\n"
                .formatted(one, other));
    return NearMisses.oneApart(both.get(0), both.get(1));
  }
}
