package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * Texts that nothing answers and that resemble each other.
 *
 * @param words the words that tell them from known messages, most telling first
 * @param example a line of one of them, without secrets
 * @param names where they come from
 */
public record TextGroup(List<String> words, String example, List<String> names) {
  /** Lists are copied. */
  public TextGroup {
    words = List.copyOf(words);
    names = List.copyOf(names);
  }
}
