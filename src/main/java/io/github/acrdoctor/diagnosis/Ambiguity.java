package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * Causes that a case cannot tell apart.
 *
 * @param causes their ids, likeliest first; at least two
 * @param symptom id of the symptom they compete for; null when it is another fact
 * @param decides the question whose answer tells most of them apart; null when no question does
 */
public record Ambiguity(List<String> causes, String symptom, Question decides) {
  /** Causes are copied. */
  public Ambiguity {
    causes = List.copyOf(causes);
  }
}
