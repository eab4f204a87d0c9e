package io.github.acrdoctor.facts;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Replaces secrets in any text by a marker that names their kind, such as {@code [redacted
 * password]}, and keeps everything else byte for byte. With a key the marker also has a tag, such
 * as {@code [redacted password 3f2a1c]}, by which equal secrets are known to be equal.
 *
 * <p>Takes time in proportion to the length of the text, whatever the text is. Redacting twice
 * changes nothing. May be used by many threads.
 */
public final class Redactor {
  private static final SecretKeys KEYS = new SecretKeys();
  private static final int MOST_ROUNDS = 8;

  private Redactor() {}

  /** Compiled when it is asked for only: most runs never look for markers. */
  private static final class Written {
    static final Pattern MARKER =
        Pattern.compile(
            Arrays.stream(Kind.values())
                    .map(Kind::word)
                    .collect(Collectors.joining("|", "\\[redacted (", ")"))
                + "(?: ([0-9a-f]{"
                + RedactionKey.TAG_LENGTH
                + "}))?\\]");

    private Written() {}
  }

  /** What a secret is, in the word its marker shows. */
  public enum Kind {
    /** A password of a person, an admin user or a repository token. */
    PASSWORD("password"),
    /** An access, refresh or identity token, or anything else that starts like a JWT. */
    TOKEN("token"),
    /** The secret of an application. */
    CLIENT_SECRET("client secret"),
    /** What follows {@code Authorization:}, {@code Bearer} or {@code Basic}. */
    AUTHORIZATION("authorization"),
    /** The {@code auth} field of a docker configuration. */
    AUTH("docker auth"),
    /** An account or shared access key. */
    KEY("key"),
    /** The signature of a shared access URL. */
    SIGNATURE("signature"),
    /** A private key in PEM form. */
    PRIVATE_KEY("private key");

    private final String word;
    private final String marker;

    Kind(String word) {
      this.word = word;
      this.marker = "[redacted " + word + "]";
    }

    /**
     * Its name for people.
     *
     * @return one word or two, in small letters
     */
    public String word() {
      return word;
    }

    /**
     * What stands in the place of a secret.
     *
     * @return never null
     */
    public String marker() {
      return marker;
    }

    private String marker(String tag) {
      return "[redacted " + word + " " + tag + "]";
    }
  }

  /**
   * The place of a secret.
   *
   * @param start first character
   * @param end behind the last character
   * @param kind what it is
   */
  public record Place(int start, int end, Kind kind) {}

  /**
   * A marker that stands in a text in the place of a secret.
   *
   * @param start first character
   * @param end behind the last character
   * @param kind what the secret was, in a word or two
   * @param tag what equal secrets of one bundle have in common; null when the marker has none
   */
  public record Marker(int start, int end, String kind, String tag) {}

  /**
   * Takes the secrets out of a text.
   *
   * @param text any text; null stays null
   * @return the text with a marker in place of each secret; the same object when it holds none
   */
  public static String redact(String text) {
    return redact(text, (kind, secret) -> kind.marker());
  }

  /**
   * Takes the secrets out of a text, so that equal ones can still be told from others.
   *
   * @param text any text; null stays null
   * @param key gives the tags
   * @return the text with a marker in place of each secret; the same object when it holds none
   */
  public static String redact(String text, RedactionKey key) {
    return redact(text, (kind, secret) -> kind.marker(key.tag(secret)));
  }

  private static String redact(String text, BiFunction<Kind, String, String> marker) {
    String redacted = text;
    // A marker can make what stands beside it look different, so look again until nothing is found.
    for (int i = 0; redacted != null && i < MOST_ROUNDS; i++) {
      List<Place> places = places(redacted);
      if (places.isEmpty()) {
        return redacted;
      }
      redacted = replace(redacted, places, marker);
    }
    return redacted;
  }

  private static String replace(
      String text, List<Place> places, BiFunction<Kind, String, String> marker) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Place place : places) {
      String secret = text.substring(place.start(), place.end());
      out.append(text, at, place.start()).append(marker.apply(place.kind(), secret));
      at = place.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /**
   * Finds what stands in the places of secrets in a text that was redacted.
   *
   * @param redacted any text, not null
   * @return the markers, in order
   */
  public static List<Marker> markers(String redacted) {
    List<Marker> markers = new ArrayList<>();
    Matcher matcher = Written.MARKER.matcher(redacted);
    while (matcher.find()) {
      markers.add(new Marker(matcher.start(), matcher.end(), matcher.group(1), matcher.group(2)));
    }
    return markers;
  }

  /** A text with its markers as they are without a key. */
  static String withoutTags(String text) {
    return text.contains("[redacted ")
        ? Written.MARKER.matcher(text).replaceAll("[redacted $1]")
        : text;
  }

  /**
   * Finds the secrets in a text.
   *
   * @param text any text, not null
   * @return places that do not overlap, in order; empty when there is no secret
   */
  public static List<Place> places(String text) {
    return new SecretScanner(KEYS, text).scan();
  }
}
