package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.rules.Condition;
import io.github.acrdoctor.rules.Condition.FactPattern;
import io.github.acrdoctor.rules.Constraint;
import io.github.acrdoctor.rules.Term;
import io.github.acrdoctor.rules.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes conditions so that those with one meaning get one text: order does not matter, and
 * variables go by what they stand for.
 */
final class Canonical {
  private final Map<String, String> variables = new HashMap<>();

  Canonical(Condition rule) {
    for (FactPattern pattern : Patterns.all(rule)) {
      String type = pattern.type().getSimpleName();
      if (pattern.variable() != null) {
        variables.put(pattern.variable(), type);
      }
      for (Constraint constraint : pattern.constraints()) {
        if (constraint.bound() != null) {
          variables.put(constraint.variable(), type + "." + constraint.bound());
        }
      }
    }
  }

  /** The whole rule's condition. */
  static String of(Condition rule) {
    return new Canonical(rule).text(rule);
  }

  String text(Condition condition) {
    if (condition instanceof FactPattern pattern) {
      return pattern.type().getSimpleName() + "(" + terms(pattern) + ")";
    }
    if (condition instanceof Condition.Not not) {
      return "not " + text(not.part());
    }
    if (condition instanceof Condition.Exists exists) {
      return "exists " + text(exists.part());
    }
    return condition instanceof Condition.Any any
        ? sorted(any.parts(), " or ")
        : sorted(((Condition.All) condition).parts(), " and ");
  }

  private String sorted(List<Condition> parts, String between) {
    return parts.stream().map(this::text).sorted().collect(Collectors.joining(between, "(", ")"));
  }

  private String terms(FactPattern pattern) {
    return pattern.constraints().stream()
        .filter(constraint -> constraint.term() != null)
        .flatMap(constraint -> ValueCheck.conjuncts(constraint.term()).stream())
        .map(this::text)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  String text(Term term) {
    if (term instanceof Term.And and) {
      return all(and.terms(), " && ");
    }
    if (term instanceof Term.Or or) {
      return all(or.terms(), " || ");
    }
    if (term instanceof Term.Not not) {
      return "!" + text(not.term());
    }
    if (term instanceof Term.Compare compare) {
      return text(compare.left()) + compare.sign() + text(compare.right());
    }
    if (term instanceof Term.In in) {
      return text(in.left())
          + (in.wanted() ? " in " : " not in ")
          + in.list().stream().map(this::text).sorted().toList();
    }
    return text(((Term.Is) term).value());
  }

  private String all(List<Term> terms, String between) {
    return terms.stream().map(this::text).sorted().collect(Collectors.joining(between, "(", ")"));
  }

  private String text(Value value) {
    if (value instanceof Value.Variable variable) {
      return "$" + variables.getOrDefault(variable.name(), variable.name());
    }
    if (value instanceof Value.Question question) {
      return question.name() + question.arguments().stream().map(this::text).toList();
    }
    return value.toString();
  }
}
