package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.List;

/** The condition of a rule, or a part of one, as a tree. */
public sealed interface Condition {
  /**
   * Where it starts.
   *
   * @return line in the rule's file, from 1
   */
  int line();

  /**
   * All of several conditions.
   *
   * @param parts in the order of the file
   * @param line where it starts
   */
  record All(List<Condition> parts, int line) implements Condition {
    /** Parts are copied. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /**
   * At least one of several conditions.
   *
   * @param parts in the order of the file
   * @param line where it starts
   */
  record Any(List<Condition> parts, int line) implements Condition {
    /** Parts are copied. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A condition that must not hold.
   *
   * @param part the condition
   * @param line where it starts
   */
  record Not(Condition part, int line) implements Condition {}

  /**
   * A condition that must hold, whose facts are no evidence.
   *
   * @param part the condition
   * @param line where it starts
   */
  record Exists(Condition part, int line) implements Condition {}

  /**
   * A fact of one kind that fulfils constraints.
   *
   * @param type kind of fact
   * @param variable what the fact itself is called in what follows; null for nothing
   * @param constraints all of them must be fulfilled
   * @param line where it starts
   */
  record FactPattern(
      Class<? extends Fact> type, String variable, List<Constraint> constraints, int line)
      implements Condition {
    /** Constraints are copied. */
    public FactPattern {
      constraints = List.copyOf(constraints);
    }
  }
}
