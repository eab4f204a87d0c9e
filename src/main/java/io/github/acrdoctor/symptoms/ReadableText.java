package io.github.acrdoctor.symptoms;

import java.util.Arrays;
import java.util.Set;

/**
 * A text as a person reads it: blanks and line ends are one blank, escapes are undone, colours,
 * frames and the times at the beginning of lines are gone, quotes are straight. Every character
 * remembers where it came from.
 */
final class ReadableText {
  private static final char ESCAPE = 0x1b;
  private static final String[][] ENTITIES = {
    {"&quot;", "\""}, {"&#34;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}
  };

  private final String original;
  private final Set<Integer> joints;
  private char[] chars;
  private int[] origins;
  private int length;

  private ReadableText(String original, int start, int end, Set<Integer> joints) {
    this.original = original;
    this.joints = joints;
    this.chars = new char[end - start];
    this.origins = new int[end - start + 1];
    int at = start;
    boolean lineStart = start == 0 || original.charAt(start - 1) == '\n';
    while (at < end) {
      if (lineStart) {
        at = LinePrefix.skip(original, at, end);
        lineStart = false;
      } else {
        lineStart = original.charAt(at) == '\n' && !joints.contains(at);
        at = read(at, end);
      }
    }
    if (length > 0 && chars[length - 1] == ' ') {
      length--;
    }
    origins[length] = end;
  }

  /**
   * The readable form of a stretch of a text.
   *
   * @param original the text
   * @param start first character
   * @param end behind the last character
   */
  static ReadableText of(String original, int start, int end) {
    return new ReadableText(original, start, end, Set.of());
  }

  /**
   * The readable form of a stretch in which some line ends only wrap a word.
   *
   * @param original the text
   * @param start first character
   * @param end behind the last character
   * @param joints where the line ends stand that are nothing
   */
  static ReadableText joined(String original, int start, int end, Set<Integer> joints) {
    return new ReadableText(original, start, end, joints);
  }

  String text() {
    return new String(chars, 0, length);
  }

  /** Where a readable character came from, as an offset in the original text. */
  int origin(int index) {
    return origins[index];
  }

  private int read(int at, int end) {
    char c = original.charAt(at);
    if (c == '\n' && joints.contains(at) || c == '\r' && joints.contains(at + 1)) {
      return at + 1;
    }
    if (c == '\\') {
      return readEscape(at, end);
    }
    if (c == ESCAPE) {
      return skipTerminalEscape(at, end);
    }
    if (c == '&') {
      return readEntity(at, end);
    }
    add(plain(c), at);
    return at + 1;
  }

  private void add(char c, int origin) {
    if (c == 0) {
      return;
    }
    if (c == ' ' && (length == 0 || chars[length - 1] == ' ')) {
      return;
    }
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length + 16);
      origins = Arrays.copyOf(origins, length + 17);
    }
    origins[length] = origin;
    chars[length++] = c;
  }

  /** Zero means: leave it out. */
  private static char plain(char c) {
    if (c > ' ' && c < 0x7f) {
      return c;
    }
    if (c <= ' ' || c == 0x7f || c == 0xa0 || c == 0x2028 || c == 0x2029 || c == 0x3000) {
      return ' ';
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u201a', '\u2032', '\u00b4' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\u2033' -> '"';
      case '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad' -> 0;
      default -> c;
    };
  }

  private int readEscape(int at, int end) {
    int next = at;
    while (next < end && original.charAt(next) == '\\') {
      next++;
    }
    if (next == end) {
      add('\\', at);
      return next;
    }
    char c = original.charAt(next);
    if (c == '"' || c == '\'' || c == '/') {
      add(c, at);
      return next + 1;
    }
    if (c == 'n' || c == 'r' || c == 't') {
      add(' ', at);
      return next + 1;
    }
    if (c == 'u' && next + 5 <= end) {
      int code = hex(next + 1);
      if (code >= 0) {
        add(plain((char) code), at);
        return next + 5;
      }
    }
    add('\\', at);
    return next;
  }

  private int hex(int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(original.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  /** Colours and cursor movements: ESC [ … letter, and ESC ] … BEL for window titles. */
  private int skipTerminalEscape(int at, int end) {
    int next = at + 1;
    if (next < end && original.charAt(next) == '[') {
      next++;
      while (next < end && original.charAt(next) < '@') {
        next++;
      }
      return Math.min(end, next + 1);
    }
    if (next < end && original.charAt(next) == ']') {
      while (next < end && original.charAt(next) != 7 && next - at < 256) {
        next++;
      }
      return Math.min(end, next + 1);
    }
    return next;
  }

  private int readEntity(int at, int end) {

    for (String[] entity : ENTITIES) {
      if (original.startsWith(entity[0], at) && at + entity[0].length() <= end) {
        add(entity[1].charAt(0), at);
        return at + entity[0].length();
      }
    }
    add('&', at);
    return at + 1;
  }
}
