package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import java.util.List;

/**
 * What does not fit together in a case, as a person reads it.
 *
 * @param id name of the contradiction
 * @param text the sentence
 * @param rule where the rule stands that noticed it
 * @param facts what does not fit
 */
public record Mismatch(String id, String text, String rule, List<Fact> facts) {
  /** Facts are copied. */
  public Mismatch {
    facts = List.copyOf(facts);
  }
}
