package io.github.acrdoctor.facts;

/**
 * Finds where a value starts and ends, as shells, JSON, forms, URLs and people write values. Every
 * method looks at a character a bounded number of times.
 */
final class SecretValue {
  /** How values end that stand without quotes. */
  enum Mode {
    /** {@code key: value} */
    FIELD,
    /** {@code key=value} */
    PAIR,
    /** {@code key%3Dvalue} */
    ENCODED,
    /** {@code --key value} */
    WORD
  }

  /**
   * A value.
   *
   * @param start first character, behind the opening quote
   * @param end behind the last character, before the closing quote
   * @param quote opening quote, or 0
   */
  record Span(int start, int end, char quote) {}

  private static final String TRAILING = ",.;:)]}'`>";

  private SecretValue() {}

  /**
   * The value that starts at a place, where an opening quote may stand, with backslashes or not.
   */
  static Span at(String text, int start, Mode mode) {
    int quoteAt = quoteAt(text, start);
    if (quoteAt < 0) {
      return new Span(start, unquotedEnd(text, start, mode), (char) 0);
    }
    char quote = text.charAt(quoteAt);
    int depth = quoteAt - start;
    int end = quotedEnd(text, quoteAt + 1, quote, depth);
    // The shell glues 'it'\''s' together, so what follows a closing quote directly belongs to it.
    while (mode == Mode.WORD
        && depth == 0
        && text.startsWith("'\\''", end)
        && quoteAt(text, end + 3) == end + 3) {
      end = quotedEnd(text, end + 4, quote, 0);
    }
    return new Span(quoteAt + 1, end, quote);
  }

  /** Where the quote stands that a value begins with; -1 when it begins otherwise. */
  static int quoteAt(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == '\\' && i - start < 16) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'') ? i : -1;
  }

  /**
   * Where a quoted value ends. A quote that was escaped {@code depth} times over closes when the
   * backslashes before it are those of its own depth, and not those of a quote inside of it.
   */
  private static int quotedEnd(String text, int start, char quote, int depth) {
    int run = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        run++;
        continue;
      }
      if (c == '\n') {
        return i;
      }
      if (c == quote && (run < depth || run % (2 * (depth + 1)) == depth)) {
        return i - Math.min(run, depth);
      }
      run = 0;
    }
    return text.length();
  }

  private static int unquotedEnd(String text, int start, Mode mode) {
    int i = start;
    while (i < text.length() && !stops(text, i, mode)) {
      // In a shell word a backslash takes the next character along.
      i +=
          mode == Mode.WORD
                  && text.charAt(i) == '\\'
                  && i + 1 < text.length()
                  && text.charAt(i + 1) != '\n'
              ? 2
              : 1;
    }
    while (i > start && TRAILING.indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  private static boolean stops(String text, int i, Mode mode) {
    char c = text.charAt(i);
    if (c <= ' ' || c == '"') {
      return true;
    }
    return switch (c) {
      case '\\' -> isEscapedEnd(text, i);
      case ',' -> endsAtComma(text, i);
      case '[' -> text.startsWith("[redacted ", i);
      case '&', ';' -> mode != Mode.FIELD;
      case '|', '<' -> mode == Mode.WORD;
      case '%' -> mode == Mode.ENCODED && isEncodedEnd(text, i);
      default -> Character.isWhitespace(c);
    };
  }

  private static boolean isEscapedEnd(String text, int i) {
    int next = i;
    while (next < text.length() && text.charAt(next) == '\\' && next - i < 16) {
      next++;
    }
    return next < text.length() && "nrt\"".indexOf(text.charAt(next)) >= 0;
  }

  private static boolean isEncodedEnd(String text, int i) {
    return text.startsWith("%26", i)
        || text.startsWith("%22", i)
        || text.startsWith("%20", i)
        || text.startsWith("%0", i);
  }

  /**
   * A comma ends a value when a blank, a quote or the next {@code key=} or {@code key:} follows.
   */
  private static boolean endsAtComma(String text, int i) {
    int next = i + 1;
    while (next < text.length() && next - i < 40 && isKeyPart(text.charAt(next))) {
      next++;
    }
    if (next >= text.length()) {
      return next == i + 1;
    }
    char c = text.charAt(next);
    return next == i + 1 ? c <= ' ' || c == '"' || c == '\'' || c == '\\' : c == '=' || c == ':';
  }

  private static boolean isKeyPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }
}
