package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A failure whose cause is known.
 *
 * @param id the case's id
 * @param texts what was run, where that is known, and what it printed
 * @param cause the true cause
 * @param family the true cause's family
 * @param accept other causes an expert would equally name first, given only the text
 * @param ambiguous whether the text alone cannot decide
 */
public record LabelledCase(
    String id,
    List<Text> texts,
    String cause,
    String family,
    Set<String> accept,
    boolean ambiguous) {
  /** Collections are copied. */
  public LabelledCase {
    texts = List.copyOf(texts);
    accept = Set.copyOf(accept);
  }

  /**
   * Whether a cause is a right first answer.
   *
   * @param answer a cause
   * @return true for the true cause and the equally accepted ones
   */
  public boolean accepts(String answer) {
    return cause.equals(answer) || accept.contains(answer);
  }

  /**
   * Reads one line of a file of labelled cases.
   *
   * @param where file and line, for messages
   * @param line a JSON object with text, cause, family, accept, ambiguous_from_text and,
   *     optionally, id and command
   * @param withCommand whether what was run is read too
   * @return the case
   * @throws InputException when it has another form
   */
  public static LabelledCase read(String where, String line, boolean withCommand) {
    if (!(DocReader.json(where, line) instanceof Doc.Fields fields)) {
      throw new InputException(where, "a labelled case is a JSON object", "");
    }
    List<Text> texts = new ArrayList<>();
    String command = optional(fields, "command");
    if (withCommand && command != null) {
      texts.add(new Text("command", command));
    }
    texts.add(new Text("text", required(where, fields, "text")));
    Set<String> accept = new TreeSet<>();
    if (fields.get("accept") instanceof Doc.Items items) {
      items.items().forEach(item -> accept.add(item instanceof Doc.Scalar s ? s.text() : ""));
    }
    String id = optional(fields, "id");
    return new LabelledCase(
        id == null ? where : id,
        texts,
        required(where, fields, "cause"),
        required(where, fields, "family"),
        accept,
        "true".equals(optional(fields, "ambiguous_from_text")));
  }

  private static String optional(Doc.Fields fields, String key) {
    return fields.get(key) instanceof Doc.Scalar scalar ? scalar.text() : null;
  }

  private static String required(String where, Doc.Fields fields, String key) {
    String value = optional(fields, key);
    if (value == null) {
      throw new InputException(
          where,
          key + " is missing",
          "a labelled case has text, cause, family, accept, ambiguous_from_text");
    }
    return value;
  }
}
