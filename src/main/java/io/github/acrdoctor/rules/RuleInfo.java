package io.github.acrdoctor.rules;

import java.util.List;
import java.util.Set;

/**
 * A rule as its author knows it.
 *
 * @param name full name
 * @param subject cause or concept it speaks about
 * @param reason what a person reads
 * @param conclusion certain, strong, hint, against, excluded, concept or contradiction
 * @param file file it stands in
 * @param line line of its name, from 1
 * @param needs what must be among the facts before it can fire: of each set at least one token
 * @param reads fields of facts it looks at, separated by blanks: {@code Registry.sku}, or {@code
 *     DnsAnswer.*} where it asks a question of the fact
 */
public record RuleInfo(
    String name,
    String subject,
    String reason,
    String conclusion,
    String file,
    int line,
    List<Set<String>> needs,
    String reads) {
  /** Needs are copied. */
  public RuleInfo {
    needs = List.copyOf(needs);
  }

  /**
   * A rule whose name has the form {@code subject: reason}.
   *
   * @param name full name
   * @param conclusion certain, strong, hint, against, excluded, concept or contradiction
   * @param file file it stands in
   * @param line line of its name, from 1
   * @param needs what must be among the facts before it can fire
   * @param reads fields of facts it looks at
   * @return the rule
   */
  public static RuleInfo of(
      String name,
      String conclusion,
      String file,
      int line,
      List<Set<String>> needs,
      String reads) {
    RuleName parts = RuleName.parse(name);
    return new RuleInfo(
        name, parts.subject(), parts.reason(), conclusion, file, line, needs, reads);
  }

  /**
   * Whether the rule derives a concept and not evidence.
   *
   * @return true for the rules of rules/concepts
   */
  public boolean isConcept() {
    return conclusion.equals("concept");
  }

  /**
   * Whether the rule speaks about a cause.
   *
   * @return false for the rules of rules/concepts and rules/contradictions
   */
  public boolean isAboutCause() {
    return !isConcept() && !conclusion.equals("contradiction");
  }

  /**
   * Where the rule stands.
   *
   * @return {@code file:line}
   */
  public String place() {
    return file + ":" + line;
  }
}
