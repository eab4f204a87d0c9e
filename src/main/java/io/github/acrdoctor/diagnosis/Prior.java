package io.github.acrdoctor.diagnosis;

/**
 * How often a cause is behind a registry access failure; the numbers live in {@code
 * rules/weights.yaml}.
 */
public enum Prior {
  /** Seen every week. */
  COMMON,
  /** Seen now and then. */
  OCCASIONAL,
  /** Seen once in a while. */
  RARE
}
