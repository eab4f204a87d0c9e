package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Problem;
import java.util.List;

/**
 * What the cases and examples of a knowledge base prove, and what they do not.
 *
 * @param cases how many cases were counted
 * @param conditions all conditions of all rules, in the order of files and lines
 * @param weakCases causes without enough firing cases or near misses
 * @param symptoms symptoms without an example or without a near miss
 * @param texts how many texts were looked at beside the knowledge base; 0 when none were given
 * @param unanswered groups of those that nothing answers, largest first
 */
public record Coverage(
    int cases,
    List<CoveredCondition> conditions,
    List<Problem> weakCases,
    List<Problem> symptoms,
    int texts,
    List<TextGroup> unanswered) {
  /** Lists are copied. */
  public Coverage {
    conditions = List.copyOf(conditions);
    weakCases = List.copyOf(weakCases);
    symptoms = List.copyOf(symptoms);
    unanswered = List.copyOf(unanswered);
  }

  /**
   * Conditions of which the cases do not show both sides.
   *
   * @return in the order of files and lines
   */
  public List<CoveredCondition> uncovered() {
    return conditions.stream().filter(condition -> !condition.covered()).toList();
  }

  /**
   * Conditions that never alone kept a rule from firing: without them every case would go the same
   * way.
   *
   * @return whole conditions that are covered, in the order of files and lines
   */
  public List<CoveredCondition> undecided() {
    return conditions.stream()
        .filter(condition -> !condition.constraint() && condition.covered())
        .filter(condition -> condition.decisive() == 0)
        .toList();
  }
}
