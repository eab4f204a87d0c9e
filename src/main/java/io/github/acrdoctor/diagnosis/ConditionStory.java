package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * What became of one condition of a rule, as a person reads it.
 *
 * @param text the condition, as rules write it
 * @param line its line in the rule's file, from 1
 * @param held whether it held
 * @param by the facts by which it held
 * @param lacks what kept it from holding
 */
public record ConditionStory(
    String text, int line, boolean held, List<String> by, List<Lack> lacks) {
  /** Lists are copied. */
  public ConditionStory {
    by = List.copyOf(by);
    lacks = List.copyOf(lacks);
  }
}
