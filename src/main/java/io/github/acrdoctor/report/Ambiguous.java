package io.github.acrdoctor.report;

import java.util.List;

/**
 * Causes that the case cannot tell apart.
 *
 * @param causes their ids, likeliest first
 * @param symptom title of the message that fits all of them; empty when it is another fact
 * @param decides what would tell them apart; null when nothing is known that would
 */
public record Ambiguous(List<String> causes, String symptom, Report.NextQuestion decides) {
  /** Causes are copied. */
  public Ambiguous {
    causes = List.copyOf(causes);
  }
}
