package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ids of symptoms and concepts that conditions name. */
public final class NamedIds {
  private NamedIds() {}

  /**
   * The symptoms that a condition names, wanted or not.
   *
   * @param condition a condition
   * @return ids, in alphabetical order
   */
  public static Set<String> symptoms(Condition condition) {
    return of(condition, Symptom.class);
  }

  /**
   * The concepts that a condition names, wanted or not.
   *
   * @param condition a condition
   * @return ids, in alphabetical order
   */
  public static Set<String> concepts(Condition condition) {
    return of(condition, Concept.class);
  }

  /**
   * The ids that a pattern over symptoms or concepts names.
   *
   * @param pattern a pattern
   * @return the texts its constraints compare ids with, in alphabetical order
   */
  public static Set<String> of(Condition.FactPattern pattern) {
    Set<String> ids = new TreeSet<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.term() != null) {
        collect(constraint.term(), ids);
      }
    }
    return ids;
  }

  private static Set<String> of(Condition condition, Class<? extends Fact> type) {
    Set<String> ids = new TreeSet<>();
    collect(condition, type, ids);
    return ids;
  }

  private static void collect(Condition condition, Class<? extends Fact> type, Set<String> ids) {
    if (condition instanceof Condition.FactPattern pattern) {
      if (pattern.type() == type) {
        ids.addAll(of(pattern));
      }
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), type, ids);
    } else if (condition instanceof Condition.Exists exists) {
      collect(exists.part(), type, ids);
    } else {
      List<Condition> parts =
          condition instanceof Condition.Any any ? any.parts() : Conditions.parts(condition);
      parts.forEach(part -> collect(part, type, ids));
    }
  }

  private static void collect(Term term, Set<String> ids) {
    if (term instanceof Term.Compare compare && isId(compare.left())) {
      literal(compare.right(), ids);
    } else if (term instanceof Term.In in && isId(in.left())) {
      in.list().forEach(value -> literal(value, ids));
    } else if (term instanceof Term.Not not) {
      collect(not.term(), ids);
    } else if (term instanceof Term.And and) {
      and.terms().forEach(part -> collect(part, ids));
    } else if (term instanceof Term.Or or) {
      or.terms().forEach(part -> collect(part, ids));
    }
  }

  private static boolean isId(Value value) {
    return value instanceof Value.Field field && field.name().equals("id");
  }

  private static void literal(Value value, Set<String> ids) {
    if (value instanceof Value.Literal literal && literal.value() instanceof String id) {
      ids.add(id);
    }
  }
}
