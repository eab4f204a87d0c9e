package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Redactor.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A pasted text as it may be shown: without colours and control characters, which could hide a
 * secret from the search for it, and with the places of its secrets. Knows where each character of
 * the given text went.
 */
final class ShownText {
  private final String text;
  private final List<int[]> removed;
  private final List<Place> secrets;

  private ShownText(String text, List<int[]> removed) {
    this.text = text;
    this.removed = removed;
    this.secrets = Redactor.places(text);
  }

  static ShownText of(String given) {
    StringBuilder text = new StringBuilder(given.length());
    List<int[]> removed = new ArrayList<>();
    int at = 0;
    int i = 0;
    while (i < given.length()) {
      int end = removedEnd(given, i);
      if (end > i) {
        text.append(given, at, i);
        removed.add(new int[] {i, end});
        at = end;
        i = end;
      } else {
        i++;
      }
    }
    return new ShownText(
        removed.isEmpty() ? given : text.append(given, at, given.length()).toString(), removed);
  }

  /** Behind a colour or another sequence for terminals, or behind a control character. */
  private static int removedEnd(String given, int start) {
    char c = given.charAt(start);
    if (c >= ' ' && c < 0x7F
        || c == '\n'
        || c == '\t'
        || c >= 0xA0 && Character.getType(c) != Character.FORMAT) {
      return start;
    }
    boolean sequence = c == 0x9B || c == 0x1B && given.startsWith("[", start + 1);
    int end = start + (c == 0x1B && sequence ? 2 : 1);
    while (sequence
        && end < given.length()
        && end - start < 32
        && given.charAt(end) >= ' '
        && given.charAt(end) < '@') {
      end++;
    }
    return sequence ? Math.min(given.length(), end + 1) : end;
  }

  String text() {
    return text;
  }

  List<Place> secrets() {
    return secrets;
  }

  /** Where a character of the given text stands now. */
  int at(int given) {
    int low = 0;
    int high = removed.size();
    int gone = 0;
    // Removed stretches are few in sane texts, and in order in all.
    for (int i = low; i < high && removed.get(i)[0] < given; i++) {
      gone += Math.min(given, removed.get(i)[1]) - removed.get(i)[0];
    }
    return Math.max(0, Math.min(text.length(), given - gone));
  }
}
