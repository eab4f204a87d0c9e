package io.github.acrdoctor.rules;

import org.drools.drl.ast.descr.BaseDescr;

/** Turns offsets in a rule file into lines and columns. */
final class Places {
  /** The whole file. */
  static final int NOWHERE = -1;

  private final String text;

  Places(String text) {
    this.text = text;
  }

  /** The line of an offset, from 1; 0 for the whole file. */
  int line(int offset) {
    return offset < 0
        ? 0
        : 1 + (int) text.substring(0, end(offset)).chars().filter(c -> c == '\n').count();
  }

  /** The column of an offset, from 1; 0 for the whole file. */
  int column(int offset) {
    return offset < 0 ? 0 : end(offset) - text.lastIndexOf('\n', end(offset) - 1);
  }

  private int end(int offset) {
    return Math.min(offset, text.length());
  }

  /** The offset of a line's first character that is no blank. */
  int start(int line) {
    if (line < 1) {
      return NOWHERE;
    }
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return text.length();
      }
    }
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    return start;
  }

  /**
   * Where a part of a rule starts; the beginning of its line where the parser does not say more.
   */
  int of(BaseDescr part) {
    return part.getStartCharacter() >= 0 ? part.getStartCharacter() : start(part.getLine());
  }

  /** Where a word stands at or behind an offset; the offset itself when it is not there. */
  int word(int offset, String word) {
    int at = offset < 0 ? offset : text.indexOf(word, offset);
    return at < 0 ? offset : at;
  }
}
