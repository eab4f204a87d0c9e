package io.github.acrdoctor.report;

import io.github.acrdoctor.report.Report.Part;
import java.util.List;

/**
 * One line of a pasted text for a terminal: cut to its width around the match, which is coloured or
 * underlined.
 */
final class MatchLine {
  private static final int BEFORE = 24;

  private MatchLine() {}

  static void write(Paragraphs out, String place, List<Part> parts, int columns, boolean colour) {
    StringBuilder words = new StringBuilder();
    StringBuilder carets = new StringBuilder();
    for (Part part : parts) {
      String plain = Plain.text(part.text());
      words.append(plain);
      carets.append((part.symptom().isEmpty() ? " " : "^").repeat(plain.length()));
    }
    int room = Math.max(20, columns - place.length());
    int match = Math.max(0, carets.indexOf("^"));
    int from =
        words.length() <= room
            ? 0
            : Math.max(0, Math.min(match - Math.min(BEFORE, room / 4), words.length() - room));
    int to = Math.min(words.length(), from + room);
    String line = cut(words, from, to);
    String marks = carets.substring(from, to);
    out.line(place + (colour ? coloured(line, marks) : line));
    if (!colour && marks.indexOf('^') >= 0) {
      out.line(" ".repeat(columnsOf(place)) + aligned(line, marks).stripTrailing());
    }
  }

  private static String cut(StringBuilder words, int from, int to) {
    StringBuilder line = new StringBuilder(words.substring(from, to));
    // Half of a pair is no character.
    if (line.length() > 0 && (from > 0 || Character.isLowSurrogate(line.charAt(0)))) {
      line.setCharAt(0, '…');
    }
    if (line.length() > 0
        && (to < words.length() || Character.isHighSurrogate(line.charAt(line.length() - 1)))) {
      line.setCharAt(line.length() - 1, '…');
    }
    return line.toString();
  }

  private static String coloured(String line, String marks) {
    StringBuilder out = new StringBuilder();
    boolean on = false;
    for (int i = 0; i < line.length(); i++) {
      boolean match = marks.charAt(i) == '^';
      if (match != on) {
        out.append(match ? "\u001b[1;33m" : "\u001b[0m");
        on = match;
      }
      out.append(line.charAt(i));
    }
    return out.append(on ? "\u001b[0m" : "").toString();
  }

  /** Marks as wide as the characters above them. */
  private static String aligned(String line, String marks) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      out.append(String.valueOf(marks.charAt(i)).repeat(width(line.codePointAt(i))));
    }
    return out.toString();
  }

  private static int columnsOf(String text) {
    return text.codePoints().map(MatchLine::width).sum();
  }

  /**
   * Columns that a character takes: none for marks above others, two for East Asian ones and
   * pictures.
   */
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
