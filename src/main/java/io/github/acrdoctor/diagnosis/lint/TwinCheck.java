package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether there are two causes between which no fact decides: the same conditions speak for both.
 */
final class TwinCheck {
  private TwinCheck() {}

  static List<Problem> problems(LintSubject subject) {
    Map<String, Set<String>> said = new TreeMap<>();
    Map<String, RuleInfo> first = new HashMap<>();
    for (RuleCondition rule : subject.rules()) {
      if (rule.rule().isAboutCause()) {
        String cause = rule.rule().subject();
        first.putIfAbsent(cause, rule.rule());
        said.computeIfAbsent(cause, c -> new TreeSet<>())
            .add(rule.rule().conclusion() + " " + Canonical.of(rule.condition()));
      }
    }
    Map<Set<String>, String> seen = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    said.forEach(
        (cause, conditions) -> {
          String twin = seen.putIfAbsent(conditions, cause);
          if (twin != null) {
            RuleInfo rule = first.get(cause);
            Spot spot = Spot.line(subject.text(rule.file()), rule.line());
            problems.add(
                new Problem(
                    "twin-causes",
                    rule.file(),
                    spot.line(),
                    spot.column(),
                    "no fact tells " + cause + " from " + twin,
                    "add a rule over what differs, or make one cause of the two"));
          }
        });
    return problems;
  }
}
