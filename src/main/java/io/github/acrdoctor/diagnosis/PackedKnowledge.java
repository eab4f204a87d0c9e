package io.github.acrdoctor.diagnosis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.Hop;
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

  /** Where the questions lie in the jar; read only when a case is ambiguous. */
  public static final String QUESTIONS = "acr-doctor/questions.json";

  /** Where the examples of the symptoms lie in the jar; read only when nothing was recognised. */
  public static final String EXAMPLES = "acr-doctor/examples.json";

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
          Weights.read(NAME, root.get("weights")),
          new Late<>(PackedKnowledge::questions),
          new Late<>(PackedKnowledge::examples));
    }
  }

  private static Doc resource(String name) {
    try (InputStream in = PackedKnowledge.class.getResourceAsStream("/" + name)) {
      return DocReader.json(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a part of the jar cannot be read: " + name, e);
    }
  }

  private static List<QuestionDefinition> questions() {
    return QuestionLoader.load(NAME, resource(QUESTIONS), new ArrayList<>());
  }

  private static Map<String, List<String>> examples() {
    Map<String, List<String>> examples = new TreeMap<>();
    Doc.Fields all = (Doc.Fields) resource(EXAMPLES);
    all.fields().keySet().forEach(id -> examples.put(id, strings(all, id)));
    return examples;
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
        textOrNull(doc, "refines"),
        doc.get("settles") == null ? null : Settling.parse(text(doc, "settles")),
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
        hop(doc, "failsAt"),
        hop(doc, "passed"),
        fills(doc.get("fills")),
        List.of(),
        List.of(),
        text(doc, "file"),
        Integer.parseInt(text(doc, "line")));
  }

  private static Hop hop(Doc.Fields doc, String key) {
    return doc.get(key) == null ? null : Hop.valueOf(text(doc, key));
  }

  private static Map<String, String> fills(Doc doc) {
    Map<String, String> fills = new TreeMap<>();
    if (doc instanceof Doc.Fields fields) {
      fields.fields().keySet().forEach(capture -> fills.put(capture, text(fields, capture)));
    }
    return fills;
  }

  private static String text(Doc.Fields doc, String key) {
    return ((Doc.Scalar) doc.get(key)).text();
  }

  private static String textOrNull(Doc.Fields doc, String key) {
    return doc.get(key) == null ? null : text(doc, key);
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
