package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.List;

/**
 * What became of one of the conditions of a rule.
 *
 * @param condition the condition
 * @param held whether it held
 * @param facts the facts by which it held; empty for what held because something is not there
 * @param misses what kept it from holding; empty when it held
 */
public record TraceStep(Condition condition, boolean held, List<Fact> facts, List<Miss> misses) {
  /** Lists are copied. */
  public TraceStep {
    facts = List.copyOf(facts);
    misses = List.copyOf(misses);
  }
}
