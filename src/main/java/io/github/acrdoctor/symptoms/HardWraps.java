package io.github.acrdoctor.symptoms;

import java.util.Set;
import java.util.TreeSet;

/**
 * Finds line ends that a terminal or a mail program put in where the line was full, in the middle
 * of a word: such a line is as long as the longest one and the next begins without a blank.
 */
final class HardWraps {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 400;
  private static final int MOST = 64;

  private HardWraps() {}

  /**
   * Line ends that may stand inside a word.
   *
   * @param text the text
   * @return offsets of line ends, in order; not more than a few dozen
   */
  static Set<Integer> of(String text) {
    int width = longestLine(text);
    Set<Integer> joints = new TreeSet<>();
    if (width < NARROWEST || width > WIDEST) {
      return joints;
    }
    int start = 0;
    for (int at = text.indexOf('\n');
        at >= 0 && joints.size() < MOST;
        at = text.indexOf('\n', start)) {
      if (length(text, start, at) == width
          && at + 1 < text.length()
          && text.charAt(at + 1) > ' '
          && text.charAt(at - 1) != ' ') {
        joints.add(at);
      }
      start = at + 1;
    }
    return joints;
  }

  private static int longestLine(String text) {
    int longest = 0;
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      longest = Math.max(longest, length(text, start, at));
      start = at + 1;
    }
    return longest;
  }

  private static int length(String text, int start, int end) {
    return end > start && text.charAt(end - 1) == '\r' ? end - start - 1 : end - start;
  }
}
