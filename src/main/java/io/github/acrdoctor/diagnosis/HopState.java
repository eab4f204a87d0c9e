package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Hop;

/**
 * What is known of one hop on the way to an image.
 *
 * @param hop the hop
 * @param state whether it works
 * @param because title of the symptom, or name of the fact, that shows it; empty when it was only
 *     inferred or nothing is known
 */
public record HopState(Hop hop, State state, String because) {
  /** Whether a hop works. */
  public enum State {
    /** Something shows that it works. */
    GOOD,
    /** It must have worked, since a later hop was reached. */
    PASSED,
    /** Something shows that it fails. */
    BAD,
    /** Nothing is known. */
    UNKNOWN
  }
}
