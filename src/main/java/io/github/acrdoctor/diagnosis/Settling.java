package io.github.acrdoctor.diagnosis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after which event a cause has passed by itself at the latest, as a page's front matter
 * says it: {@code 10 minutes after roleAssignment.createdAt or change.at}.
 *
 * @param minutes how long it takes at most
 * @param events where the event's time stands: {@code fact.field}, one or more
 */
public record Settling(int minutes, List<String> events) {
  private static final String FIELD = "[a-zA-Z]+\\.[a-zA-Z]+";
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,5}) minutes after (" + FIELD + "( or " + FIELD + ")*)");

  /** Events are copied. */
  public Settling {
    events = List.copyOf(events);
  }

  /**
   * Reads the written form.
   *
   * @param written for instance {@code 10 minutes after roleAssignment.createdAt}
   * @return null when it has another form
   */
  static Settling parse(String written) {
    Matcher matcher = FORM.matcher(written);
    return matcher.matches()
        ? new Settling(Integer.parseInt(matcher.group(1)), List.of(matcher.group(2).split(" or ")))
        : null;
  }

  @Override
  public String toString() {
    return minutes + " minutes after " + String.join(" or ", events);
  }
}
