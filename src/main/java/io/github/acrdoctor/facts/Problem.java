package io.github.acrdoctor.facts;

/**
 * Something wrong with the knowledge base.
 *
 * @param file file as the author knows it, relative to the rules folder's parent
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1; 0 when the whole line is meant
 * @param message what is wrong
 * @param advice what to do; may be empty
 */
public record Problem(String file, int line, int column, String message, String advice)
    implements Comparable<Problem> {

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : message.compareTo(other.message);
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
