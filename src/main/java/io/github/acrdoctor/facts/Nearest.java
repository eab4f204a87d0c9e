package io.github.acrdoctor.facts;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest known name.
   *
   * @param word what was written
   * @param known the names that exist
   * @return empty when none is near
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      if (best == null && isShortened(word, candidate)) {
        best = candidate;
      }
      int distance =
          distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT), bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The nearest known name as advice.
   *
   * @param word what was written
   * @param known the names that exist
   * @return a question, or the list of names when it is short, or nothing
   */
  public static String advice(String word, Collection<String> known) {
    return to(word, known)
        .map(name -> "did you mean " + name + "?")
        .orElse(known.size() <= 12 ? "known are " + String.join(", ", known) : "");
  }

  /**
   * Whether a name is a longer one with parts left out, as publicAccess is of publicNetworkAccess.
   */
  private static boolean isShortened(String word, String candidate) {
    String letters = word.toLowerCase(Locale.ROOT);
    String all = candidate.toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < all.length() && at < letters.length(); i++) {
      if (all.charAt(i) == letters.charAt(at)) {
        at++;
      }
    }
    return letters.length() >= 5
        && at == letters.length()
        && all.startsWith(letters.substring(0, 3))
        && letters.length() * 2 > all.length();
  }

  /** Levenshtein distance, given up when it reaches the limit. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
