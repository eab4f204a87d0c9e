package io.github.acrdoctor.rules;

/**
 * A rule as its author knows it.
 *
 * @param name full name
 * @param subject cause or concept it speaks about
 * @param reason what a person reads
 * @param conclusion certain, strong, hint, against, excluded or concept
 * @param file file it stands in
 * @param line line of its name, from 1
 */
public record RuleInfo(
    String name, String subject, String reason, String conclusion, String file, int line) {
  /**
   * Where the rule stands.
   *
   * @return {@code file:line}
   */
  public String place() {
    return file + ":" + line;
  }
}
