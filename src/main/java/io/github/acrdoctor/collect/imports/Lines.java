package io.github.acrdoctor.collect.imports;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a file. A reader takes the lines it understands away; what nobody took is left for
 * the recogniser, with every line where it was.
 */
final class Lines {
  /** No line of the formats we know is longer; longer ones are left to the recogniser. */
  private static final int LONGEST = 4000;

  private static final int DEEPEST = 60;

  private final String[] lines;
  private boolean taken;

  Lines(String text) {
    lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].endsWith("\r")) {
        lines[i] = lines[i].substring(0, lines[i].length() - 1);
      }
    }
  }

  int count() {
    return lines.length;
  }

  /**
   * A line, to be read.
   *
   * @param i from 0
   * @return empty beyond the end, for a line that was taken, and for one that is too long
   */
  String at(int i) {
    return i < 0 || i >= lines.length || lines[i].length() > LONGEST ? "" : lines[i];
  }

  /**
   * Whether a line starts as JSON does, however long it is.
   *
   * @param i from 0
   * @return true for a brace or a bracket at its start, or behind a few blanks
   */
  boolean opensJson(int i) {
    int at = 0;
    while (at < lines[i].length() && at < DEEPEST && lines[i].charAt(at) == ' ') {
      at++;
    }
    return lines[i].startsWith("{", at) || lines[i].startsWith("[", at);
  }

  /**
   * How long a line is.
   *
   * @param i from 0
   * @return number of characters without its break
   */
  int length(int i) {
    return lines[i].length();
  }

  /**
   * The groups of a pattern that a whole line matches.
   *
   * @param i from 0
   * @param pattern the pattern
   * @return null when it does not match
   */
  Matcher match(int i, Pattern pattern) {
    Matcher matcher = pattern.matcher(at(i));
    return matcher.matches() ? matcher : null;
  }

  /**
   * Whether one of the lines holds one of some parts.
   *
   * @param parts what to look for
   * @return true when it does
   */
  boolean hold(List<String> parts) {
    return Arrays.stream(lines).anyMatch(line -> parts.stream().anyMatch(line::contains));
  }

  /**
   * The next line that a pattern matches as a whole.
   *
   * @param from first line to look at
   * @param to line to stop before
   * @param pattern the pattern
   * @return null when there is none
   */
  Matcher find(int from, int to, Pattern pattern) {
    for (int i = from; i < Math.min(to, lines.length); i++) {
      Matcher matcher = match(i, pattern);
      if (matcher != null) {
        return matcher;
      }
    }
    return null;
  }

  /**
   * The end of a block of lines.
   *
   * @param from its first line
   * @param inside what further lines of it look like
   * @return the line behind its last
   */
  int end(int from, Pattern inside) {
    int i = from + 1;
    while (i < lines.length && lines[i].length() <= LONGEST && match(i, inside) != null) {
      i++;
    }
    return i;
  }

  /**
   * The lines from one to another as they are.
   *
   * @param from first line
   * @param to line behind the last
   * @return joined by line breaks
   */
  String text(int from, int to) {
    return String.join("\n", Arrays.asList(lines).subList(from, Math.min(to, lines.length)));
  }

  void take(int line) {
    take(line, line + 1);
  }

  void take(int from, int to) {
    taken = true;
    Arrays.fill(lines, from, Math.min(to, lines.length), "");
  }

  /**
   * What nobody took.
   *
   * @return blank when all was taken
   */
  String rest() {
    String rest = text(0, lines.length);
    return taken ? rest.stripTrailing() : rest;
  }
}
