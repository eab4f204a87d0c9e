package io.github.acrdoctor.report;

/** Text without anything that a terminal or a reader would obey instead of show. */
final class Plain {
  private static final char SHOWN = '\ufffd';

  private Plain() {}

  /**
   * A text of one line.
   *
   * @param text any text
   * @return with a sign of replacement for every control, format and half character; a blank for a
   *     tab
   */
  static String text(String text) {
    return isPlain(text) ? text : replaced(text, false);
  }

  /**
   * A text of several lines.
   *
   * @param text any text
   * @return like {@link #text}, with its line ends
   */
  static String lines(String text) {
    return isPlain(text) ? text : replaced(text, true);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return c >= 0xA0 && text.codePoints().noneMatch(Plain::isObeyed);
      }
    }
    return true;
  }

  private static String replaced(String text, boolean lines) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !(lines && c == '\r'))
        .map(c -> lines && c == '\n' ? c : c == '\t' ? ' ' : isObeyed(c) ? SHOWN : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  static boolean isObeyed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
