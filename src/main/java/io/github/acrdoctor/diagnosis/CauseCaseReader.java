package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads {@code <cause>.cases.yaml}. */
final class CauseCaseReader {
  static final Set<String> EXPECTATIONS =
      Set.of("certain", "strong", "hint", "against", "excluded", "none", "contradiction");

  private CauseCaseReader() {}

  static List<CauseCase> read(String file, String text, Collection<Problem> problems) {
    List<CauseCase> cases = new ArrayList<>();
    try {
      Doc doc = DocReader.read(file, text);
      if (!(doc instanceof Doc.Items items)) {
        problems.add(
            new Problem(file, 1, 0, "a case file is a list of cases; this is " + doc.kind(), ""));
        return cases;
      }
      for (Doc item : items.items()) {
        readCase(file, item, cases, problems);
      }
    } catch (InputException e) {
      problems.add(new Problem(file, 0, 0, e.getMessage(), ""));
    }
    return cases;
  }

  private static void readCase(
      String file, Doc item, List<CauseCase> cases, Collection<Problem> problems) {
    int line = item.at().line();
    if (!(item instanceof Doc.Fields fields)
        || !(fields.get("name") instanceof Doc.Scalar name)
        || !(fields.get("expect") instanceof Doc.Scalar expect)) {
      problems.add(new Problem(file, line, 0, "a case has name, texts or facts, and expect", ""));
      return;
    }
    if (!EXPECTATIONS.contains(expect.text())) {
      problems.add(
          new Problem(
              file,
              expect.at().line(),
              0,
              "there is no strength " + expect.text(),
              Nearest.advice(String.valueOf(expect.text()), EXPECTATIONS)));
      return;
    }
    try {
      String cause = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.cases\\.yaml$", "");
      cases.add(
          new CauseCase(
              cause, name.text(), CaseReader.read(file, item), expect.text(), file, line));
    } catch (InputException e) {
      problems.add(new Problem(file, line, 0, e.getMessage(), ""));
    }
  }
}
