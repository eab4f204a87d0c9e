package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the choice of facts for which the fewest conditions of a rule fail. */
final class Tracer {
  /** So many choices are tried; then the first that fits is taken. */
  private static final int MOST_CHOICES = 2_000;

  private final Evaluator evaluator;
  private int choices;

  /** The rest of a way through the conditions, and how much fails on it. */
  private record Way(TraceStep step, Way rest, int failures, int distance) {
    static Way of(TraceStep step, Way rest) {
      int missed = step.misses().stream().mapToInt(Trace::distance).sum();
      return new Way(
          step,
          rest,
          (step.held() ? 0 : 1) + (rest == null ? 0 : rest.failures()),
          missed + (rest == null ? 0 : rest.distance()));
    }

    boolean betterThan(Way other) {
      return other == null
          || failures < other.failures
          || (failures == other.failures && distance < other.distance);
    }
  }

  Tracer(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Trace trace(RuleCondition rule) {
    return new Trace(rule.rule(), steps(rule.condition(), Bindings.NONE));
  }

  private List<TraceStep> steps(Condition condition, Bindings bindings) {
    choices = 0;
    List<TraceStep> steps = new ArrayList<>();
    for (Way way = best(Conditions.parts(condition), bindings); way != null; way = way.rest()) {
      steps.add(way.step());
    }
    return steps;
  }

  private Way best(List<Condition> parts, Bindings bindings) {
    if (parts.isEmpty()) {
      return null;
    }
    Condition first = parts.get(0);
    List<Condition> rest = parts.subList(1, parts.size());
    return first instanceof Condition.FactPattern pattern
        ? bestMatch(pattern, rest, bindings)
        : only(first, rest, bindings);
  }

  private Way bestMatch(Condition.FactPattern pattern, List<Condition> rest, Bindings bindings) {
    Way best = null;
    for (Fact fact : evaluator.facts(pattern.type())) {
      Bindings next = Evaluator.fit(pattern, fact, bindings);
      if (next != null && (best == null || choices++ < MOST_CHOICES)) {
        TraceStep step = new TraceStep(pattern, true, List.of(fact), List.of());
        Way way = Way.of(step, best(rest, next));
        best = way.betterThan(best) ? way : best;
      }
    }
    if (best != null) {
      return best;
    }
    Miss miss = nearest(pattern, bindings);
    return Way.of(
        new TraceStep(pattern, false, List.of(), List.of(miss)),
        best(rest, assumed(pattern, miss.fact(), bindings)));
  }

  /** Everything but a bare pattern: it holds or not, and at most one way is looked at. */
  private Way only(Condition condition, List<Condition> rest, Bindings bindings) {
    Bindings way = evaluator.find(condition, bindings);
    if (way == null) {
      TraceStep step = new TraceStep(condition, false, List.of(), misses(condition, bindings));
      return Way.of(step, best(rest, bindings));
    }
    return Way.of(
        new TraceStep(condition, true, by(condition, bindings), List.of()), best(rest, way));
  }

  /** The facts by which a condition holds, those behind exists as well. */
  private List<Fact> by(Condition condition, Bindings bindings) {
    if (condition instanceof Condition.Exists exists) {
      return by(exists.part(), bindings);
    }
    if (condition instanceof Condition.Not) {
      return List.of();
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream()
          .filter(part -> evaluator.find(part, bindings) != null)
          .findFirst()
          .map(part -> by(part, bindings))
          .orElse(List.of());
    }
    Bindings found = evaluator.find(condition, bindings);
    List<Fact> before = bindings.facts();
    return found == null ? List.of() : found.facts().subList(before.size(), found.facts().size());
  }

  private List<Miss> misses(Condition condition, Bindings bindings) {
    if (condition instanceof Condition.FactPattern pattern) {
      return List.of(nearest(pattern, bindings));
    }
    if (condition instanceof Condition.Exists exists) {
      return misses(exists.part(), bindings);
    }
    if (condition instanceof Condition.Not not) {
      return unwanted(not.part(), bindings);
    }
    List<Miss> misses = new ArrayList<>();
    if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> misses.addAll(misses(part, bindings)));
    } else {
      steps(condition, bindings).forEach(step -> misses.addAll(step.misses()));
    }
    return misses;
  }

  /** The facts that are there and must not be. */
  private List<Miss> unwanted(Condition condition, Bindings bindings) {
    List<Miss> misses = new ArrayList<>();
    for (Condition.FactPattern pattern : patterns(condition)) {
      Bindings found = evaluator.find(pattern, bindings);
      if (found != null) {
        Fact fact = found.facts().get(found.facts().size() - 1);
        misses.add(new Miss(pattern, true, fact, List.of(), bindings));
      }
    }
    return misses;
  }

  private static List<Condition.FactPattern> patterns(Condition condition) {
    if (condition instanceof Condition.FactPattern pattern) {
      return List.of(pattern);
    }
    if (condition instanceof Condition.Exists exists) {
      return patterns(exists.part());
    }
    if (condition instanceof Condition.Not) {
      return List.of();
    }
    List<Condition> parts =
        condition instanceof Condition.Any any ? any.parts() : Conditions.parts(condition);
    return parts.stream().flatMap(part -> patterns(part).stream()).toList();
  }

  private Miss nearest(Condition.FactPattern pattern, Bindings bindings) {
    Miss best = new Miss(pattern, false, null, List.of(), bindings);
    for (Fact fact : evaluator.facts(pattern.type())) {
      List<Constraint> failed = failed(pattern, fact, bindings);
      if (!isAnother(pattern, fact)
          && (best.fact() == null || failed.size() < best.failed().size())) {
        best = new Miss(pattern, false, fact, failed, bindings);
      }
    }
    return best;
  }

  /** A symptom or concept that the pattern does not name is not a near one but another. */
  private static boolean isAnother(Condition.FactPattern pattern, Fact fact) {
    String id =
        fact instanceof Symptom symptom
            ? symptom.id()
            : fact instanceof Concept concept ? concept.id() : null;
    Set<String> named = NamedIds.of(pattern);
    return id != null && !named.isEmpty() && !named.contains(id);
  }

  private static List<Constraint> failed(
      Condition.FactPattern pattern, Fact fact, Bindings bindings) {
    List<Constraint> failed = new ArrayList<>();
    Bindings known = assumedNames(pattern, fact, bindings);
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.term() != null && !constraint.term().holds(fact, known)) {
        failed.add(constraint);
      }
      known = Evaluator.bind(constraint, fact, known);
    }
    return failed;
  }

  private static Bindings assumedNames(
      Condition.FactPattern pattern, Fact fact, Bindings bindings) {
    return pattern.variable() == null ? bindings : bindings.with(pattern.variable(), fact);
  }

  /** What variables would stand for if the nearest fact had matched. */
  private static Bindings assumed(Condition.FactPattern pattern, Fact nearest, Bindings bindings) {
    if (nearest == null) {
      return bindings;
    }
    Bindings known = assumedNames(pattern, nearest, bindings);
    for (Constraint constraint : pattern.constraints()) {
      known = Evaluator.bind(constraint, nearest, known);
    }
    return known;
  }
}
