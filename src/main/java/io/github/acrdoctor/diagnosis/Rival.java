package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * Another cause that explains facts which a cause would explain, too.
 *
 * @param cause its id
 * @param title what is wrong, in one line
 * @param probability how likely it is, from 0 to 1
 * @param facts the facts that both explain
 * @param reason the strongest thing that speaks for it
 * @param strength how strong that is
 */
public record Rival(
    String cause,
    String title,
    double probability,
    List<String> facts,
    String reason,
    String strength) {
  /** The list is copied. */
  public Rival {
    facts = List.copyOf(facts);
  }
}
