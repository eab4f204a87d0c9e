package io.github.acrdoctor.rules;

/**
 * A rule with its condition.
 *
 * @param rule the rule
 * @param condition its condition as a tree
 */
public record RuleCondition(RuleInfo rule, Condition condition) {}
