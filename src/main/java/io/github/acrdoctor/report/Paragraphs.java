package io.github.acrdoctor.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines for a terminal, wrapped to its width, without anything that a terminal would obey but our
 * own colours.
 */
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
    for (String plain : wrapped("", text)) {
      line(colour ? "\u001b[1m" + plain + "\u001b[0m" : plain);
    }
  }

  void command(String indent, String text) {
    String plain = Plain.text(text);
    line(indent + (colour ? "\u001b[36m" + plain + "\u001b[0m" : plain));
  }

  /** Breaks a paragraph into lines; all but the first are indented as far as the lead is long. */
  void paragraph(String lead, String text) {
    if (!text.isBlank()) {
      wrapped(lead, text).forEach(this::line);
    }
  }

  private List<String> wrapped(String lead, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(lead);
    boolean first = true;
    for (String word : words(text, columns - lead.length())) {
      if (!first && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(lead.length()));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Words, those that fit no line in pieces. */
  private static List<String> words(String text, int longest) {
    List<String> words = new ArrayList<>();
    int most = Math.max(10, longest);
    for (String word : Plain.text(text).replace("**", "").strip().split(" +")) {
      for (int at = 0; at == 0 || at < word.length(); at += most) {
        words.add(word.substring(at, Math.min(word.length(), at + most)));
      }
    }
    return words;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
