package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How people are spoken to, read from {@code rules/style.yaml}.
 *
 * @param avoid words and phrases that are not used, each with what to write instead
 * @param smallLetters words that keep their small letter at the beginning of a title
 * @param longestSentence most words in a sentence of a page; 0 for no limit
 * @param longestTitle most characters in a title or reason; 0 for no limit
 */
record Style(
    Map<String, String> avoid, Set<String> smallLetters, int longestSentence, int longestTitle) {
  static final String FILE = "rules/style.yaml";
  private static final Style NONE = new Style(Map.of(), Set.of(), 0, 0);
  private static final Set<String> KEYS =
      Set.of("avoid", "small-letters", "longest-sentence", "longest-title");

  /**
   * Words that are not used.
   *
   * @param offset where they start in the text
   * @param words the words
   * @param instead what to write instead
   */
  record Avoided(int offset, String words, String instead) {}

  /**
   * Reads the guide.
   *
   * @param text the file; null when there is none
   * @param problems collects what is wrong with it
   * @return a guide that allows everything when there is none
   */
  static Style read(String text, Collection<Problem> problems) {
    if (text == null) {
      return NONE;
    }
    try {
      if (DocReader.read(FILE, text) instanceof Doc.Fields fields) {
        return read(fields, problems);
      }
      problems.add(
          new Problem(
              "wrong-form", FILE, 1, 1, "the style guide is not a mapping", "write avoid:"));
    } catch (InputException e) {
      problems.add(Problem.of(FILE, e));
    }
    return NONE;
  }

  private static Style read(Doc.Fields fields, Collection<Problem> problems) {
    fields
        .keys()
        .forEach(
            (key, at) -> {
              if (!KEYS.contains(key)) {
                problems.add(
                    new Problem(
                        "unknown-key",
                        FILE,
                        at.line(),
                        at.column(),
                        "the style guide has no " + key,
                        Nearest.advice(key, KEYS)));
              }
            });
    if (fields.fields().containsKey("avoid") && !(fields.get("avoid") instanceof Doc.Fields)) {
      Doc.Position at = fields.get("avoid").at();
      problems.add(
          new Problem(
              "wrong-form",
              FILE,
              at.line(),
              at.column(),
              "avoid is " + fields.get("avoid").kind() + ", not a mapping",
              "write each word with what to write instead"));
    }
    return new Style(
        avoid(fields),
        smallLetters(fields),
        number(fields, "longest-sentence", problems),
        number(fields, "longest-title", problems));
  }

  private static Map<String, String> avoid(Doc.Fields fields) {
    Map<String, String> avoid = new LinkedHashMap<>();
    if (fields.get("avoid") instanceof Doc.Fields words) {
      words
          .fields()
          .forEach(
              (word, instead) ->
                  avoid.put(
                      word.toLowerCase(Locale.ROOT),
                      instead instanceof Doc.Scalar scalar && scalar.text() != null
                          ? scalar.text()
                          : "leave it out"));
    }
    return avoid;
  }

  private static Set<String> smallLetters(Doc.Fields fields) {
    Set<String> words = new TreeSet<>();
    if (fields.get("small-letters") instanceof Doc.Items items) {
      items.items().stream()
          .filter(item -> item instanceof Doc.Scalar)
          .forEach(item -> words.add(String.valueOf(((Doc.Scalar) item).text())));
    }
    return words;
  }

  private static int number(Doc.Fields fields, String key, Collection<Problem> problems) {
    if (!(fields.get(key) instanceof Doc.Scalar scalar)) {
      return 0;
    }
    if (String.valueOf(scalar.text()).matches("\\d{1,4}")) {
      return Integer.parseInt(scalar.text());
    }
    problems.add(
        new Problem(
            "unknown-value",
            FILE,
            scalar.at().line(),
            scalar.at().column(),
            key + " is '" + scalar.text() + "'",
            "write a whole number"));
    return 0;
  }

  /**
   * The words of a text that the guide avoids.
   *
   * @param text a sentence or title
   * @return in the order of the guide
   */
  List<Avoided> avoided(String text) {
    List<Avoided> found = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return found;
    }
    avoid.forEach(
        (word, instead) -> {
          for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            if (isWord(lower, at, at + word.length())) {
              found.add(new Avoided(at, text.substring(at, at + word.length()), instead));
            }
          }
        });
    return found;
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !isPart(text.charAt(start - 1)))
        && (end == text.length() || !isPart(text.charAt(end)));
  }

  private static boolean isPart(char c) {
    return Character.isLetter(c) || c == '-';
  }
}
