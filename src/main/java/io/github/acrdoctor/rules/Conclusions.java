package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import java.util.List;
import org.kie.api.runtime.rule.RuleContext;

/** The only things a rule may conclude; its name says of what, its matched facts say from what. */
public final class Conclusions {
  private Conclusions() {}

  /**
   * The facts settle it: it is this cause.
   *
   * @param context the firing rule
   * @return evidence to insert logically
   */
  public static Evidence certain(RuleContext context) {
    return evidence(context, Strength.CERTAIN);
  }

  /**
   * The facts speak clearly for the cause.
   *
   * @param context the firing rule
   * @return evidence to insert logically
   */
  public static Evidence strong(RuleContext context) {
    return evidence(context, Strength.STRONG);
  }

  /**
   * The facts make the cause a little likelier.
   *
   * @param context the firing rule
   * @return evidence to insert logically
   */
  public static Evidence hint(RuleContext context) {
    return evidence(context, Strength.HINT);
  }

  /**
   * The facts speak against the cause.
   *
   * @param context the firing rule
   * @return evidence to insert logically
   */
  public static Evidence against(RuleContext context) {
    return evidence(context, Strength.AGAINST);
  }

  /**
   * The facts rule the cause out.
   *
   * @param context the firing rule
   * @return evidence to insert logically
   */
  public static Evidence excluded(RuleContext context) {
    return evidence(context, Strength.EXCLUDED);
  }

  /**
   * The facts amount to an idea that several causes need.
   *
   * @param context the firing rule
   * @return the concept to insert logically
   */
  public static Concept concept(RuleContext context) {
    return new Concept(RuleName.parse(context.getRule().getName()).subject());
  }

  /**
   * The facts do not fit together: what the text says cannot be true where the facts are.
   *
   * @param context the firing rule
   * @return the contradiction to insert logically
   */
  public static Contradiction contradiction(RuleContext context) {
    String rule = context.getRule().getName();
    RuleName name = RuleName.parse(rule);
    return new Contradiction(rule, name.subject(), name.reason(), matched(context));
  }

  private static Evidence evidence(RuleContext context, Strength strength) {
    String rule = context.getRule().getName();
    RuleName name = RuleName.parse(rule);
    return new Evidence(rule, name.subject(), name.reason(), strength, matched(context));
  }

  private static List<Fact> matched(RuleContext context) {
    return context.getMatch().getObjects().stream()
        .filter(Fact.class::isInstance)
        .map(Fact.class::cast)
        .filter(fact -> !(fact instanceof Clock) && !(fact instanceof Concept))
        .toList();
  }
}
