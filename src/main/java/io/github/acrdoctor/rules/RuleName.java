package io.github.acrdoctor.rules;

/**
 * The name of a rule: {@code cause: reason in plain words}.
 *
 * @param subject the cause or concept
 * @param reason what a person reads; empty when the name has no colon
 */
record RuleName(String subject, String reason) {

  static RuleName parse(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? new RuleName(name.strip(), "")
        : new RuleName(name.substring(0, colon).strip(), name.substring(colon + 1).strip());
  }
}
