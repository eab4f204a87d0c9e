package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Counts how often each condition of rules was seen true and seen false. A condition counts only
 * where those before it hold, as a reader would look at it. For one thread.
 */
public final class CoverageCounter {
  /** So many ways through a rule are looked at for one situation. */
  private static final int MOST_WAYS = 200;

  private final List<RuleCondition> rules;
  private final IdentityHashMap<Object, int[]> counts = new IdentityHashMap<>();
  private Evaluator evaluator;
  private int ways;

  /**
   * A counter, at zero.
   *
   * @param rules the rules
   */
  public CoverageCounter(List<RuleCondition> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Counts a situation.
   *
   * @param situation facts that all rules are held against
   */
  public void count(Situation situation) {
    evaluator = situation.evaluator();
    for (RuleCondition rule : rules) {
      ways = 0;
      walk(Conditions.parts(rule.condition()), Bindings.NONE);
    }
  }

  /**
   * Counts what a case proves about the rules of its cause: where a single condition keeps a rule
   * from firing, that condition alone decided.
   *
   * @param situation the case's facts
   * @param subject the case's cause
   */
  public void countDecisive(Situation situation, String subject) {
    for (RuleCondition rule : rules) {
      if (rule.rule().subject().equals(subject)) {
        Trace trace = situation.trace(rule);
        if (trace.failures() == 1) {
          trace.steps().stream().filter(step -> !step.held()).forEach(s -> of(s.condition())[2]++);
        }
      }
    }
  }

  private void walk(List<Condition> parts, Bindings bindings) {
    if (parts.isEmpty()) {
      return;
    }
    Condition first = parts.get(0);
    List<Condition> rest = parts.subList(1, parts.size());
    if (first instanceof Condition.FactPattern pattern) {
      boolean any = false;
      for (Fact fact : evaluator.facts(pattern.type())) {
        Bindings next = fit(pattern, fact, bindings);
        if (next != null && (!any || ways++ < MOST_WAYS)) {
          any = true;
          walk(rest, next);
        }
      }
      mark(first, any);
      return;
    }
    leaves(first, bindings);
    Bindings way = evaluator.find(first, bindings);
    mark(first, way != null);
    if (way != null) {
      walk(rest, way);
    }
  }

  /** Counts the constraints of all patterns inside a condition. */
  private void leaves(Condition condition, Bindings bindings) {
    if (condition instanceof Condition.FactPattern pattern) {
      evaluator.facts(pattern.type()).forEach(fact -> fit(pattern, fact, bindings));
    } else if (condition instanceof Condition.Not not) {
      leaves(not.part(), bindings);
    } else if (condition instanceof Condition.Exists exists) {
      leaves(exists.part(), bindings);
    } else {
      inside(condition).forEach(part -> leaves(part, bindings));
    }
  }

  private Bindings fit(Condition.FactPattern pattern, Fact fact, Bindings bindings) {
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.term() != null) {
        boolean holds = constraint.term().holds(fact, bindings);
        mark(constraint, holds);
        if (!holds) {
          return null;
        }
      }
      bindings = Evaluator.bind(constraint, fact, bindings);
    }
    return pattern.variable() == null ? bindings : bindings.with(pattern.variable(), fact);
  }

  private void mark(Object what, boolean holds) {
    of(what)[holds ? 0 : 1]++;
  }

  private int[] of(Object what) {
    return counts.computeIfAbsent(what, w -> new int[3]);
  }

  /**
   * What was counted.
   *
   * @return the conditions of all rules in the order of files and lines; where a condition holds
   *     several constraints, each of them after it
   */
  public List<ConditionCount> counts() {
    List<ConditionCount> all = new ArrayList<>();
    for (RuleCondition rule : rules) {
      for (Condition part : Conditions.parts(rule.condition())) {
        int[] seen = of(part);
        all.add(
            new ConditionCount(rule.rule(), part, null, part.line(), seen[0], seen[1], seen[2]));
        constraints(rule.rule(), part, all);
      }
    }
    return all;
  }

  private void constraints(RuleInfo rule, Condition part, List<ConditionCount> all) {
    List<Constraint> inside = constraints(part).toList();
    if (inside.size() > 1) {
      for (Constraint constraint : inside) {
        int[] seen = of(constraint);
        all.add(new ConditionCount(rule, part, constraint, constraint.line(), seen[0], seen[1], 0));
      }
    }
  }

  private static java.util.stream.Stream<Constraint> constraints(Condition condition) {
    if (condition instanceof Condition.FactPattern pattern) {
      return pattern.constraints().stream().filter(constraint -> constraint.term() != null);
    }
    return inside(condition).stream().flatMap(CoverageCounter::constraints);
  }

  private static List<Condition> inside(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return List.of(not.part());
    }
    if (condition instanceof Condition.Exists exists) {
      return List.of(exists.part());
    }
    return condition instanceof Condition.Any any ? any.parts() : Conditions.parts(condition);
  }
}
