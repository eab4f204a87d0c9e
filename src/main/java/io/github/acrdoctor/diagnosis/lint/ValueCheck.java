package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.About;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.Condition.FactPattern;
import io.github.acrdoctor.rules.Constraint;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.Term;
import io.github.acrdoctor.rules.Value;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a fact can be as a condition wants it. */
final class ValueCheck {
  private static final Map<Class<?>, Map<String, List<String>>> WORDS = words();

  private final LintSubject subject;
  private final List<Problem> problems = new ArrayList<>();

  private ValueCheck(LintSubject subject) {
    this.subject = subject;
  }

  static List<Problem> problems(LintSubject subject) {
    ValueCheck check = new ValueCheck(subject);
    for (RuleCondition rule : subject.rules()) {
      Patterns.all(rule.condition()).forEach(pattern -> check.pattern(rule.rule().file(), pattern));
    }
    return check.problems;
  }

  private void pattern(String file, FactPattern pattern) {
    List<ValueSet> before = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.term() != null) {
        values(file, pattern, constraint, constraint.term());
        for (Term term : conjuncts(constraint.term())) {
          contradiction(file, constraint, term, before);
        }
      }
    }
  }

  static List<Term> conjuncts(Term term) {
    return term instanceof Term.And and
        ? and.terms().stream().flatMap(part -> conjuncts(part).stream()).toList()
        : List.of(term);
  }

  private void contradiction(String file, Constraint constraint, Term term, List<ValueSet> before) {
    ValueSet now = ValueSet.of(term);
    if (now == null) {
      return;
    }
    if (before.stream().anyMatch(now::excludes)) {
      report(
          "unreachable-condition",
          file,
          constraint,
          now.field(),
          now.field() + " cannot have both values that this pattern wants",
          "write two patterns, or in ( … ) for one of several values");
    }
    before.add(now);
  }

  private void values(String file, FactPattern pattern, Constraint constraint, Term term) {
    if (term instanceof Term.And and) {
      and.terms().forEach(part -> values(file, pattern, constraint, part));
    } else if (term instanceof Term.Or or) {
      or.terms().forEach(part -> values(file, pattern, constraint, part));
    } else if (term instanceof Term.Not not) {
      values(file, pattern, constraint, not.term());
    } else if (term instanceof Term.Compare compare
        && compare.left() instanceof Value.Field field) {
      value(file, pattern, constraint, field, compare.right());
    } else if (term instanceof Term.In in && in.left() instanceof Value.Field field) {
      in.list().forEach(value -> value(file, pattern, constraint, field, value));
    }
  }

  private void value(
      String file, FactPattern pattern, Constraint constraint, Value.Field field, Value value) {
    if (!(value instanceof Value.Literal literal)) {
      return;
    }
    if (literal.value() == null && field.type() == Answer.class) {
      report(
          "unreachable-condition",
          file,
          constraint,
          field.name(),
          "the answer " + field.name() + " is never null",
          "what nobody knows is Answer.UNKNOWN");
    } else if (literal.value() instanceof String text) {
      List<String> words = words(pattern.type(), field.name());
      if (!words.isEmpty() && !words.contains(text)) {
        report(
            "unknown-value",
            file,
            constraint,
            "\"" + text + "\"",
            field.name() + " of " + pattern.type().getSimpleName() + " is never " + text,
            Nearest.advice(text, words));
      }
    }
  }

  /** The only values of a field; empty where any is possible. */
  static List<String> words(Class<?> type, String field) {
    return WORDS.getOrDefault(type, Map.of()).getOrDefault(field, List.of());
  }

  private static Map<Class<?>, Map<String, List<String>>> words() {
    Map<Class<?>, Map<String, List<String>>> all = new HashMap<>();
    for (Class<?> type : FactTypes.byKey().values()) {
      Map<String, List<String>> ofFields = new HashMap<>();
      for (RecordComponent field : FactTypes.fields(type)) {
        About about = field.getAnnotation(About.class);
        ofFields.put(field.getName(), about == null ? List.of() : List.of(about.words()));
      }
      all.put(type, ofFields);
    }
    return all;
  }

  private void report(
      String id, String file, Constraint constraint, String word, String message, String advice) {
    Spot spot = Spot.word(subject.text(file), constraint.line(), word);
    problems.add(new Problem(id, file, spot.line(), spot.column(), message, advice));
  }
}
