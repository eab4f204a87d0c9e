package io.github.acrdoctor.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something wrong with the knowledge base.
 *
 * @param id which kind of problem, a heading of docs/lint.md such as {@code unknown-field}
 * @param file file as the author knows it, relative to the rules folder's parent
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1; 0 when the whole line is meant
 * @param message what is wrong
 * @param advice what to do; may be empty
 */
public record Problem(String id, String file, int line, int column, String message, String advice)
    implements Comparable<Problem> {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?s)(?::(?<line>\\d{1,9}))?(?::(?<column>\\d{1,9}))?(?:: )?(?<what>.*?)(?: /"
              + " (?<advice>.*))?");

  /** The kind of everything that keeps a file from being read and has no kind of its own. */
  public static final String UNREADABLE = "unreadable";

  /**
   * Something that keeps a file from being used.
   *
   * @param file file as the author knows it, relative to the rules folder's parent
   * @param line from 1; 0 when the whole file is meant
   * @param column from 1; 0 when the whole line is meant
   * @param message what is wrong
   * @param advice what to do; may be empty
   */
  public Problem(String file, int line, int column, String message, String advice) {
    this(UNREADABLE, file, line, column, message, advice);
  }

  /**
   * What was wrong with a document, without naming its file twice.
   *
   * @param file the file
   * @param refused why it was refused
   * @return the problem
   */
  public static Problem of(String file, InputException refused) {
    return of(UNREADABLE, file, refused);
  }

  /**
   * The same for a problem that has a kind.
   *
   * @param id its kind
   * @param file the file
   * @param refused why it was refused
   * @return the problem
   */
  public static Problem of(String id, String file, InputException refused) {
    Matcher parts = REFUSED.matcher(refused.getMessage().substring(named(file, refused)));
    if (!parts.matches()) {
      return new Problem(id, file, 0, 0, refused.getMessage(), "");
    }
    return new Problem(
        id,
        file,
        number(parts.group("line")),
        number(parts.group("column")),
        parts.group("what"),
        parts.group("advice") == null ? "" : parts.group("advice"));
  }

  private static int named(String file, InputException refused) {
    return refused.getMessage().startsWith(file + ":") ? file.length() : 0;
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    if (byLine != 0) {
      return byLine;
    }
    int byColumn = Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : message.compareTo(other.message);
  }

  /**
   * The problem as one line, {@code file:line:column what is wrong / what to do}.
   *
   * @return never empty
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    text.append(": ").append(message);
    return advice.isEmpty() ? text.toString() : text.append(" / ").append(advice).toString();
  }
}
