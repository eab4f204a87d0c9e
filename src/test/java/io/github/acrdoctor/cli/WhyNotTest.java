package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.rules.RuleSources;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyNotTest {
  private static final String TEXT = "texts: ['denied: address 203.0.113.16']\n";

  @TempDir Path folder;
  private Path rules;

  @BeforeEach
  void writeRules() {
    rules = SmallRules.in(folder);
  }

  private Run whyNot(String caseText, String... more) {
    String file = Run.file(folder, "case.yaml", caseText);
    String[] args = {"explain", "--why-not", "firewall", "--case", file, "--rules", rules + ""};
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Run.of(all);
  }

  private String told(String caseText) {
    Run run = whyNot(caseText);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return run.out().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{registry: {publicNetworkAccess: no, sku: Basic}}"
            + " | registry.publicNetworkAccess is no; the rule wants yes",
        "{registry: {publicNetworkAccess: yes, sku: Standard}}"
            + " | registry.sku is Standard; the rule wants one of Basic, Premium",
        "{registry: {publicNetworkAccess: yes}}"
            + " | registry.sku is not known; the rule wants one of Basic, Premium",
        "{image: {tag: a}} | there is no fact registry; the rule wants one with"
            + " publicNetworkAccess yes, sku one of Basic, Premium",
        "{registry: {publicNetworkAccess: yes, sku: Basic}, networkRule: {range: 203.0.113.0/24}}"
            + " | there is a fact networkRule: range=203.0.113.0/24; the rule wants none such"
      })
  void theValueThatWouldHaveMadeItHoldIsNamed(String facts, String told) {
    assertThat(told(TEXT + "facts: " + facts))
        .contains(told)
        .contains("+ Symptom( id == \"denied\", $ip : ip ): symptom denied (text 1, line 1)");
  }

  @Test
  void theNearestFactIsTheOneThatMissesLeast() {
    String facts =
        "facts: {registry: [{sku: Standard}, {publicNetworkAccess: yes, sku: Standard}]}";
    assertThat(told(TEXT + facts))
        .contains("registry.sku is Standard")
        .doesNotContain("registry.publicNetworkAccess is");
  }

  @Test
  void aSymptomThatIsNotThereIsNamedWithTheLineThatComesNearest() {
    assertThat(told("texts: ['denied: address house']"))
        .contains("the symptom denied was not recognised; nearest line: denied: address house")
        .contains("the symptom refused was not recognised");
  }

  @Test
  void aConceptThatStandsInTheWayIsNamedWithTheFactsItRestsOn() {
    assertThat(
            told(
                """
                texts: ['denied: address 203.0.113.16 at fabrikam.azurecr.io']
                facts:
                  registry: {publicNetworkAccess: yes, sku: Basic, loginServer: contoso.azurecr.io}
                """))
        .contains(
            "the concept of-another (symptom denied (text 1, line 1), registry:"
                + " loginServer=contoso.azurecr.io) holds; the rule wants that it does not");
  }

  @Test
  void aCauseThatIsOutrunIsShownWithWhatExplainsTheSameFactsBetter() {
    assertThat(told("texts: [refused]\nfacts: {registry: {anonymousPullEnabled: yes}}"))
        .contains(
            "Place 2, ",
            "First is outage",
            "Speaks for it hint The registry refuses",
            "Speaks against it against Nobody signs in at all",
            "Explains the same facts better outage, ",
            "shares symptom refused; its best evidence is strong: The registry refuses everybody");
  }

  @Test
  void aCauseThatIsFirstIsSaidToBe() {
    assertThat(told(TEXT + "facts: {registry: {publicNetworkAccess: yes, sku: Basic}}"))
        .contains("firewall: Firewall Place 1, ")
        .doesNotContain("First is", "Explains the same");
  }

  @Test
  void jsonHoldsTheSame() {
    Run run =
        whyNot(
            TEXT + "facts: {registry: {publicNetworkAccess: no, sku: Basic}}", "--format", "json");
    JsonNode why = run.json();
    assertThat(why.at("/cause").asText()).isEqualTo("firewall");
    assertThat(why.at("/rank").asInt()).isZero();
    JsonNode rule = why.at("/rules/0");
    assertThat(rule.at("/rule").asText()).isEqualTo("rules/network/firewall.drl:3");
    assertThat(rule.at("/fires").asBoolean()).isFalse();
    assertThat(rule.at("/conditions/0/held").asBoolean()).isTrue();
    JsonNode lack = rule.at("/conditions/1/lacks/0");
    assertThat(lack.at("/field").asText()).isEqualTo("publicNetworkAccess");
    assertThat(lack.at("/is").asText()).isEqualTo("no");
    assertThat(lack.at("/wants").asText()).isEqualTo("yes");
    assertThat(rule.at("/conditions/1/line").asInt()).isEqualTo(6);
  }

  @Test
  void aTextIsTakenFromTheArgumentsOrFromStandardInput() {
    String[] args = {"explain", "--why-not", "firewall", "--rules", rules + "", "refused", "today"};
    assertThat(Run.of(args).out()).contains("symptom refused (argument, line 1)");
    assertThat(Run.with("refused", java.util.Arrays.copyOf(args, 5)).out())
        .contains("symptom refused (standard input, line 1)");
  }

  @Test
  void secretsOfTheCaseAreNotShown() {
    Run run =
        whyNot(
            TEXT
                + "facts: {registry: {publicNetworkAccess: no, sku:"
                + " 'password=Zq7hunter2SecretX'}}");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("registry.sku is").doesNotContain("hunter2");
  }

  @Test
  void anUnknownCauseIsRefusedWithTheRightOne() {
    Run.of("explain", "--why-not", "firewal", "--rules", rules + "", "refused")
        .isRefused("firewal: there is no such cause", "did you mean firewall?");
  }

  @Test
  void optionsThatGoWithWhyNotAreRefusedWithoutIt() {
    Run.of("explain", "firewall", "--format", "json", "--rules", rules + "")
        .isRefused("-f, --case and --format go with --why-not CAUSE");
  }

  /** The build puts the rule files into the jar; a run of this test by itself may be without. */
  @Test
  void theShippedRulesExplainThemselvesWithoutAFolder() {
    assumeThat(RuleSources.shipped("rules/network/client-ip-not-allowed.drl")).isNotNull();
    Run run = Run.of("explain", "--why-not", Run.CAUSE, Run.DENIED);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("client-ip-not-allowed: ")
        .contains("Speaks for it", "(rules/network/client-ip-not-allowed.drl:");
  }
}
