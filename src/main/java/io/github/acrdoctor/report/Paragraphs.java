package io.github.acrdoctor.report;

/** Lines for a terminal, wrapped to its width, without anything that a terminal would obey but our own colours. */
final class Paragraphs {
  private final StringBuilder out = new StringBuilder();
  private final int columns;
  private final boolean colour;

  Paragraphs(int columns, boolean colour) {
    this.columns = columns;
    this.colour = colour;
  }

  void blank() {
    if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
      out.append('\n');
    }
  }

  void line(String text) {
    out.append(text).append('\n');
  }

  void strong(String text) {
    String plain = plain(text);
    line(colour ? "\u001b[1m" + plain + "\u001b[0m" : plain);
  }

  void command(String indent, String text) {
    String plain = plain(text);
    line(indent + (colour ? "\u001b[36m" + plain + "\u001b[0m" : plain));
  }

  /** Breaks a paragraph into lines; all but the first are indented as far as the lead is long. */
  void paragraph(String lead, String text) {
    if (text.isBlank()) {
      return;
    }
    StringBuilder line = new StringBuilder(lead);
    int width = lead.length();
    boolean first = true;
    for (String word : plain(text).replace("**", "").strip().split("\\s+")) {
      if (!first && width + 1 + word.length() > columns) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(lead.length()));
        width = lead.length();
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      width += word.length() + (first ? 0 : 1);
      first = false;
    }
    line(line.toString());
  }

  /** A text without control characters, so that no terminal obeys it. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\ufffd' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
