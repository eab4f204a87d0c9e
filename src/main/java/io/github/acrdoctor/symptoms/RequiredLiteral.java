package io.github.acrdoctor.symptoms;

import java.util.Locale;
import java.util.Optional;

/** Finds the longest run of plain characters that every match of a pattern must contain. */
final class RequiredLiteral {
  /** Shorter runs would make every text a candidate. */
  static final int SHORTEST = 4;

  private final String pattern;
  private final StringBuilder run = new StringBuilder();
  private String best = "";
  private int runStart;
  private int bestStart;

  private RequiredLiteral(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The longest required literal in lower case.
   *
   * @param pattern an RE2 pattern
   * @return empty when there is none of at least {@link #SHORTEST} characters
   */
  static Optional<String> of(String pattern) {
    RequiredLiteral search = new RequiredLiteral(pattern);
    boolean alternatives = search.scan();
    return alternatives || search.best.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(search.best.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether every match begins with the required literal, so that it can be looked for in one
   * place.
   *
   * @param pattern an RE2 pattern
   * @return false when something may stand before the literal, or there is none
   */
  static boolean leads(String pattern) {
    RequiredLiteral search = new RequiredLiteral(pattern);
    return !search.scan() && search.best.length() >= SHORTEST && search.bestStart == 0;
  }

  /** Returns whether the pattern has alternatives at the top, so that nothing is required. */
  private boolean scan() {
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      switch (c) {
        case '|' -> {
          return true;
        }
        case '(' -> at = skipGroup(at);
        case '[' -> at = skipClass(at);
        case '\\' -> at = escape(at);
        case '?', '*', '{' -> at = optional(at);
        case '+', '.', '^', '$' -> {
          endRun();
          at++;
        }
        default -> {
          add(c, at);
          at++;
        }
      }
    }
    endRun();
    return false;
  }

  private void add(char c, int at) {
    if (run.isEmpty()) {
      runStart = at;
    }
    run.append(c);
  }

  private void endRun() {
    if (run.length() > best.length()) {
      best = run.toString();
      bestStart = runStart;
    }
    run.setLength(0);
  }

  /** The character before the quantifier may be missing. */
  private int optional(int at) {
    if (!run.isEmpty()) {
      run.setLength(run.length() - 1);
    }
    endRun();
    if (pattern.charAt(at) != '{') {
      return at + 1;
    }
    int close = pattern.indexOf('}', at);
    return close < 0 ? pattern.length() : close + 1;
  }

  private int escape(int at) {
    if (at + 1 >= pattern.length()) {
      return at + 1;
    }
    char c = pattern.charAt(at + 1);
    if (Character.isLetterOrDigit(c)) {
      endRun();
    } else {
      add(c, at);
    }
    return at + 2;
  }

  private int skipGroup(int at) {
    endRun();
    int depth = 0;
    for (int i = at; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        i = skipClass(i) - 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return pattern.length();
  }

  private int skipClass(int at) {
    endRun();
    int i = at + 1;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(pattern.length(), i + 1);
  }
}
