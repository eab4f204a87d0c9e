package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a rule of a cause says nothing that another rule of it does not say anyway. */
final class OverlapCheck {
  /** How much a conclusion counts in its direction. */
  private static final Map<String, Integer> WEIGHT =
      Map.of(
          "certain",
          3,
          "strong",
          2,
          "hint",
          1,
          "against",
          -1,
          "excluded",
          -2,
          "concept",
          1,
          "contradiction",
          1);

  private OverlapCheck() {}

  static List<Problem> problems(LintSubject subject) {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<RuleCondition>> bySubject =
        subject.rules().stream()
            .collect(
                Collectors.groupingBy(
                    rule -> rule.rule().subject(), TreeMap::new, Collectors.toList()));
    for (List<RuleCondition> rules : bySubject.values()) {
      List<String> texts = rules.stream().map(rule -> Canonical.of(rule.condition())).toList();
      for (int i = 0; i < rules.size(); i++) {
        Problem problem = problem(subject, rules, texts, i);
        if (problem != null) {
          problems.add(problem);
        }
      }
    }
    return problems;
  }

  private static Problem problem(
      LintSubject subject, List<RuleCondition> rules, List<String> texts, int number) {
    RuleCondition rule = rules.get(number);
    for (int i = 0; i < rules.size(); i++) {
      RuleCondition other = rules.get(i);
      if (i == number || !atLeastAsMuch(other.rule(), rule.rule())) {
        continue;
      }
      if (texts.get(i).equals(texts.get(number))
          && other.rule().conclusion().equals(rule.rule().conclusion())) {
        if (i < number) {
          return of(subject, rule.rule(), "duplicate-rule", "says the same as", other.rule());
        }
      } else if (addsNothing(rule, other)) {
        return of(subject, rule.rule(), "subsumed-rule", "never says more than", other.rule());
      }
    }
    return null;
  }

  private static boolean addsNothing(RuleCondition rule, RuleCondition other) {
    return rule.rule().isConcept()
        ? Implication.holds(rule.condition(), other.condition())
        : Implication.holdsOnTheSameFacts(rule.condition(), other.condition());
  }

  private static boolean atLeastAsMuch(RuleInfo one, RuleInfo other) {
    int a = WEIGHT.get(one.conclusion());
    int b = WEIGHT.get(other.conclusion());
    return a > 0 == b > 0 && Math.abs(a) >= Math.abs(b);
  }

  private static Problem of(
      LintSubject subject, RuleInfo rule, String id, String what, RuleInfo other) {
    Spot spot = Spot.line(subject.text(rule.file()), rule.line());
    return new Problem(
        id,
        rule.file(),
        spot.line(),
        spot.column(),
        "this rule " + what + " the one at " + other.place(),
        "remove it, or say what tells the two apart");
  }
}
