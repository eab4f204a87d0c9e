package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether each rule fires in some case; that a case would miss it, MutationsTest demands. */
final class ProofCheck {
  private ProofCheck() {}

  static List<Problem> problems(LintSubject subject) {
    Set<String> fired =
        subject.proofs().stream()
            .flatMap(done -> done.fired().stream())
            .collect(Collectors.toSet());
    return subject.rules().stream()
        .map(RuleCondition::rule)
        .filter(rule -> !fired.contains(rule.name()))
        .map(rule -> problem(subject, rule))
        .toList();
  }

  private static Problem problem(LintSubject subject, RuleInfo rule) {
    Spot spot = Spot.line(subject.text(rule.file()), rule.line());
    return new Problem(
        "unproven-rule",
        rule.file(),
        spot.line(),
        spot.column(),
        "this rule fires in no case",
        "add a case in which it does; acr-doctor explain --why-not shows what stops it");
  }
}
