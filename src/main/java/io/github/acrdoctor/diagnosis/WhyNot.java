package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * Why a cause is, or is not, what a case is diagnosed as.
 *
 * @param cause the cause
 * @param probability how likely it is, from 0 to 1; 0 when nothing speaks for it
 * @param rank its place among the causes, from 1; 0 when nothing speaks for it
 * @param rules its rules: those that fire first, then those that came nearest
 * @param rivals likelier causes that explain the same facts, likeliest first
 * @param first the likeliest cause; null when nothing was identified
 */
public record WhyNot(
    Cause cause,
    double probability,
    int rank,
    List<RuleStory> rules,
    List<Rival> rivals,
    RankedCause first) {
  /** Lists are copied. */
  public WhyNot {
    rules = List.copyOf(rules);
    rivals = List.copyOf(rivals);
  }

  /**
   * What speaks against the cause.
   *
   * @return the rules that fire and say so
   */
  public List<RuleStory> opposing() {
    return rules.stream().filter(RuleStory::fires).filter(WhyNot::opposes).toList();
  }

  /**
   * What speaks for the cause.
   *
   * @return the rules that fire and say so
   */
  public List<RuleStory> supporting() {
    return rules.stream().filter(RuleStory::fires).filter(rule -> !opposes(rule)).toList();
  }

  /**
   * What would speak for the cause.
   *
   * @return the rules that do not fire, those that came nearest first
   */
  public List<RuleStory> silent() {
    return rules.stream().filter(rule -> !rule.fires() && !opposes(rule)).toList();
  }

  private static boolean opposes(RuleStory rule) {
    return rule.strength().equals("against") || rule.strength().equals("excluded");
  }
}
