package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static Fact fact(String yaml) {
    return CaseReader.read("c", "facts: " + yaml).facts().get(0);
  }

  @Test
  void whatIsLearntCompletesAFactItAgreesWith() {
    List<Fact> all =
        Facts.with(
            List.of(fact("{registry: {name: contoso}}")),
            List.of(fact("{registry: {sku: Premium}}")));
    assertThat(all).containsExactly(fact("{registry: {name: contoso, sku: Premium}}"));
  }

  @Test
  void whatContradictsStandsBesideIt() {
    List<Fact> all =
        Facts.with(
            List.of(fact("{registry: {name: contoso}}")),
            List.of(fact("{registry: {name: fabrikam}}")));
    assertThat(all).hasSize(2);
  }

  @Test
  void onlyKnownFieldsAreKnown() {
    assertThat(Facts.known(fact("{registry: {name: contoso, adminUserEnabled: unknown}}")))
        .containsOnlyKeys("name");
  }
}
