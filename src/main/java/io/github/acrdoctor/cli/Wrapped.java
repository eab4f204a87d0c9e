package io.github.acrdoctor.cli;

/** Breaks paragraphs into lines that fit. */
final class Wrapped {
  private Wrapped() {}

  /**
   * A paragraph in lines, plain.
   *
   * @param first what the first line starts with
   * @param others what the other lines start with
   * @param columns longest line; a longer word stays whole
   */
  static String of(String paragraph, String first, String others, int columns) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : Console.plain(paragraph).strip().split("\\s+", -1)) {
      if (!empty && line.length() + word.length() + 1 > columns) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(others);
      }
      line.append(word).append(' ');
      empty = false;
    }
    return text.append(line.toString().stripTrailing()).toString();
  }
}
