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

  /**
   * What was wrong with a document, without naming its file twice.
   *
   * @param file the file
   * @param refused why it was refused
   * @return the problem
   */
  public static Problem of(String file, InputException refused) {
    String message = refused.getMessage();
    java.util.regex.Matcher place =
        java.util.regex.Pattern.compile("^:(\\d{1,9})(?::(\\d{1,9}))?: ?")
            .matcher(message.startsWith(file) ? message.substring(file.length()) : "");
    if (!place.find()) {
      String rest =
          message.startsWith(file + ": ") ? message.substring(file.length() + 2) : message;
      return new Problem(file, 0, 0, rest, "");
    }
    int column = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    return new Problem(
        file,
        Integer.parseInt(place.group(1)),
        column,
        message.substring(file.length() + place.end()),
        "");
  }

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
