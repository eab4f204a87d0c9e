package io.github.acrdoctor.diagnosis;

/**
 * A place in a text.
 *
 * @param line from 1; 0 for the whole text
 * @param column from 1; 0 for the whole line
 */
public record Spot(int line, int column) {
  /** The whole text. */
  public static final Spot WHOLE = new Spot(0, 0);

  /**
   * The place of an offset.
   *
   * @param text a text
   * @param offset from 0 to the length of the text
   * @return its line and column
   */
  public static Spot of(String text, int offset) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Spot(line, offset - text.lastIndexOf('\n', offset - 1));
  }

  /**
   * The first place of a word at or behind a line.
   *
   * @param text a text
   * @param line where to start, from 1
   * @param word what to look for
   * @return the first character of the line when the word is not there
   */
  public static Spot word(String text, int line, String word) {
    int start = start(text, line);
    int at = text.indexOf(word, start);
    return of(text, at < 0 ? indented(text, start) : at);
  }

  /**
   * The first character of a line that is no blank.
   *
   * @param text a text
   * @param line from 1
   * @return its place
   */
  public static Spot line(String text, int line) {
    return of(text, indented(text, start(text, line)));
  }

  private static int start(String text, int line) {
    int start = 0;
    for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }

  private static int indented(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
