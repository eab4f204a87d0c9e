package io.github.acrdoctor.report;

import java.util.List;

/**
 * A known message that resembles a line of the text.
 *
 * @param symptom id of its symptom
 * @param title title of its symptom
 * @param example the known message
 * @param line the line, redacted
 * @param missing words of the message that the line lacks
 * @param other words of the line that the message lacks
 */
public record Resembling(
    String symptom,
    String title,
    String example,
    String line,
    List<String> missing,
    List<String> other) {
  /** Words are copied. */
  public Resembling {
    missing = List.copyOf(missing);
    other = List.copyOf(other);
  }
}
