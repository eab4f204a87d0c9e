package io.github.acrdoctor.facts;

import java.time.Instant;
import java.util.List;

/**
 * Everything known about one failure.
 *
 * @param id the reporter's own number; null when none was given
 * @param now the moment to judge at; null for the present
 * @param texts what somebody pasted, in order
 * @param facts what is known, in order
 */
public record Case(String id, Instant now, List<Text> texts, List<Fact> facts) {
  /** Lists are copied. */
  public Case {
    texts = List.copyOf(texts);
    facts = List.copyOf(facts);
  }

  /**
   * A case that is only a text.
   *
   * @param source name of the text
   * @param text the text
   * @return a case without facts and clock
   */
  public static Case ofText(String source, String text) {
    return new Case(null, null, List.of(new Text(source, text)), List.of());
  }
}
