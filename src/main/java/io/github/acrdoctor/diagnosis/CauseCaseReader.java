package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code <cause>.cases.yaml}. */
final class CauseCaseReader {
  static final Set<String> EXPECTATIONS =
      Set.of("certain", "strong", "hint", "against", "excluded", "none", "contradiction");

  private static final String GAP = "known-gap";

  private CauseCaseReader() {}

  /** The cases that must hold; those that are known not to hold prove nothing. */
  static List<CauseCase> read(String file, String text, Collection<Problem> problems) {
    return marked(file, text, problems).stream()
        .filter(marked -> !marked.isGap())
        .map(MarkedCase::proof)
        .toList();
  }

  /** All cases with their marks. */
  static List<MarkedCase> marked(String file, String text, Collection<Problem> problems) {
    List<MarkedCase> cases = new ArrayList<>();
    try {
      Doc doc = DocReader.read(file, text);
      if (!(doc instanceof Doc.Items items)) {
        problems.add(
            new Problem(
                "wrong-form",
                file,
                1,
                0,
                "a case file is a list of cases; this is " + doc.kind(),
                ""));
        return cases;
      }
      for (Doc item : items.items()) {
        readCase(file, item, cases, problems);
      }
    } catch (InputException e) {
      problems.add(Problem.of(file, e));
    }
    return cases;
  }

  private static void readCase(
      String file, Doc item, List<MarkedCase> cases, Collection<Problem> problems) {
    int line = item.at().line();
    if (!(item instanceof Doc.Fields fields)
        || !(fields.get("name") instanceof Doc.Scalar name)
        || !(fields.get("expect") instanceof Doc.Scalar expect)) {
      problems.add(
          new Problem(
              "missing-key", file, line, 0, "a case has name, texts or facts, and expect", ""));
      return;
    }
    if (!EXPECTATIONS.contains(expect.text())) {
      problems.add(
          new Problem(
              "unknown-value",
              file,
              expect.at().line(),
              0,
              "there is no strength " + expect.text(),
              Nearest.advice(String.valueOf(expect.text()), EXPECTATIONS)));
      return;
    }
    if (fields.fields().containsKey(GAP) && gap(fields) == null) {
      problems.add(
          new Problem(
              "missing-key",
              file,
              fields.keys().get(GAP).line(),
              fields.keys().get(GAP).column(),
              "a known gap needs its reason",
              "write why it is not closed yet, as in known-gap: needs the proxy's name"));
      return;
    }
    try {
      String cause = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.cases\\.yaml$", "");
      cases.add(
          new MarkedCase(
              new CauseCase(
                  cause,
                  name.text(),
                  CaseReader.read(file, unmarked(fields)),
                  expect.text(),
                  file,
                  line),
              gap(fields)));
    } catch (InputException e) {
      problems.add(Problem.of("invalid-case", file, e));
    }
  }

  private static String gap(Doc.Fields fields) {
    return fields.get(GAP) instanceof Doc.Scalar reason
            && reason.text() != null
            && !reason.text().isBlank()
        ? reason.text()
        : null;
  }

  private static Doc.Fields unmarked(Doc.Fields fields) {
    Map<String, Doc> others = new LinkedHashMap<>(fields.fields());
    others.remove(GAP);
    return new Doc.Fields(others, fields.keys(), fields.at());
  }
}
