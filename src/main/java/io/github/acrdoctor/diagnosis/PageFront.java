package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Vocabulary;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Reads what stands between the dashes at the top of a page. */
final class PageFront {
  private static final Set<String> KEYS = Set.of("title", "prior", "refines", "settles");

  private final String file;
  private final Collection<Problem> problems;
  private final Doc.Fields fields;

  private PageFront(String file, Doc.Fields fields, Collection<Problem> problems) {
    this.file = file;
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * Reads it.
   *
   * @param file the page
   * @param yaml what stands between the dashes, from line 2 of the page on
   * @param problems collects what is wrong
   * @return null when it cannot be used at all
   */
  static PageFront read(String file, String yaml, Collection<Problem> problems) {
    try {
      if (DocReader.read(file, yaml) instanceof Doc.Fields fields) {
        PageFront front = new PageFront(file, fields, problems);
        front.checkKeys();
        return front;
      }
      problems.add(
          new Problem(
              "page-front-matter",
              file,
              2,
              1,
              "the front matter is not a mapping",
              "write title: and prior:"));
    } catch (InputException e) {
      problems.add(
          new Problem(
              "page-front-matter",
              file,
              2,
              1,
              "the front matter cannot be read: " + e.getMessage(),
              "put the title in quotes"));
    }
    return null;
  }

  private void checkKeys() {
    fields
        .keys()
        .forEach(
            (key, at) -> {
              if (!KEYS.contains(key)) {
                problem(
                    "unknown-key", at, "the front matter has no " + key, Nearest.advice(key, KEYS));
              }
            });
  }

  /** What is wrong, in one line; null when it is missing. */
  String title() {
    return required("title");
  }

  /** How often the cause occurs; the middle when it is not said. */
  Prior prior() {
    String prior = required("prior");
    try {
      return prior == null ? Prior.OCCASIONAL : Prior.valueOf(prior.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problem(
          "unknown-value",
          fields.get("prior").at(),
          "prior is " + prior,
          "write common, occasional or rare");
      return Prior.OCCASIONAL;
    }
  }

  /** The general cause that this one is a special form of; null for most. */
  String refines() {
    return optional("refines");
  }

  /** When it passes by itself; null when it does not. */
  Settling settles() {
    String written = optional("settles");
    if (written == null) {
      return null;
    }
    Settling settling = Settling.parse(written);
    if (settling == null || !settling.events().stream().allMatch(Vocabulary::has)) {
      problem(
          "unknown-value",
          fields.get("settles").at(),
          "settles is '" + written + "'",
          "write it like this: 10 minutes after roleAssignment.createdAt");
    }
    return settling;
  }

  private String optional(String key) {
    return fields.get(key) instanceof Doc.Scalar scalar ? scalar.text() : null;
  }

  private String required(String key) {
    String value = optional(key);
    if (value == null) {
      problem("missing-key", fields.at(), key + " is missing", "add it at the top");
    }
    return value;
  }

  private void problem(String id, Doc.Position at, String message, String advice) {
    problems.add(new Problem(id, file, at.line() + 1, at.column(), message, advice));
  }
}
