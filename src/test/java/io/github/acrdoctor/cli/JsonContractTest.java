package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON report is measured from outside: fields may be added, these never change. */
class JsonContractTest {
  private static final String TEXT =
      "Error response from daemon: Get https://contoso.azurecr.io/v2/: " + Run.DENIED;

  private static String line;
  private static JsonNode report;

  @BeforeAll
  static void diagnose(@TempDir Path folder) {
    String file =
        Run.file(
            folder,
            "case.yaml",
            "id: \"4711\"\nnow: 2026-11-24T10:00:00Z\ntexts:\n  - {source: terminal, text: \""
                + TEXT
                + "\"}\nfacts:\n  registry: {name: contoso, loginServer: contoso.azurecr.io, publicNetworkAccess: Enabled, networkDefaultAction: Deny}\n"
                + "  notCollected: {fact: roleAssignment, reason: not signed in}\n");
    line = Run.of("diagnose", "--case", file, "--format", "json").out();
    report = Run.json(line);
  }

  private static void hasFields(JsonNode object, String... namesAndTypes) {
    Map<String, JsonNodeType> expected = new TreeMap<>();
    List<String> order = new ArrayList<>();
    for (String field : namesAndTypes) {
      String[] parts = field.split(" ");
      expected.put(parts[0], JsonNodeType.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)));
      order.add(parts[0]);
    }
    Map<String, JsonNodeType> found = new TreeMap<>();
    List<String> names = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (expected.containsKey(name)) {
                names.add(name);
                found.put(name, object.get(name).getNodeType());
              }
            });
    assertThat(found).isEqualTo(expected);
    assertThat(names).isEqualTo(order);
  }

  private static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Test
  void theReportIsOneLine() {
    assertThat(line).endsWith("}\n");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void theTopLevelHasItsFieldsInOrder() {
    hasFields(
        report,
        "schemaVersion string",
        "caseId string",
        "knowledge object",
        "identified boolean",
        "symptoms array",
        "diagnoses array",
        "undetermined number",
        "nextQuestions array",
        "notCollected array");
    assertThat(report.get("schemaVersion").asText()).isEqualTo("1");
    assertThat(report.get("caseId").asText()).isEqualTo("4711");
    assertThat(report.get("identified").asBoolean()).isTrue();
  }

  @Test
  void theKnowledgeIsNamedWithItsFigures() {
    JsonNode knowledge = report.get("knowledge");
    hasFields(knowledge, "hash string", "causes number", "rules number", "symptoms number");
    assertThat(knowledge.get("hash").asText()).matches("[0-9a-f]{64}");
    assertThat(knowledge.get("causes").asInt()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void eachSymptomSaysWhereItStands() {
    assertThat(report.get("symptoms")).isNotEmpty();
    for (JsonNode symptom : report.get("symptoms")) {
      hasFields(
          symptom,
          "id string",
          "title string",
          "source string",
          "line number",
          "start number",
          "end number",
          "captures object");
      assertThat(symptom.get("source").asText()).isEqualTo("terminal");
      assertThat(symptom.get("line").asInt()).isEqualTo(1);
    }
    JsonNode denied =
        items(report.get("symptoms")).stream()
            .filter(s -> s.get("id").asText().equals("registry-client-ip-denied"))
            .findFirst()
            .orElseThrow();
    assertThat(TEXT.substring(denied.get("start").asInt(), denied.get("end").asInt()))
        .isEqualTo("client with IP '203.0.113.16' is not allowed access");
    assertThat(denied.at("/captures/ip").asText()).isEqualTo("203.0.113.16");
  }

  @Test
  void diagnosesAreRankedByFallingProbability() {
    int rank = 0;
    double last = 1;
    for (JsonNode diagnosis : report.get("diagnoses")) {
      hasFields(
          diagnosis,
          "rank number",
          "cause string",
          "family string",
          "title string",
          "probability number",
          "evidence array",
          "solution object");
      assertThat(diagnosis.get("rank").asInt()).isEqualTo(++rank);
      assertThat(diagnosis.get("probability").asDouble()).isBetween(0.0, last);
      last = diagnosis.get("probability").asDouble();
    }
    assertThat(report.at("/diagnoses/0/cause").asText()).isEqualTo(Run.CAUSE);
    assertThat(report.at("/diagnoses/0/family").asText()).isEqualTo("network");
    assertThat(report.get("undetermined").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void evidenceNamesStrengthReasonRuleAndFacts() {
    for (JsonNode diagnosis : report.get("diagnoses")) {
      assertThat(diagnosis.get("evidence")).isNotEmpty();
      for (JsonNode evidence : diagnosis.get("evidence")) {
        hasFields(evidence, "strength string", "reason string", "rule string", "facts array");
        assertThat(evidence.get("strength").asText())
            .isIn(Arrays.asList("certain", "strong", "hint", "against", "excluded"));
        assertThat(evidence.get("rule").asText()).matches("rules/[a-z-]+/[a-z0-9-]+\\.drl:[0-9]+");
        assertThat(items(evidence.get("facts"))).allMatch(JsonNode::isTextual);
      }
    }
    assertThat(report.at("/diagnoses/0/evidence/0/strength").asText()).isEqualTo("certain");
  }

  @Test
  void theSolutionHasStepsToTypeAndAWayToVerify() {
    JsonNode solution = report.at("/diagnoses/0/solution");
    hasFields(solution, "summary string", "steps array", "verify array", "links array");
    for (JsonNode step : solution.get("steps")) {
      hasFields(step, "text string", "command string");
    }
    assertThat(items(solution.get("verify"))).isNotEmpty().allMatch(JsonNode::isTextual);
    assertThat(items(solution.get("links")))
        .isNotEmpty()
        .allMatch(link -> link.asText().startsWith("https://"));
    assertThat(solution.toString())
        .contains("az acr network-rule add --name contoso --ip-address 203.0.113.16");
  }

  @Test
  void questionsAndWhatCouldNotBeLearntAreListed() {
    for (JsonNode question : report.get("nextQuestions")) {
      hasFields(question, "id string", "text string", "how string", "gain number");
    }
    assertThat(report.get("notCollected")).isNotEmpty();
    for (JsonNode missing : report.get("notCollected")) {
      hasFields(missing, "fact string", "reason string");
    }
    assertThat(report.at("/notCollected/0/reason").asText()).isEqualTo("not signed in");
  }

  @Test
  void aReportOnNothingHasTheSameFields() {
    JsonNode nothing = Run.json(Run.of("diagnose", "--format", "json", "good", "morning").out());
    hasFields(
        nothing,
        "schemaVersion string",
        "caseId null",
        "knowledge object",
        "identified boolean",
        "symptoms array",
        "diagnoses array",
        "undetermined number",
        "nextQuestions array",
        "notCollected array");
    assertThat(nothing.get("identified").asBoolean()).isFalse();
    assertThat(nothing.get("diagnoses")).isEmpty();
  }
}
