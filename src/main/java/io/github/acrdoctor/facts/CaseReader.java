package io.github.acrdoctor.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads case files (YAML or JSON): {@code id, now, texts, facts}, and {@code expect} in samples.
 */
public final class CaseReader {
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("id", "now", "texts", "facts", "expect", "name"));

  private final String name;

  private CaseReader(String name) {
    this.name = name;
  }

  /**
   * Reads a case.
   *
   * @param name name of the file for messages
   * @param text its content
   * @return the case
   * @throws InputException when it does not have the form of a case
   */
  public static Case read(String name, String text) {
    return read(name, DocReader.read(name, text));
  }

  /**
   * Reads a case out of a document.
   *
   * @param name name of the file for messages
   * @param doc the part of the document that is the case
   * @return the case
   * @throws InputException when it does not have the form of a case
   */
  public static Case read(String name, Doc doc) {
    return new CaseReader(name).caseOf(doc);
  }

  private Case caseOf(Doc doc) {
    if (!(doc instanceof Doc.Fields fields)) {
      throw refuse(
          doc.at(), "a case is a mapping with id, now, texts and facts; this is " + doc.kind(), "");
    }
    for (String key : fields.fields().keySet()) {
      if (!KEYS.contains(key)) {
        throw refuse(fields.keys().get(key), "a case has no " + key, Nearest.advice(key, KEYS));
      }
    }
    return new Case(
        scalar(fields, "id"), now(fields), texts(fields.get("texts")), facts(fields.get("facts")));
  }

  private Instant now(Doc.Fields fields) {
    String text = scalar(fields, "now");
    if (text == null) {
      return null;
    }
    return FactReader.Times.parse(text)
        .orElseThrow(
            () ->
                refuse(
                    fields.get("now").at(),
                    "now cannot be '" + FactReader.Times.brief(text) + "'",
                    "write a time such as 2026-11-24T10:00:00Z"));
  }

  private List<Text> texts(Doc doc) {
    List<Text> texts = new ArrayList<>();
    if (doc == null) {
      return texts;
    }
    List<Doc> items = doc instanceof Doc.Items list ? list.items() : List.of(doc);
    for (Doc item : items) {
      texts.add(text(item, texts.size() + 1));
    }
    return texts;
  }

  private Text text(Doc item, int number) {
    if (item instanceof Doc.Scalar scalar && scalar.text() != null) {
      return new Text("text " + number, scalar.text());
    }
    if (item instanceof Doc.Fields fields) {
      for (String key : fields.fields().keySet()) {
        if (!key.equals("source") && !key.equals("text")) {
          throw refuse(fields.keys().get(key), "a text has no " + key, "known are source, text");
        }
      }
      String source = scalar(fields, "source");
      String text = scalar(fields, "text");
      if (text != null) {
        return new Text(source == null ? "text " + number : source, text);
      }
    }
    throw refuse(item.at(), "a text is a string, or a mapping with source and text", "");
  }

  private List<Fact> facts(Doc doc) {
    if (doc == null || (doc instanceof Doc.Scalar scalar && scalar.text() == null)) {
      return List.of();
    }
    if (doc instanceof Doc.Fields fields) {
      return new FactReader(name).read(fields);
    }
    throw refuse(doc.at(), "facts is " + doc.kind() + ", not a mapping of facts by name", "");
  }

  private String scalar(Doc.Fields fields, String key) {
    Doc doc = fields.get(key);
    if (doc == null) {
      return null;
    }
    if (doc instanceof Doc.Scalar scalar) {
      return scalar.text();
    }
    throw refuse(doc.at(), key + " is " + doc.kind() + ", not a single value", "");
  }

  private InputException refuse(Doc.Position at, String what, String advice) {
    return new InputException(name + ":" + at.line() + ":" + at.column(), what, advice);
  }
}
