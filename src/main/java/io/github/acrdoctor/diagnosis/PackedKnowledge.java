package io.github.acrdoctor.diagnosis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.rules.ShippedRules;
import io.github.acrdoctor.rules.Strength;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The shipped knowledge base in the form that is read fastest: one JSON document, without examples
 * and cases.
 */
public final class PackedKnowledge {
  /** Where the document lies in the jar. */
  public static final String RESOURCE = "acr-doctor/knowledge.json";

  /** Where the automaton of all literals lies in the jar. */
  public static final String AUTOMATON = "acr-doctor/literals.bin";

  /** Where the pages of the causes lie in the jar, {@code <id>.json} each. */
  public static final String PAGES = "acr-doctor/causes/";

  private static final String NAME = "the knowledge base in the jar";

  private PackedKnowledge() {}

  /**
   * Reads the shipped knowledge base.
   *
   * @param forOneCase whether it will judge one case, so that only what the case needs is loaded
   * @return the knowledge base; null when the jar has none
   * @throws IOException when it cannot be read
   */
  public static Knowledge read(boolean forOneCase) throws IOException {
    try (InputStream in = PackedKnowledge.class.getResourceAsStream("/" + RESOURCE)) {
      if (in == null) {
        return null;
      }
      Doc.Fields root =
          (Doc.Fields) DocReader.json(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      ShippedRules rules = rules(root);
      return new Knowledge(
          text(root, "hash"),
          new Recogniser(
              list(root, "symptoms", PackedKnowledge::symptom), PackedKnowledge::automaton),
          forOneCase ? rules.loadForOneCase() : rules.load(),
          new PackedCauses(strings(root, "causes"), PackedKnowledge::page),
          Weights.read(NAME, root.get("weights")));
    }
  }

  private static ShippedRules rules(Doc.Fields root) {
    Map<String, String> makers = new TreeMap<>();
    List<RuleInfo> rules = new ArrayList<>();
    for (Doc item : ((Doc.Items) root.get("rules")).items()) {
      List<Doc> parts = ((Doc.Items) item).items();
      RuleInfo rule = rule(parts);
      rules.add(rule);
      makers.put(rule.name(), value(parts, 4));
    }
    return new ShippedRules(strings(root, "models"), rules, makers);
  }

  /**
   * A rule is a list, without field names, since there are many: name, conclusion, file, line,
   * maker, needs.
   */
  private static RuleInfo rule(List<Doc> parts) {
    List<Set<String>> needs = new ArrayList<>();
    for (Doc tokens : parts.subList(5, parts.size())) {
      needs.add(Set.of(((Doc.Scalar) tokens).text().split(" ")));
    }
    return RuleInfo.of(
        value(parts, 0),
        value(parts, 1),
        value(parts, 2),
        Integer.parseInt(value(parts, 3)),
        needs);
  }

  private static String value(List<Doc> parts, int index) {
    return ((Doc.Scalar) parts.get(index)).text();
  }

  private static InputStream automaton() {
    return PackedKnowledge.class.getResourceAsStream("/" + AUTOMATON);
  }

  private static Cause page(String id) {
    try (InputStream in = PackedKnowledge.class.getResourceAsStream("/" + PAGES + id + ".json")) {
      return cause(
          (Doc.Fields) DocReader.json(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("a page of the jar cannot be read: " + id, e);
    }
  }

  private static Cause cause(Doc.Fields doc) {
    return new Cause(
        text(doc, "id"),
        text(doc, "family"),
        text(doc, "title"),
        Prior.valueOf(text(doc, "prior")),
        strings(doc, "meaning"),
        list(doc, "confirm", PackedKnowledge::step),
        list(doc, "fix", PackedKnowledge::step),
        text(doc, "role"),
        text(doc, "risk"),
        text(doc, "undo"),
        text(doc, "verify"),
        strings(doc, "otherwise"),
        list(doc, "links", link -> new Link(text(link, "title"), text(link, "url"))),
        text(doc, "file"));
  }

  private static Step step(Doc.Fields doc) {
    return new Step(text(doc, "text"), text(doc, "command"));
  }

  private static SymptomDefinition symptom(Doc.Fields doc) {
    return new SymptomDefinition(
        text(doc, "id"),
        text(doc, "title"),
        SymptomKind.valueOf(text(doc, "kind")),
        strings(doc, "match"),
        strings(doc, "supersedes"),
        List.of(),
        List.of(),
        text(doc, "file"),
        Integer.parseInt(text(doc, "line")));
  }

  private static String text(Doc.Fields doc, String key) {
    return ((Doc.Scalar) doc.get(key)).text();
  }

  private static List<String> strings(Doc.Fields doc, String key) {
    List<String> all = new ArrayList<>();
    ((Doc.Items) doc.get(key)).items().forEach(item -> all.add(((Doc.Scalar) item).text()));
    return all;
  }

  private static <T> List<T> list(Doc.Fields doc, String key, Function<Doc.Fields, T> reader) {
    List<T> all = new ArrayList<>();
    ((Doc.Items) doc.get(key)).items().forEach(item -> all.add(reader.apply((Doc.Fields) item)));
    return all;
  }

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

  private static void writeRules(JsonGenerator json, ShippedRules rules) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : rules.rules()) {
      json.writeStartArray();
      json.writeString(rule.name());
      json.writeString(rule.conclusion());
      json.writeString(rule.file());
      json.writeString(Integer.toString(rule.line()));
      json.writeString(rules.makers().get(rule.name()));
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
      json.writeStringField("file", symptom.file());
      json.writeStringField("line", Integer.toString(symptom.line()));
      json.writeEndObject();
    }
    json.writeEndArray();
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
    json.writeEndObject();
  }
}
