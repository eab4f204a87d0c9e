package io.github.acrdoctor.report;

import java.util.List;

/**
 * Something that does not fit together.
 *
 * @param id name of the contradiction
 * @param reason the sentence
 * @param rule where the rule stands that noticed it
 * @param facts what does not fit
 */
public record Doubt(String id, String reason, String rule, List<String> facts) {
  /** Facts are copied. */
  public Doubt {
    facts = List.copyOf(facts);
  }
}
