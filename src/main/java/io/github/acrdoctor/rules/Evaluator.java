package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds out whether conditions hold over facts, with the meaning that the rule engine gives them.
 */
final class Evaluator {
  /** Far beyond what a sensible rule needs; ends one that multiplies facts with facts. */
  private static final int MOST_TRIALS = 200_000;

  private final Map<Class<?>, List<Fact>> facts = new HashMap<>();
  private int trials;

  /** What is still to be found. */
  private record Rest(Condition head, Rest tail) {}

  Evaluator(Collection<? extends Fact> facts) {
    facts.forEach(this::add);
  }

  void add(Fact fact) {
    facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
  }

  List<Fact> facts(Class<? extends Fact> type) {
    return facts.getOrDefault(type, List.of());
  }

  boolean holds(Condition condition) {
    return find(condition, Bindings.NONE) != null;
  }

  /** The first way in which a condition holds; null when there is none. */
  Bindings find(Condition condition, Bindings bindings) {
    Bindings[] way = new Bindings[1];
    each(
        condition,
        bindings,
        found -> {
          way[0] = found;
          return true;
        });
    return way[0];
  }

  /** Tries each way in which a condition holds until one is good; false when none is. */
  boolean each(Condition condition, Bindings bindings, Predicate<Bindings> good) {
    trials = 0;
    return search(new Rest(condition, null), bindings, good);
  }

  private boolean search(Rest rest, Bindings bindings, Predicate<Bindings> good) {
    if (rest == null) {
      return good.test(bindings);
    }
    Condition head = rest.head();
    if (head instanceof Condition.FactPattern pattern) {
      return match(pattern, rest.tail(), bindings, good);
    }
    if (head instanceof Condition.All all) {
      Rest longer = rest.tail();
      for (int i = all.parts().size() - 1; i >= 0; i--) {
        longer = new Rest(all.parts().get(i), longer);
      }
      return search(longer, bindings, good);
    }
    if (head instanceof Condition.Any any) {
      for (Condition part : any.parts()) {
        if (search(new Rest(part, rest.tail()), bindings, good)) {
          return true;
        }
      }
      return false;
    }
    boolean wanted = head instanceof Condition.Exists;
    Condition inner = wanted ? ((Condition.Exists) head).part() : ((Condition.Not) head).part();
    boolean there = search(new Rest(inner, null), bindings, way -> true);
    return there == wanted && search(rest.tail(), bindings, good);
  }

  private boolean match(
      Condition.FactPattern pattern, Rest tail, Bindings bindings, Predicate<Bindings> good) {
    for (Fact fact : facts(pattern.type())) {
      if (++trials > MOST_TRIALS) {
        return false;
      }
      Bindings next = fit(pattern, fact, bindings);
      if (next != null && search(tail, next, good)) {
        return true;
      }
    }
    return false;
  }

  /** What is known once a pattern has matched a fact; null when it does not match. */
  static Bindings fit(Condition.FactPattern pattern, Fact fact, Bindings bindings) {
    Bindings known = bindings.with(fact);
    if (pattern.variable() != null) {
      known = known.with(pattern.variable(), fact);
    }
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.term() != null && !constraint.term().holds(fact, known)) {
        return null;
      }
      known = bind(constraint, fact, known);
    }
    return known;
  }

  static Bindings bind(Constraint constraint, Fact fact, Bindings bindings) {
    return constraint.bound() == null
        ? bindings
        : bindings.with(constraint.variable(), constraint.bound().of(fact, bindings));
  }
}
