package io.github.acrdoctor.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A command for bash with placeholders. Follows the quotes of the command, since what protects a
 * value outside of quotes does not protect it between double quotes.
 */
final class CommandTemplate {
  private static final String PLAIN = "._:/@-";

  private final String template;
  private final Placeholders values;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Character> open = new ArrayDeque<>();

  CommandTemplate(String template, Placeholders values) {
    this.template = template;
    this.values = values;
  }

  String fill() {
    int i = 0;
    while (i < template.length()) {
      int end = template.charAt(i) == '{' ? placeholderEnd(i) : -1;
      if (end >= 0) {
        out.append(value(template.substring(i + 1, end)));
        i = end + 1;
      } else {
        i += step(i);
      }
    }
    return out.toString();
  }

  /** Copies a character, or two that belong together, and notes which quotes are open. */
  private int step(int i) {
    char c = template.charAt(i);
    char in = open.isEmpty() ? ' ' : open.peek();
    int length = 1;
    if (in == '\'' || in == '#') {
      close(in == '#' ? c == '\n' : c == '\'');
    } else if (c == '\\' && i + 1 < template.length()) {
      length = 2;
    } else if (template.startsWith("$(", i)) {
      open.push('(');
      length = 2;
    } else if (c == '"') {
      toggle(in == '"', c);
    } else if (in != '"' && (c == '\'' || c == '#' && startsWord(i))) {
      open.push(c);
    } else {
      close(in == '(' && c == ')');
    }
    out.append(template, i, i + length);
    return length;
  }

  private void toggle(boolean closes, char quote) {
    if (closes) {
      open.pop();
    } else {
      open.push(quote);
    }
  }

  private void close(boolean closes) {
    if (closes) {
      open.pop();
    }
  }

  private boolean startsWord(int i) {
    return i == 0 || Character.isWhitespace(template.charAt(i - 1));
  }

  /** Where a placeholder ends; -1 when the brace is something else. */
  private int placeholderEnd(int start) {
    int end = start + 1;
    int dot = -1;
    while (end < template.length()
        && (Character.isLetter(template.charAt(end)) || template.charAt(end) == '.' && dot < 0)) {
      dot = template.charAt(end) == '.' ? end : dot;
      end++;
    }
    boolean closed =
        end < template.length() && template.charAt(end) == '}' && dot > start + 1 && dot < end - 1;
    return closed && Placeholders.isFact(template.substring(start + 1, dot)) ? end : -1;
  }

  private String value(String name) {
    int dot = name.indexOf('.');
    String fact = name.substring(0, dot);
    String field = name.substring(dot + 1);
    String value = values.value(fact, field);
    if (value == null) {
      return Placeholders.open(fact, field);
    }
    if (isPlain(value)) {
      return value;
    }
    String inner = value.replace("'", "'\\''");
    return switch (open.isEmpty() ? ' ' : open.peek()) {
      case '\'' -> inner;
      case '"' -> "\"'" + inner + "'\"";
      default -> "'" + inner + "'";
    };
  }

  private static boolean isPlain(String value) {
    return value
        .chars()
        .allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
  }
}
