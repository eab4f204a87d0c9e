package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.Prior;
import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.rules.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether there is a cause that can never come first: nothing speaks for it, or whatever does
 * speaks more loudly for one other cause against which nothing ever speaks.
 */
final class HopelessCheck {
  private final LintSubject subject;
  private final Map<String, List<RuleCondition>> rules;

  private HopelessCheck(LintSubject subject) {
    this.subject = subject;
    this.rules =
        subject.rules().stream()
            .filter(rule -> rule.rule().isAboutCause())
            .collect(
                Collectors.groupingBy(
                    rule -> rule.rule().subject(), TreeMap::new, Collectors.toList()));
  }

  static List<Problem> problems(LintSubject subject) {
    HopelessCheck check = new HopelessCheck(subject);
    List<Problem> problems = new ArrayList<>();
    check.rules.keySet().forEach(cause -> check.judge(cause, problems));
    return problems;
  }

  private void judge(String cause, List<Problem> problems) {
    List<RuleCondition> supporting = supporting(cause);
    if (supporting.isEmpty()) {
      problems.add(
          problem(
              cause, "nothing speaks for " + cause, "add a rule that concludes more than against"));
      return;
    }
    rules.keySet().stream()
        .filter(other -> !other.equals(cause) && beats(other, cause, supporting))
        .findFirst()
        .ifPresent(
            other ->
                problems.add(
                    problem(
                        cause,
                        cause
                            + " never comes before "
                            + other
                            + ", which says more on the same facts",
                        "add what tells them apart, or say that one refines the other")));
  }

  private List<RuleCondition> supporting(String cause) {
    return rules.get(cause).stream().filter(rule -> strength(rule).supports()).toList();
  }

  private boolean beats(String other, String cause, List<RuleCondition> supporting) {
    return neverOpposed(other)
        && prior(other).compareTo(prior(cause)) <= 0
        && !refines(cause, other)
        && supporting.stream()
            .allMatch(
                rule ->
                    supporting(other).stream()
                        .anyMatch(
                            louder ->
                                strength(louder).compareTo(strength(rule)) < 0
                                    && Implication.holdsOnTheSameFacts(
                                        rule.condition(), louder.condition())));
  }

  private boolean neverOpposed(String cause) {
    return rules.get(cause).stream().allMatch(rule -> strength(rule).supports());
  }

  private boolean refines(String cause, String other) {
    Cause page = subject.knowledge().causes().get(cause);
    return page != null && other.equals(page.refines());
  }

  /** The commoner, the smaller. */
  private Prior prior(String cause) {
    Cause page = subject.knowledge().causes().get(cause);
    return page == null ? Prior.RARE : page.prior();
  }

  private static Strength strength(RuleCondition rule) {
    return Strength.valueOf(rule.rule().conclusion().toUpperCase(Locale.ROOT));
  }

  private Problem problem(String cause, String message, String advice) {
    RuleInfo rule = rules.get(cause).get(0).rule();
    Spot spot = Spot.line(subject.text(rule.file()), rule.line());
    return new Problem("hopeless-cause", rule.file(), spot.line(), spot.column(), message, advice);
  }
}
