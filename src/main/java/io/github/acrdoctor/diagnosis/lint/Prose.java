package io.github.acrdoctor.diagnosis.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a page, without its front matter, headings, code and addresses.
 *
 * @param text a sentence, with blanks in place of code
 * @param offset where it starts in the page
 */
record Prose(String text, int offset) {
  private static final Pattern UNSAID =
      Pattern.compile(
          "(?s)\\A---\\n"
              + ".*?\\n"
              + "---\\n"
              + "|(?m)^ *```.*?^ *```|`[^`\\n"
              + "]*`|\\]\\([^)\\n"
              + "]*\\)|https?://\\S+|<!--.*?-->");
  private static final Pattern END =
      Pattern.compile(
          "(?<!^ {0,6}\\d{1,2})[.!?:](?=\\s)|\\n\\s*\\n|\\n(?=#|\\*\\*| *\\d+\\. | *- )",
          Pattern.MULTILINE);

  /** All sentences of a page, in order. */
  static List<Prose> of(String page) {
    String said = blanked(page);
    List<Prose> sentences = new ArrayList<>();
    Matcher end = END.matcher(said);
    int start = 0;
    while (start < said.length()) {
      int stop = end.find(start) ? end.end() : said.length();
      add(said, start, stop, sentences);
      start = Math.max(stop, start + 1);
    }
    return sentences;
  }

  private static void add(String said, int start, int stop, List<Prose> sentences) {
    int from = start;
    while (from < stop && Character.isWhitespace(said.charAt(from))) {
      from++;
    }
    if (from < stop && said.charAt(from) != '#') {
      sentences.add(new Prose(said.substring(from, stop), from));
    }
  }

  /** The page with one mark for each character that nobody reads as a sentence. */
  private static String blanked(String page) {
    StringBuilder said = new StringBuilder(page);
    Matcher unsaid = UNSAID.matcher(page);
    while (unsaid.find()) {
      for (int i = unsaid.start(); i < unsaid.end(); i++) {
        if (said.charAt(i) != '\n') {
          said.setCharAt(i, '~');
        }
      }
    }
    return said.toString();
  }

  /** How many words it has; a piece of code counts as one. */
  int words() {
    int count = 0;
    for (String word : text.split("\\s+", -1)) {
      count += word.isEmpty() || word.equals("-") || word.matches("\\d+\\.") ? 0 : 1;
    }
    return count;
  }
}
