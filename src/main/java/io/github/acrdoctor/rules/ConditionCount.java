package io.github.acrdoctor.rules;

/**
 * How often a condition of a rule was seen true and false.
 *
 * @param rule the rule
 * @param condition the condition
 * @param constraint the constraint inside it that is meant; null for the whole condition
 * @param line where it stands, from 1
 * @param yes how often it held where those before it held
 * @param no how often it did not hold where those before it held
 * @param decisive how often it alone kept the rule from firing in a case of its cause; 0 for a
 *     constraint
 */
public record ConditionCount(
    RuleInfo rule,
    Condition condition,
    Constraint constraint,
    int line,
    int yes,
    int no,
    int decisive) {}
