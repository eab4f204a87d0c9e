package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.rules.RuleInfo;
import java.util.List;

/**
 * How near a rule came to firing, as a person reads it.
 *
 * @param strength certain, strong, hint, against, excluded, concept or contradiction
 * @param reason what the rule says when it fires
 * @param file file of the rule
 * @param line line of its name, from 1
 * @param fires whether all its conditions hold
 * @param conditions its conditions in the order of the file
 */
public record RuleStory(
    String strength,
    String reason,
    String file,
    int line,
    boolean fires,
    List<ConditionStory> conditions) {
  /** The list is copied. */
  public RuleStory {
    conditions = List.copyOf(conditions);
  }

  static RuleStory of(RuleInfo rule, boolean fires, List<ConditionStory> conditions) {
    return new RuleStory(
        rule.conclusion(), rule.reason(), rule.file(), rule.line(), fires, conditions);
  }

  /**
   * What kept it from firing.
   *
   * @return in the order of the conditions; empty when it fires
   */
  public List<Lack> lacks() {
    return conditions.stream().flatMap(condition -> condition.lacks().stream()).toList();
  }
}
