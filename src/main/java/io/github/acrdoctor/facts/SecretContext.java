package io.github.acrdoctor.facts;

import io.github.acrdoctor.facts.SecretValue.Span;

/** What stands around a key in one text: blanks, separators, quotes, the beginnings of words. */
final class SecretContext {
  /** No key looks further back or ahead than this for what it belongs to. */
  private static final int NEAR = 40;

  private final String text;
  private int floor;

  SecretContext(String text) {
    this.text = text;
  }

  /**
   * What was found so far ends here; nothing looks back into it, so that redacting twice changes
   * nothing.
   */
  void found(int end) {
    floor = end;
  }

  /** The character before a place; the end of a marker where a secret was found. */
  private char before(int i, int distance) {
    return i - distance < floor ? (floor == 0 ? ' ' : ']') : text.charAt(i - distance);
  }

  /**
   * Behind {@code :}, {@code =}, {@code :=}, {@code =>}, {@code ==} or {@code %3D}; -1 for none.
   */
  int separatorEnd(int i) {
    if (text.startsWith("%3D", i) || text.startsWith("%3d", i)) {
      return i + 3;
    }
    if (!isAt(i, ":=")) {
      return -1;
    }
    return isAt(i + 1, "=>") ? i + 2 : i + 1;
  }

  /** Behind blanks and colours; with {@code lines} behind line ends too, real or escaped. */
  int blanks(int start, boolean lines) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || lines && (c == '\n' || c == '\r')) {
        i++;
      } else if (lines && c == '\\' && isAt(i + 1, "nrt")) {
        i += 2;
      } else if (c == 0x1B && isAt(i + 1, "[")) {
        i = colourEnd(i);
      } else {
        return i;
      }
    }
    return i;
  }

  private int colourEnd(int start) {
    int i = start + 2;
    while (i - start < NEAR && isAt(i, "0123456789;")) {
      i++;
    }
    return Math.min(text.length(), i + 1);
  }

  /** Whether one of some characters stands at a place. */
  boolean isAt(int i, String characters) {
    return i < text.length() && characters.indexOf(text.charAt(i)) >= 0;
  }

  /** Whether no longer word goes on at a place. */
  boolean startsWord(int i) {
    char last = before(i, 1);
    return !SecretShape.isAlphanumeric(last) && last != '_'
        || followsEscape(i)
        || before(i, 3) == '%' && SecretShape.isDigit(before(i, 2));
  }

  /** Whether an argument of a command line may start at a place. */
  boolean startsArgument(int i) {
    char last = before(i, 1);
    return last <= ' ' || "\"'`(".indexOf(last) >= 0 || followsEscape(i);
  }

  private boolean followsEscape(int i) {
    return before(i, 2) == '\\' && "nrt".indexOf(before(i, 1)) >= 0;
  }

  /** Whether the word that goes up to a place begins with a dash. */
  boolean isInFlag(int i) {
    int start = i;
    while (i - start < NEAR && isFlagPart(before(start, 1))) {
      start--;
    }
    return start < i && text.charAt(start) == '-';
  }

  private static boolean isFlagPart(char c) {
    return SecretShape.isAlphanumeric(c) || c == '-';
  }

  /** Whether an option stands at a place, not a value that begins with a dash. */
  boolean isFlag(int at) {
    if (!isAt(at, "-")) {
      return false;
    }
    return text.startsWith("--", at)
        || at + 2 >= text.length()
        || text.charAt(at + 2) <= ' '
        || isAt(at + 2, ",=");
  }

  int wordEnd(int start) {
    int i = start;
    while (i < text.length() && i - start < NEAR && SecretShape.isAlphanumeric(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a value is empty, a placeholder or a variable. */
  boolean isNoSecret(Span span) {
    return span.end() <= span.start()
        || NotSecret.isPlaceholder(value(span), span.quote())
        || span.quote() != 0 && NotSecret.placeholderEnd(text, span.start()) == span.end();
  }

  /** Whether a value without quotes is the next word of a sentence. */
  boolean isPlainWord(Span span) {
    String value = value(span);
    return span.quote() == 0 && value.length() < 20 && NotSecret.isWord(value);
  }

  boolean hasDigit(Span span) {
    return value(span).chars().anyMatch(c -> SecretShape.isDigit((char) c));
  }

  boolean hasLetter(Span span) {
    return value(span).chars().anyMatch(Character::isLetter);
  }

  /**
   * The value, or as much of it as is worth a look. The tags of markers are left out: their digits
   * must not make a value look like a password.
   */
  String value(Span span) {
    return Redactor.withoutTags(
        text.substring(span.start(), Math.min(span.end(), span.start() + 300)));
  }
}
