package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.rules.Condition;
import io.github.acrdoctor.rules.Constraint;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes conditions the way rules do. */
final class ConditionText {
  private ConditionText() {}

  static String of(Condition condition) {
    if (condition instanceof Condition.FactPattern pattern) {
      return pattern(pattern);
    }
    if (condition instanceof Condition.Not not) {
      return "not " + of(not.part());
    }
    if (condition instanceof Condition.Exists exists) {
      return "exists " + of(exists.part());
    }
    return condition instanceof Condition.Any any
        ? joined(any.parts(), " or ")
        : joined(((Condition.All) condition).parts(), " and ");
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(ConditionText::of).collect(Collectors.joining(word, "( ", " )"));
  }

  private static String pattern(Condition.FactPattern pattern) {
    String name = pattern.variable() == null ? "" : pattern.variable() + " : ";
    String inside =
        pattern.constraints().stream()
            .map(constraint -> constraint.text().replaceAll("\\s+", " "))
            .collect(Collectors.joining(", "));
    return name + pattern.type().getSimpleName() + (inside.isEmpty() ? "()" : "( " + inside + " )");
  }

  /** The fields that a pattern speaks of. */
  static Set<String> fields(Condition.FactPattern pattern) {
    Set<String> fields = new TreeSet<>();
    for (Constraint constraint : pattern.constraints()) {
      fields.addAll(WantedWords.fields(constraint.term()));
      if (constraint.bound() != null) {
        fields.add(constraint.bound().toString());
      }
    }
    return fields;
  }

  /** The fields that a condition speaks of, of whatever fact. */
  static Set<String> fields(Condition condition) {
    if (condition instanceof Condition.FactPattern pattern) {
      return fields(pattern);
    }
    if (condition instanceof Condition.Not not) {
      return fields(not.part());
    }
    if (condition instanceof Condition.Exists exists) {
      return fields(exists.part());
    }
    List<Condition> parts =
        condition instanceof Condition.Any any ? any.parts() : ((Condition.All) condition).parts();
    Set<String> fields = new TreeSet<>();
    parts.forEach(part -> fields.addAll(fields(part)));
    return fields;
  }
}
