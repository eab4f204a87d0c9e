package io.github.acrdoctor.rules;

/**
 * How much one piece of evidence says about a cause; the weights behind it live in {@code
 * rules/weights.yaml}.
 */
public enum Strength {
  /** Settles it. */
  CERTAIN,
  /** Speaks clearly for it. */
  STRONG,
  /** Makes it a little likelier. */
  HINT,
  /** Speaks against it. */
  AGAINST,
  /** Rules it out. */
  EXCLUDED;

  /**
   * Whether the evidence speaks for the cause.
   *
   * @return false for {@link #AGAINST} and {@link #EXCLUDED}
   */
  public boolean supports() {
    return this == CERTAIN || this == STRONG || this == HINT;
  }
}
