package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.RedactionKey;
import io.github.acrdoctor.facts.Redactor;
import java.util.function.UnaryOperator;

/**
 * What every text goes through on its way into a bundle: halves of characters, which no file can
 * hold, become replacement characters, and secrets become markers.
 *
 * @param key gives equal secrets equal tags
 */
record Cleaner(RedactionKey key) implements UnaryOperator<String> {
  private static final char REPLACEMENT = '\uFFFD';

  /** Doing it twice changes nothing; null stays null. */
  @Override
  public String apply(String text) {
    return text == null ? null : Redactor.redact(whole(text), key);
  }

  private static String whole(String text) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        changed = changed == null ? new StringBuilder(text) : changed;
        changed.setCharAt(i, REPLACEMENT);
      }
    }
    return changed == null ? text : changed.toString();
  }
}
