package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.CaseProof;
import io.github.acrdoctor.diagnosis.CauseCase;
import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Facts;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.List;

/** Whether the facts of cases have values that such facts can have. */
final class CaseValueCheck {
  private CaseValueCheck() {}

  static List<Problem> problems(LintSubject subject) {
    List<Problem> problems = new ArrayList<>();
    for (CaseProof done : subject.proofs()) {
      for (Fact fact : done.proof().input().facts()) {
        Facts.known(fact)
            .forEach(
                (field, value) -> {
                  List<String> words = ValueCheck.words(fact.getClass(), field);
                  if (!words.isEmpty() && !words.contains(value)) {
                    problems.add(
                        problem(subject, done.proof(), fact, field, value.toString(), words));
                  }
                });
      }
    }
    return problems;
  }

  private static Problem problem(
      LintSubject subject,
      CauseCase proof,
      Fact fact,
      String field,
      String value,
      List<String> words) {
    Spot spot = Spot.word(subject.text(proof.file()), proof.line(), field + ": " + value);
    return new Problem(
        "unknown-value",
        proof.file(),
        spot.line(),
        spot.column(),
        FactTypes.key(fact.getClass()) + "." + field + " is never " + value,
        Nearest.advice(value, words));
  }
}
