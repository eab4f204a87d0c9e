package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * A known message that resembles a line in which nothing was recognised.
 *
 * @param symptom id of the symptom it is an example of
 * @param example the known message
 * @param line the line of the text that resembles it
 * @param missing words of the known message that the line does not have
 * @param other words of the line that the known message does not have
 * @param likeness from 0 to 1
 */
public record NearMessage(
    String symptom,
    String example,
    String line,
    List<String> missing,
    List<String> other,
    double likeness) {
  /** Lists are copied. */
  public NearMessage {
    missing = List.copyOf(missing);
    other = List.copyOf(other);
  }
}
