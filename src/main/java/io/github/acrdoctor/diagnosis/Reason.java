package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.rules.Strength;
import java.util.List;
import java.util.Locale;

/**
 * One piece of evidence as a person reads it.
 *
 * @param strength how much it says
 * @param text the rule's reason
 * @param rule where the rule stands, {@code file:line}
 * @param facts what it rests on
 */
public record Reason(Strength strength, String text, String rule, List<Fact> facts) {
  /** Facts are copied. */
  public Reason {
    facts = List.copyOf(facts);
  }

  /**
   * The strength as rules write it.
   *
   * @return certain, strong, hint, against or excluded
   */
  public String strengthWord() {
    return strength.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it speaks for the cause.
   *
   * @return false when it speaks against it
   */
  public boolean supports() {
    return strength.supports();
  }
}
