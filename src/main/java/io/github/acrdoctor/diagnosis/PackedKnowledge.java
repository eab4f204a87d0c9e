package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.Hop;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.rules.ShippedRules;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
   * maker, reads, needs.
   */
  private static RuleInfo rule(List<Doc> parts) {
    List<Set<String>> needs = new ArrayList<>();
    for (Doc tokens : parts.subList(6, parts.size())) {
      needs.add(Set.of(((Doc.Scalar) tokens).text().split(" ")));
    }
    return RuleInfo.of(
        value(parts, 0),
        value(parts, 1),
        value(parts, 2),
        Integer.parseInt(value(parts, 3)),
        needs,
        value(parts, 5));
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
}
