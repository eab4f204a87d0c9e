package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  @Test
  void aCauseIsExplainedWithItsWholePageAndItsRules() {
    Run run = Run.of("explain", "dns-failure");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "dns-failure · network",
            "What it means",
            "How to confirm",
            "Fix",
            "Role needed:",
            "Risk:",
            "Undo:",
            "Verify:",
            "If that did not help",
            "References",
            "https://",
            "What speaks for and against it",
            "(rules/network/dns-failure.drl:");
  }

  @Test
  void aSymptomIsExplainedWithWhatItSaysOnItsOwn() {
    Run run = Run.of("explain", "registry-client-ip-denied");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "registry-client-ip-denied · error · fails at repository token",
            "On its own it says:",
            "strong client-ip-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({
    "AADSTS7000222, service-principal-secret-expired",
    "CONNECTIVITY_DNS_ERROR, dns-failure",
    "connectivity_dns_error, registry-not-found"
  })
  void aCodeIsExplainedByTheSymptomsThatItIs(String code, String cause) {
    Run run = Run.of("explain", code);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("On its own it says:", cause + ":");
  }

  @Test
  void severalWordsAreOneMessage() {
    Run run = Run.of("explain", "unauthorized:", "authentication", "required");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("not-logged-in");
  }

  @ParameterizedTest
  @CsvSource({
    "dns-failur, dns-failure",
    "client-ip-not-alowed, client-ip-not-allowed",
    "registry-client-ip-deny, registry-client-ip-denied"
  })
  void aMisspeltNameIsRefusedWithTheRightOne(String name, String right) {
    Run.of("explain", name)
        .isRefused(
            name + ": no cause, symptom or code of this name is known",
            "did you mean " + right + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzyqqqq", "ACRSTS9999999999", "\u001b[2J"})
  void anUnknownNameIsRefusedWithAWayToTheKnownOnes(String name) {
    Run run = Run.of("explain", name);
    run.isRefused("no cause, symptom or code of this name is known");
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void theListNamesEveryCauseUnderItsFamily() {
    Run run = Run.of("rules", "list");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "network\n",
            "  client-ip-not-allowed ",
            "  dns-failure ",
            " causes, ",
            " rules, ",
            " symptoms; knowledge ");
  }

  @Test
  void theListOfOneCauseHasItsRulesWithTheirPlaces() {
    Run run = Run.of("rules", "list", "dns-failure");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 causes", "(rules/network/dns-failure.drl:")
        .doesNotContain("client-ip-not-allowed");
  }

  @Test
  void theListOfAFamilyHasItsCausesOnly() {
    Run run = Run.of("rules", "list", "network");
    assertThat(run.out())
        .contains("client-ip-not-allowed", "dns-failure")
        .doesNotContain("  not-logged-in ");
  }

  @Test
  void aListOfNothingIsNothing() {
    assertThat(Run.of("rules", "list", "no-such-cause").code()).isEqualTo(ExitCode.NOTHING);
  }
}
