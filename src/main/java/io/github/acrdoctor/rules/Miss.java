package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.List;

/**
 * A pattern that kept a condition from holding.
 *
 * @param pattern the pattern
 * @param unwanted whether it matched a fact where none may be; else it matched none
 * @param fact the fact it matched, or that came nearest to it; null when there is none of its kind
 * @param failed the constraints that the nearest fact does not fulfil
 * @param bindings what variables stood for
 */
public record Miss(
    Condition.FactPattern pattern,
    boolean unwanted,
    Fact fact,
    List<Constraint> failed,
    Bindings bindings) {
  /** The list is copied. */
  public Miss {
    failed = List.copyOf(failed);
  }
}
