package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.diagnosis.QuestionDefinition.Option;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Turns {@code rules/questions/*.yaml} into questions and says everything that is wrong. */
final class QuestionLoader {
  private static final Set<String> KEYS =
      Set.of("id", "text", "command", "seconds", "rights", "answers");

  private final String file;
  private final Collection<Problem> problems;

  private QuestionLoader(String file, Collection<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  static List<QuestionDefinition> load(String file, Doc doc, Collection<Problem> problems) {
    return new QuestionLoader(file, problems).questions(doc);
  }

  private List<QuestionDefinition> questions(Doc doc) {
    List<QuestionDefinition> all = new ArrayList<>();
    if (!(doc instanceof Doc.Items items)) {
      problem(
          "wrong-form",
          doc.at(),
          "a question file is a list of questions; this is " + doc.kind(),
          "");
      return all;
    }
    for (Doc item : items.items()) {
      if (item instanceof Doc.Fields fields) {
        all.add(question(fields));
      } else {
        problem("wrong-form", item.at(), "a question is a mapping; this is " + item.kind(), "");
      }
    }
    return all;
  }

  private QuestionDefinition question(Doc.Fields fields) {
    fields
        .keys()
        .forEach(
            (key, at) -> {
              if (!KEYS.contains(key)) {
                problem("unknown-key", at, "a question has no " + key, Nearest.advice(key, KEYS));
              }
            });
    List<Option> answers = answers(fields);
    if (answers.size() < 2) {
      problem(
          "too-few-answers",
          fields.at(),
          "a question needs at least two answers",
          "add what else it can be");
    }
    return new QuestionDefinition(
        text(fields, "id", true),
        text(fields, "text", true),
        text(fields, "command", false).strip(),
        seconds(fields),
        text(fields, "rights", false),
        answers,
        file,
        fields.at().line());
  }

  private int seconds(Doc.Fields fields) {
    String written = text(fields, "seconds", true);
    if (!written.matches("\\d{1,5}")) {
      problem("unknown-value", fields.at(), "seconds is '" + written + "'", "write a whole number");
      return 60;
    }
    return Integer.parseInt(written);
  }

  private List<Option> answers(Doc.Fields fields) {
    List<Option> options = new ArrayList<>();
    if (fields.get("answers") instanceof Doc.Items items) {
      for (Doc item : items.items()) {
        if (item instanceof Doc.Fields answer && answer.get("facts") instanceof Doc.Fields facts) {
          option(answer, facts, options);
        } else {
          problem("wrong-form", item.at(), "an answer has label and facts", "");
        }
      }
    }
    return options;
  }

  private void option(Doc.Fields answer, Doc.Fields facts, List<Option> options) {
    answer
        .keys()
        .forEach(
            (key, at) -> {
              if (!key.equals("label") && !key.equals("facts")) {
                problem("unknown-key", at, "an answer has no " + key, "known are label, facts");
              }
            });
    Option option = new Option(text(answer, "label", true), facts);
    try {
      option.facts(Instant.EPOCH);
      options.add(option);
    } catch (InputException e) {
      problem("invalid-case", facts.at(), e.getMessage(), "");
    }
  }

  private String text(Doc.Fields fields, String key, boolean required) {
    if (fields.get(key) instanceof Doc.Scalar scalar && scalar.text() != null) {
      return scalar.text();
    }
    if (required) {
      problem("missing-key", fields.at(), key + " is missing", "add " + key + ":");
    }
    return "";
  }

  private void problem(String id, Doc.Position at, String message, String advice) {
    problems.add(new Problem(id, file, at.line(), at.column(), message, advice));
  }
}
