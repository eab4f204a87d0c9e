package io.github.acrdoctor.symptoms;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.Hop;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Vocabulary;
import io.github.acrdoctor.symptoms.SymptomDefinition.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns {@code rules/symptoms/*.yaml} into definitions and says everything that is wrong with them.
 */
public final class SymptomLoader {
  /** Names that captures may have: those the symptom fact offers to rules. */
  public static final Set<String> CAPTURES =
      Set.of(
          ("host ip status code action repository tag user tenant resolver endpoint name"
                  + " subscription version scope")
              .split(" ", -1));

  private static final Set<String> KEYS =
      Set.of(
          "id title kind match supersedes fails-at passed fills examples near-misses"
              .split(" ", -1));

  private final String file;
  private final Collection<Problem> problems;

  private SymptomLoader(String file, Collection<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads the symptoms of one file.
   *
   * @param file name for messages
   * @param doc the file
   * @param problems collects what is wrong
   * @return the sound ones, in order
   */
  public static List<SymptomDefinition> load(String file, Doc doc, Collection<Problem> problems) {
    return new SymptomLoader(file, problems).symptoms(doc);
  }

  private List<SymptomDefinition> symptoms(Doc doc) {
    List<SymptomDefinition> all = new ArrayList<>();
    if (!(doc instanceof Doc.Items items)) {
      problem("wrong-form", doc, "a symptom file is a list of symptoms; this is " + doc.kind(), "");
      return all;
    }
    for (Doc item : items.items()) {
      if (item instanceof Doc.Fields fields) {
        SymptomDefinition symptom = symptom(fields);
        if (symptom != null) {
          all.add(symptom);
        }
      } else {
        problem("wrong-form", item, "a symptom is a mapping; this is " + item.kind(), "");
      }
    }
    return all;
  }

  private SymptomDefinition symptom(Doc.Fields fields) {
    checkKeys(fields, KEYS, "a symptom");
    String id = scalar(fields, "id", true);
    String title = scalar(fields, "title", true);
    List<String> patterns = patterns(fields);
    if (id == null || title == null || patterns.isEmpty()) {
      return null;
    }
    return new SymptomDefinition(
        id,
        title,
        kind(fields),
        patterns,
        strings(fields.get("supersedes")),
        hop(fields, "fails-at"),
        hop(fields, "passed"),
        fills(fields.get("fills")),
        examples(fields.get("examples")),
        strings(fields.get("near-misses")),
        file,
        fields.at().line());
  }

  private void checkKeys(Doc.Fields fields, Set<String> known, String noun) {
    fields
        .keys()
        .forEach(
            (key, at) -> {
              if (!known.contains(key)) {
                problem("unknown-key", at, noun + " has no " + key, Nearest.advice(key, known));
              }
            });
  }

  private SymptomKind kind(Doc.Fields fields) {
    String kind = scalar(fields, "kind", false);
    if (kind == null) {
      return SymptomKind.ERROR;
    }
    try {
      return SymptomKind.valueOf(kind.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problem(
          "unknown-value",
          fields.get("kind"),
          "there is no kind " + kind,
          "known are error, context, consequence");
      return SymptomKind.ERROR;
    }
  }

  private Hop hop(Doc.Fields fields, String key) {
    String word = scalar(fields, key, false);
    if (word == null) {
      return null;
    }
    List<String> words = Arrays.stream(Hop.values()).map(Hop::word).toList();
    if (!words.contains(word)) {
      problem(
          "unknown-value",
          fields.get(key),
          "there is no hop " + word,
          "known are " + String.join(", ", words));
      return null;
    }
    return Hop.values()[words.indexOf(word)];
  }

  private Map<String, String> fills(Doc doc) {
    Map<String, String> fills = new TreeMap<>();
    if (doc instanceof Doc.Fields fields) {
      fields
          .fields()
          .forEach(
              (capture, placeholder) -> {
                if (!CAPTURES.contains(capture)) {
                  problem(
                      "unknown-capture",
                      placeholder,
                      "there is no capture " + capture,
                      Nearest.advice(capture, CAPTURES));
                }
                String name = placeholder instanceof Doc.Scalar s ? s.text() : "";
                if (!Vocabulary.has(name)) {
                  problem(
                      "unknown-placeholder",
                      placeholder,
                      "there is no placeholder " + name,
                      Nearest.advice(name, Vocabulary.names()));
                }
                fills.put(capture, name);
              });
    } else if (doc != null) {
      problem(
          "wrong-form",
          doc,
          "fills is " + doc.kind() + ", not a mapping",
          "write {name: registry.name}");
    }
    return fills;
  }

  private List<String> patterns(Doc.Fields fields) {
    List<String> sound = new ArrayList<>();
    Doc match = fields.get("match");
    if (match == null) {
      problem("missing-key", fields, "match is missing", "list what the text says");
      return sound;
    }
    for (Doc item : match instanceof Doc.Items items ? items.items() : List.of(match)) {
      if (item instanceof Doc.Scalar scalar && scalar.text() != null) {
        if (isSound(scalar)) {
          sound.add(scalar.text());
        }
      } else {
        problem(
            "wrong-form",
            item,
            "an alternative is a string; this is " + item.kind(),
            "put it in quotes");
      }
    }
    return sound;
  }

  private boolean isSound(Doc.Scalar pattern) {
    try {
      Pattern compiled = Alternative.compile(pattern.text());
      for (String name : compiled.namedGroups().keySet()) {
        if (!CAPTURES.contains(name)) {
          problem(
              "unknown-capture",
              pattern,
              "there is no capture " + name,
              Nearest.advice(name, CAPTURES));
        }
      }
    } catch (PatternSyntaxException e) {
      problem("invalid-pattern", pattern, "not an RE2 pattern: " + e.getDescription(), "");
      return false;
    }
    if (RequiredLiteral.of(pattern.text()).isEmpty()) {
      problem(
          "no-literal",
          pattern,
          "the pattern has no run of "
              + RequiredLiteral.SHORTEST
              + " plain characters that every match contains",
          "split alternatives into lines of their own");
      return false;
    }
    return true;
  }

  private List<Example> examples(Doc doc) {
    List<Example> all = new ArrayList<>();
    if (doc == null) {
      return all;
    }
    for (Doc item : doc instanceof Doc.Items items ? items.items() : List.of(doc)) {
      if (item instanceof Doc.Scalar scalar && scalar.text() != null) {
        all.add(new Example(scalar.text(), Map.of()));
      } else if (item instanceof Doc.Fields fields
          && fields.get("text") instanceof Doc.Scalar text) {
        checkKeys(fields, Set.of("text", "captures"), "an example");
        all.add(new Example(text.text(), captures(fields.get("captures"))));
      } else {
        problem(
            "wrong-form", item, "an example is a string, or a mapping with text and captures", "");
      }
    }
    return all;
  }

  private Map<String, String> captures(Doc doc) {
    Map<String, String> values = new TreeMap<>();
    if (doc instanceof Doc.Fields fields) {
      fields
          .fields()
          .forEach(
              (name, value) -> values.put(name, value instanceof Doc.Scalar s ? s.text() : ""));
    } else if (doc != null) {
      problem("wrong-form", doc, "captures is " + doc.kind() + ", not a mapping", "");
    }
    return values;
  }

  private List<String> strings(Doc doc) {
    List<String> all = new ArrayList<>();
    if (doc == null) {
      return all;
    }
    for (Doc item : doc instanceof Doc.Items items ? items.items() : List.of(doc)) {
      if (item instanceof Doc.Scalar scalar && scalar.text() != null) {
        all.add(scalar.text());
      } else {
        problem(
            "wrong-form", item, "this is " + item.kind() + ", not a string", "put it in quotes");
      }
    }
    return all;
  }

  private String scalar(Doc.Fields fields, String key, boolean required) {
    Doc doc = fields.get(key);
    if (doc instanceof Doc.Scalar scalar && scalar.text() != null) {
      return scalar.text();
    }
    if (doc != null) {
      problem("wrong-form", doc, key + " is " + doc.kind() + ", not a single value", "");
    } else if (required) {
      problem("missing-key", fields, key + " is missing", "add " + key + ":");
    }
    return null;
  }

  private void problem(String id, Doc doc, String message, String advice) {
    problem(id, doc.at(), message, advice);
  }

  private void problem(String id, Doc.Position at, String message, String advice) {
    problems.add(new Problem(id, file, at.line(), at.column(), message, advice));
  }
}
