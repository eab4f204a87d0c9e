package io.github.acrdoctor.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after which event a cause has passed by itself at the latest, as a page's front matter
 * says it: {@code 10 minutes after roleAssignment.createdAt}.
 *
 * @param minutes how long it takes at most
 * @param fact name of the fact that knows the event
 * @param field its field that holds the time
 */
public record Settling(int minutes, String fact, String field) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,5}) minutes after ([a-zA-Z]+)\\.([a-zA-Z]+)");

  /**
   * Reads the written form.
   *
   * @param written for instance {@code 10 minutes after roleAssignment.createdAt}
   * @return null when it has another form
   */
  static Settling parse(String written) {
    Matcher matcher = FORM.matcher(written);
    return matcher.matches()
        ? new Settling(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3))
        : null;
  }

  @Override
  public String toString() {
    return minutes + " minutes after " + fact + "." + field;
  }
}
