package io.github.acrdoctor.diagnosis;

/**
 * How well the cases prove a condition of a rule.
 *
 * @param rule reason of the rule
 * @param subject cause, concept or contradiction of the rule
 * @param file file of the rule
 * @param line line of the condition, from 1
 * @param text the condition, or the constraint inside it
 * @param constraint whether it is a constraint inside the condition before it
 * @param yes how often it was seen true where the conditions before it held
 * @param no how often it was seen false where the conditions before it held
 * @param decisive how often it alone kept the rule from firing in a case of its cause
 */
public record CoveredCondition(
    String rule,
    String subject,
    String file,
    int line,
    String text,
    boolean constraint,
    int yes,
    int no,
    int decisive) {
  /**
   * Whether the cases show both sides of it.
   *
   * @return false when it was never seen true or never seen false
   */
  public boolean covered() {
    return yes > 0 && no > 0;
  }

  /**
   * What is not shown.
   *
   * @return a few words; empty when it is covered
   */
  public String gap() {
    if (covered()) {
      return "";
    }
    return yes == 0 && no == 0 ? "never reached" : yes == 0 ? "never true" : "never false";
  }
}
