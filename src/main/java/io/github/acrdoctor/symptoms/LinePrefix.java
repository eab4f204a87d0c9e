package io.github.acrdoctor.symptoms;

/**
 * What loggers, mail programs and Terraform put before each line: times, quote marks and frames.
 * They would tear a message apart that runs over several lines.
 */
final class LinePrefix {
  private static final String FRAMES = "\u2502\u2577\u2575\u2503\u2551\u2595";
  private static final String MARKS = ">|";
  private static final String DAY_AND_TIME = "dddd-dd-ddTdd:dd:dd";

  private LinePrefix() {}

  /**
   * Where a line's own words begin.
   *
   * @param text the text
   * @param at first character of the line
   * @param end where to stop
   * @return at or behind {@code at}, never behind the end of the line
   */
  static int skip(String text, int at, int end) {
    int next = at;
    while (next < end) {
      char c = text.charAt(next);
      boolean mark = MARKS.indexOf(c) >= 0 && (next + 1 >= end || text.charAt(next + 1) <= ' ');
      if (c == ' ' || c == '\t' || FRAMES.indexOf(c) >= 0 || mark) {
        next++;
      } else {
        int behind = c == '#' ? behindStep(text, next, end) : behindTime(text, next, end);
        if (behind == next) {
          return next;
        }
        next = behind;
      }
    }
    return next;
  }

  /** Behind buildkit's step and seconds such as #12 3.456; the same place when there are none. */
  private static int behindStep(String text, int at, int end) {
    int step = digits(text, at + 1, end);
    int seconds = step > at + 1 && step < end && text.charAt(step) == ' ' ? step + 1 : end;
    int dot = digits(text, seconds, end);
    if (dot == seconds || dot >= end || text.charAt(dot) != '.') {
      return at;
    }
    int behind = digits(text, dot + 1, end);
    return behind > dot + 1 ? behind : at;
  }

  private static int digits(String text, int at, int end) {
    int next = at;
    while (next < end && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
      next++;
    }
    return next;
  }

  /** Behind a time such as 2026-11-24T10:00:00.1234567Z; the same place when there is none. */
  private static int behindTime(String text, int at, int end) {
    if (at + DAY_AND_TIME.length() > end) {
      return at;
    }
    for (int i = 0; i < DAY_AND_TIME.length(); i++) {
      char form = DAY_AND_TIME.charAt(i);
      char c = text.charAt(at + i);
      boolean fits =
          switch (form) {
            case 'd' -> c >= '0' && c <= '9';
            case 'T' -> c == 'T' || c == ' ';
            default -> c == form;
          };
      if (!fits) {
        return at;
      }
    }
    int next = at + DAY_AND_TIME.length();
    while (next < end && ".,0123456789Z+:-".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }
}
