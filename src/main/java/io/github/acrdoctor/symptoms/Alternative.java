package io.github.acrdoctor.symptoms;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.TreeMap;

/** One pattern of a symptom; compiled when its literal is first seen in a text. */
final class Alternative {
  private static final int BEFORE = 512;
  private static final int BEHIND = 2048;

  private final String symptom;
  private final String source;
  private final int literalLength;
  private final boolean plain;
  private final boolean leading;
  private volatile Pattern pattern;

  Alternative(String symptom, String source, String literal) {
    this.symptom = symptom;
    this.source = source;
    this.literalLength = literal.length();
    this.plain = source.equalsIgnoreCase(literal);
    this.leading = !plain && RequiredLiteral.leads(source);
  }

  String symptom() {
    return symptom;
  }

  static Pattern compile(String source) {
    return Pattern.compile(source, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /**
   * Confirms a candidate.
   *
   * @param text the readable text
   * @param begin where the literal was found
   * @param end behind the literal
   * @return null when the pattern does not match around the literal
   */
  Match confirm(String text, int begin, int end) {
    if (plain) {
      return new Match(begin, begin + literalLength, Map.of());
    }
    return leading ? confirmHere(text, begin, end) : confirmAround(text, begin, end);
  }

  /** A match begins with the literal, so there is one place to look. */
  private Match confirmHere(String text, int begin, int end) {
    Matcher matcher =
        pattern().matcher(text.substring(begin, Math.min(text.length(), end + BEHIND)));
    return matcher.lookingAt() ? new Match(begin, begin + matcher.end(), captures(matcher)) : null;
  }

  private Match confirmAround(String text, int begin, int end) {
    int from = Math.max(0, begin - BEFORE);
    String around = text.substring(from, Math.min(text.length(), end + BEHIND));
    Matcher matcher = pattern().matcher(around);
    int at = 0;
    while (matcher.find(at)) {
      if (matcher.start() <= begin - from && matcher.end() >= end - from) {
        return new Match(from + matcher.start(), from + matcher.end(), captures(matcher));
      }
      if (matcher.start() > begin - from) {
        return null;
      }
      at = Math.max(matcher.end(), matcher.start() + 1);
      if (at > around.length()) {
        return null;
      }
    }
    return null;
  }

  private Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = compile(source);
      pattern = compiled;
    }
    return compiled;
  }

  private Map<String, String> captures(Matcher matcher) {
    Map<String, String> values = new TreeMap<>();
    for (String name : pattern().namedGroups().keySet()) {
      String value = matcher.group(name);
      if (value != null && !value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }
}
