package io.github.acrdoctor.diagnosis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.Hop;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.rules.ShippedRules;
import io.github.acrdoctor.rules.Strength;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a knowledge base in the form that {@link PackedKnowledge} reads. */
public final class KnowledgePacker {
  private KnowledgePacker() {}

  /**
   * Writes a knowledge base.
   *
   * @param knowledge what to write
   * @param rules its rules as they were compiled
   * @param out where to
   * @throws IOException when it cannot be written
   */
  public static void write(Knowledge knowledge, ShippedRules rules, OutputStream out)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("hash", knowledge.hash());
      writeStrings(json, "models", rules.models());
      writeRules(json, rules);
      writeSymptoms(json, knowledge.recogniser().definitions().values());
      writeStrings(json, "causes", List.copyOf(knowledge.causes().keySet()));
      writeWeights(json, knowledge.weights());
      json.writeEndObject();
    }
  }

  /**
   * Writes the questions, in the form of the files they come from.
   *
   * @param questions the questions
   * @param out where to
   * @throws IOException when they cannot be written
   */
  public static void writeQuestions(List<QuestionDefinition> questions, OutputStream out)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartArray();
      for (QuestionDefinition question : questions) {
        json.writeStartObject();
        json.writeStringField("id", question.id());
        json.writeStringField("text", question.text());
        json.writeStringField("command", question.command());
        json.writeNumberField("seconds", question.seconds());
        json.writeStringField("rights", question.rights());
        json.writeArrayFieldStart("answers");
        for (QuestionDefinition.Option option : question.answers()) {
          json.writeStartObject();
          json.writeStringField("label", option.label());
          json.writeFieldName("facts");
          write(json, option.facts());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, Doc doc) throws IOException {
    if (doc instanceof Doc.Fields fields) {
      json.writeStartObject();
      for (Map.Entry<String, Doc> field : fields.fields().entrySet()) {
        json.writeFieldName(field.getKey());
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (doc instanceof Doc.Items items) {
      json.writeStartArray();
      for (Doc item : items.items()) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      json.writeString(((Doc.Scalar) doc).text());
    }
  }

  /**
   * Writes the examples of the symptoms.
   *
   * @param examples texts by symptom
   * @param out where to
   * @throws IOException when they cannot be written
   */
  public static void writeExamples(Map<String, List<String>> examples, OutputStream out)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, List<String>> entry : examples.entrySet()) {
        writeStrings(json, entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
  }

  private static void writeRules(JsonGenerator json, ShippedRules rules) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : rules.rules()) {
      json.writeStartArray();
      json.writeString(rule.name());
      json.writeString(rule.conclusion());
      json.writeString(rule.file());
      json.writeString(Integer.toString(rule.line()));
      json.writeString(rules.makers().get(rule.name()));
      json.writeString(rule.reads());
      for (Set<String> tokens : rule.needs()) {
        json.writeString(String.join(" ", new TreeSet<>(tokens)));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeSymptoms(JsonGenerator json, Iterable<SymptomDefinition> symptoms)
      throws IOException {
    json.writeArrayFieldStart("symptoms");
    for (SymptomDefinition symptom : symptoms) {
      json.writeStartObject();
      json.writeStringField("id", symptom.id());
      json.writeStringField("title", symptom.title());
      json.writeStringField("kind", symptom.kind().name());
      writeStrings(json, "match", symptom.patterns());
      writeStrings(json, "supersedes", symptom.supersedes());
      writeHop(json, "failsAt", symptom.failsAt());
      writeHop(json, "passed", symptom.passed());
      writeFills(json, symptom.fills());
      json.writeStringField("file", symptom.file());
      json.writeStringField("line", Integer.toString(symptom.line()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeHop(JsonGenerator json, String name, Hop hop) throws IOException {
    if (hop != null) {
      json.writeStringField(name, hop.name());
    }
  }

  private static void writeFills(JsonGenerator json, Map<String, String> fills) throws IOException {
    if (!fills.isEmpty()) {
      json.writeObjectFieldStart("fills");
      for (Map.Entry<String, String> fill : new TreeMap<>(fills).entrySet()) {
        json.writeStringField(fill.getKey(), fill.getValue());
      }
      json.writeEndObject();
    }
  }

  /**
   * Writes the page of a cause.
   *
   * @param cause the cause
   * @param out where to
   * @throws IOException when it cannot be written
   */
  public static void write(Cause cause, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", cause.id());
      json.writeStringField("family", cause.family());
      json.writeStringField("title", cause.title());
      json.writeStringField("prior", cause.prior().name());
      if (cause.refines() != null) {
        json.writeStringField("refines", cause.refines());
      }
      if (cause.settles() != null) {
        json.writeStringField("settles", cause.settles().toString());
      }
      writeStrings(json, "meaning", cause.meaning());
      writeSteps(json, "confirm", cause.confirm());
      writeSteps(json, "fix", cause.fix());
      json.writeStringField("role", cause.role());
      json.writeStringField("risk", cause.risk());
      json.writeStringField("undo", cause.undo());
      json.writeStringField("verify", cause.verify());
      writeStrings(json, "otherwise", cause.otherwise());
      json.writeArrayFieldStart("links");
      for (Link link : cause.links()) {
        json.writeStartObject();
        json.writeStringField("title", link.title());
        json.writeStringField("url", link.url());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("file", cause.file());
      json.writeEndObject();
    }
  }

  private static void writeSteps(JsonGenerator json, String name, List<Step> steps)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Step step : steps) {
      json.writeStartObject();
      json.writeStringField("text", step.text());
      json.writeStringField("command", step.command());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeStrings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void writeWeights(JsonGenerator json, Weights weights) throws IOException {
    json.writeObjectFieldStart("weights");
    for (Strength strength : Strength.values()) {
      json.writeStringField(
          strength.name().toLowerCase(Locale.ROOT), Double.toString(weights.of(strength)));
    }
    for (Prior prior : Prior.values()) {
      json.writeStringField(
          prior.name().toLowerCase(Locale.ROOT), Double.toString(weights.of(prior)));
    }
    json.writeStringField("unknown", Double.toString(weights.unknown()));
    json.writeStringField("refined", Double.toString(weights.refined()));
    json.writeEndObject();
  }
}
