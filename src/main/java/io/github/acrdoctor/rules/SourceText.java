package io.github.acrdoctor.rules;

/**
 * Refuses characters that could mean one thing to the rule parser and another to the Java compiler.
 */
final class SourceText {
  private static final int DEEPEST = 32;

  private SourceText() {}

  static boolean check(String text, Gate.Report report) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        report.problem(
            "not-allowed", i, "a backslash is not allowed", "no escapes are needed in rules");
        return false;
      } else if (c < ' ' && c != '\t' && c != '\r' && c != '\n'
          || c == 0x7f
          || Character.getType(c) == Character.FORMAT) {
        report.problem("not-allowed", i, "a control character is not allowed", "remove it");
        return false;
      } else if (c == '(' && ++depth > DEEPEST) {
        report.problem("not-allowed", i, "more than " + DEEPEST + " parentheses are open", "");
        return false;
      } else if (c == ')') {
        depth--;
      }
    }
    return true;
  }
}
