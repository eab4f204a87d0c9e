package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * Something that is still unknown and would change the ranking.
 *
 * @param id name of the question
 * @param text the question
 * @param how the cheapest way to find out; may be empty
 * @param gain how much certainty the answer is expected to bring, from 0 to 1
 * @param effects what each answer would lead to; empty when that was not tried out
 */
public record Question(String id, String text, String how, double gain, List<Effect> effects) {
  /** Effects are copied. */
  public Question {
    effects = List.copyOf(effects);
  }

  /**
   * What an answer would lead to.
   *
   * @param answer the answer
   * @param cause the likeliest cause then; null when there is none
   * @param probability how likely it is then
   */
  public record Effect(String answer, String cause, double probability) {}
}
