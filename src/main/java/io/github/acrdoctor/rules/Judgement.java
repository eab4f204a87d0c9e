package io.github.acrdoctor.rules;

import java.util.List;

/**
 * What the rules say about the facts of a case; in an order that depends on nothing but its
 * content.
 *
 * @param evidence what speaks for and against causes
 * @param contradictions what does not fit together
 */
public record Judgement(List<Evidence> evidence, List<Contradiction> contradictions) {
  /** Lists are copied. */
  public Judgement {
    evidence = List.copyOf(evidence);
    contradictions = List.copyOf(contradictions);
  }
}
