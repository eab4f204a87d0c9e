package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.Condition.FactPattern;
import io.github.acrdoctor.rules.Constraint;
import io.github.acrdoctor.rules.NamedIds;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the values that rules and pages take out of texts are ever taken out of them. */
final class CaptureCheck {
  private static final Pattern GROUP = Pattern.compile("\\(\\?P?<([a-z]+)>");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\$?[A-Za-z][A-Za-z0-9]*");

  private final LintSubject subject;
  private final Map<String, Set<String>> captures = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CaptureCheck(LintSubject subject) {
    this.subject = subject;
    for (SymptomDefinition symptom : subject.knowledge().recogniser().definitions().values()) {
      captures.put(symptom.id(), captures(symptom));
    }
  }

  static List<Problem> problems(LintSubject subject) {
    CaptureCheck check = new CaptureCheck(subject);
    subject.knowledge().recogniser().definitions().values().forEach(check::fills);
    for (RuleCondition rule : subject.rules()) {
      for (FactPattern pattern : Patterns.all(rule.condition())) {
        if (pattern.type() == Symptom.class) {
          check.pattern(rule.rule().file(), pattern);
        }
      }
    }
    return check.problems;
  }

  private static Set<String> captures(SymptomDefinition symptom) {
    Set<String> names = new TreeSet<>();
    for (String pattern : symptom.patterns()) {
      Matcher group = GROUP.matcher(pattern);
      while (group.find()) {
        names.add(group.group(1));
      }
    }
    return names;
  }

  private void fills(SymptomDefinition symptom) {
    for (String name : symptom.fills().keySet()) {
      if (SymptomLoader.CAPTURES.contains(name) && !captures.get(symptom.id()).contains(name)) {
        report(
            symptom.file(),
            Spot.word(subject.text(symptom.file()), symptom.line(), name + ":"),
            "no pattern of " + symptom.id() + " captures " + name,
            "write (?P<" + name + ">…) in a pattern, or remove it from fills");
      }
    }
  }

  private void pattern(String file, FactPattern pattern) {
    Set<String> ids = NamedIds.of(pattern);
    if (ids.isEmpty() || !captures.keySet().containsAll(ids)) {
      return;
    }
    for (Constraint constraint : pattern.constraints()) {
      for (String name : read(constraint.text())) {
        if (ids.stream().noneMatch(id -> captures.get(id).contains(name))) {
          report(
              file,
              Spot.word(subject.text(file), constraint.line(), name),
              name + " is never there: no pattern of " + String.join(", ", ids) + " captures it",
              "write (?P<" + name + ">…) in a pattern of the symptom");
        }
      }
    }
  }

  private static Set<String> read(String constraint) {
    Set<String> names = new TreeSet<>();
    Matcher word = WORD.matcher(constraint);
    while (word.find()) {
      if (SymptomLoader.CAPTURES.contains(word.group())) {
        names.add(word.group());
      }
    }
    return names;
  }

  private void report(String file, Spot spot, String message, String advice) {
    problems.add(new Problem("missing-capture", file, spot.line(), spot.column(), message, advice));
  }
}
