package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.NamedIds;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.symptoms.Recogniser;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Whether a symptom has any effect, and does not hide itself by way of others. */
final class SymptomUseCheck {
  private final LintSubject subject;
  private final Recogniser recogniser;
  private final Set<String> used = new TreeSet<>();

  private SymptomUseCheck(LintSubject subject) {
    this.subject = subject;
    this.recogniser = subject.knowledge().recogniser();
    for (RuleCondition rule : subject.rules()) {
      used.addAll(NamedIds.symptoms(rule.condition()));
    }
    recogniser.definitions().values().forEach(symptom -> used.addAll(symptom.supersedes()));
  }

  static List<Problem> problems(LintSubject subject) {
    SymptomUseCheck check = new SymptomUseCheck(subject);
    return check.recogniser.definitions().values().parallelStream()
        .map(check::judge)
        .filter(Objects::nonNull)
        .toList();
  }

  private Problem judge(SymptomDefinition symptom) {
    if (isIdle(symptom)) {
      return problem(
          "unused-symptom",
          symptom,
          "no rule uses the symptom " + symptom.id(),
          "write a rule over it, or remove it");
    }
    if (opensCircle(symptom)) {
      return problem(
          "supersedes-circle",
          symptom,
          symptom.id() + " supersedes itself by way of others",
          "the more exact symptom supersedes the vaguer one, never both");
    }
    return null;
  }

  /** Without a rule, a symptom still tells how far the client got, and hides vaguer ones. */
  private boolean isIdle(SymptomDefinition symptom) {
    return !used.contains(symptom.id())
        && symptom.supersedes().isEmpty()
        && symptom.failsAt() == null
        && symptom.passed() == null
        && symptom.kind() == SymptomKind.ERROR;
  }

  /** A circle is named once, at the first of its symptoms in the alphabet. */
  private boolean opensCircle(SymptomDefinition symptom) {
    Set<String> reached = superseded(symptom.id());
    return reached.contains(symptom.id())
        && reached.stream()
            .filter(other -> superseded(other).contains(symptom.id()))
            .allMatch(other -> other.compareTo(symptom.id()) >= 0);
  }

  /** All that a symptom supersedes, also by way of others. */
  private Set<String> superseded(String id) {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      SymptomDefinition next = recogniser.definition(open.remove(open.size() - 1));
      if (next != null) {
        next.supersedes().stream().filter(reached::add).forEach(open::add);
      }
    }
    return reached;
  }

  private Problem problem(String id, SymptomDefinition symptom, String message, String advice) {
    Spot spot = Spot.word(subject.text(symptom.file()), symptom.line(), symptom.id());
    return new Problem(id, symptom.file(), spot.line(), spot.column(), message, advice);
  }
}
