package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RulesTestCommandTest {
  @TempDir Path folder;
  private Path rules;

  @BeforeEach
  void writeRules() {
    rules = SmallRules.in(folder);
  }

  private Run test(String... names) {
    String[] args = java.util.Arrays.copyOf(names, names.length + 4);
    System.arraycopy(names, 0, args, 2, names.length);
    args[0] = "rules";
    args[1] = "test";
    args[names.length + 2] = "--rules";
    args[names.length + 3] = rules.toString();
    return Run.of(args);
  }

  private void cases(String more) {
    SmallRules.write(rules, "network/firewall.cases.yaml", SmallRules.CASES + more);
  }

  @Test
  void whatHoldsPasses() {
    Run run = test();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("6 passed, 0 failed, 0 known gaps in ");
  }

  @Test
  void oneCauseBringsItsCasesAndTheSymptomsItsRulesName() {
    assertThat(test("outage").out()).startsWith("2 passed");
    assertThat(test("firewall").out()).startsWith("5 passed");
    assertThat(test("network").out()).startsWith("6 passed");
    assertThat(test("of-another").out()).startsWith("5 passed");
  }

  @Test
  void aCaseThatFailsIsShownWithTheConditionThatCameNearestAndTheValueThatBrokeIt() {
    SmallRules.write(
        rules, "network/firewall.drl", SmallRules.RULES.replace("\"Premium\"", "\"Standard\""));
    Run run = test("firewall");
    assertThat(run.code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "rules/network/firewall.cases.yaml:1: 'Public access is on' gives none, expected"
                + " strong",
            "(rules/network/firewall.drl:3)",
            "registry.sku is Premium; the rule wants one of Basic, Standard",
            "4 passed, 1 failed");
  }

  @Test
  void aCaseThatFiresAndShouldNotIsShownWithTheRuleThatFired() {
    cases("- {name: Too much, texts: [refused], expect: none}\n");
    assertThat(test("firewall").out().replaceAll("\\s+", " "))
        .contains(
            "'Too much' gives hint, expected none",
            "hint The registry refuses (rules/network/firewall.drl:13)",
            "symptom refused (text 1, line 1)");
  }

  @Test
  void aKnownGapIsToldAndDoesNotFail() {
    cases("- {name: A gap, texts: [nothing], known-gap: needs the port, expect: strong}\n");
    Run run = test("firewall");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("firewall.cases.yaml:9: 'A gap' known gap: needs the port")
        .contains("5 passed, 0 failed, 1 known gaps");
  }

  @Test
  void aKnownGapThatIsClosedFails() {
    cases("- {name: A gap, texts: [refused], known-gap: was hard, expect: hint}\n");
    Run run = test("firewall");
    assertThat(run.code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(run.out()).contains("the known gap is closed (was hard): remove known-gap");
  }

  @Test
  void aKnownGapWithoutAReasonIsRefusedWithItsPlace() {
    cases("- {name: A gap, texts: [refused], known-gap: , expect: hint}\n");
    Run run = test("firewall");
    assertThat(run.code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(run.out()).contains("firewall.cases.yaml:9:35: a known gap needs its reason");
  }

  @Test
  void anExampleThatIsNotRecognisedFails() {
    Path symptoms = rules.resolve("symptoms/registry.yaml");
    SmallRules.write(
        rules,
        "symptoms/registry.yaml",
        read(symptoms)
            .replace("examples: [\"refused\"]", "examples: [\"refuses\"]")
            .replace("ip: 203.0.113.16}", "ip: 203.0.113.17}"));
    assertThat(test("firewall").out())
        .contains("'refused example: refuses' is not recognised; found nothing")
        .contains("takes out ip=203.0.113.16, expected 203.0.113.17");
  }

  @Test
  void theJunitFileIsWellFormedAndCounts() throws Exception {
    cases(
        """
        - {name: "Bad <&> \\u0007", texts: [refused], expect: none}
        - {name: A gap, texts: [nothing], known-gap: later, expect: strong}
        """);
    Path file = folder.resolve("out.xml");
    test("firewall", "--junit", file.toString());
    byte[] bytes = Files.readString(file).getBytes(StandardCharsets.UTF_8);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    Element all = xml.getDocumentElement();
    assertThat(all.getTagName()).isEqualTo("testsuites");
    assertThat(all.getAttribute("tests")).isEqualTo("7");
    assertThat(all.getAttribute("failures")).isEqualTo("1");
    assertThat(all.getAttribute("skipped")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(7);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("gives hint, expected none");
    assertThat(failure.getTextContent()).contains("+ symptom refused (text 1, line 1)");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).startsWith("Bad <&>");
  }

  @Test
  void jsonHoldsEveryTest() {
    JsonNode json = test("firewall", "--format", "json").json();
    assertThat(json.at("/passed").asInt()).isEqualTo(5);
    assertThat(json.at("/tests")).hasSize(5);
    assertThat(json.at("/tests/0/status").asText()).isEqualTo("passed");
    assertThat(json.at("/tests/0/place").asText()).isEqualTo("rules/network/firewall.cases.yaml:1");
  }

  @Test
  void anUnknownNameIsRefusedWithTheRightOne() {
    test("firewal").isRefused("firewal: there is no cause", "did you mean firewall?");
  }

  @Test
  void aBrokenRuleFileIsToldAndTheOthersAreTested() {
    SmallRules.write(rules, "network/outage.drl", "package causes\nrule\n");
    Run run = test("firewall");
    assertThat(run.code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(run.out()).contains("rules/network/outage.drl:", "5 passed");
  }

  @Test
  void theShippedKnowledgePassesAndItsKnownGapsAreOpen() {
    Run run = Run.of("rules", "test", "--rules", "rules");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains(" 0 failed");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
