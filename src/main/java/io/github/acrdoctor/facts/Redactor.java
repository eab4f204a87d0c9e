package io.github.acrdoctor.facts;

import java.util.List;

/**
 * Replaces secrets in any text by a marker that names their kind, such as {@code [redacted
 * password]}, and keeps everything else byte for byte.
 *
 * <p>Takes time in proportion to the length of the text, whatever the text is. Redacting twice
 * changes nothing. May be used by many threads.
 */
public final class Redactor {
  private static final SecretKeys KEYS = new SecretKeys();
  private static final int MOST_ROUNDS = 8;

  private Redactor() {}

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

    private final String marker;

    Kind(String word) {
      this.marker = "[redacted " + word + "]";
    }

    /**
     * What stands in the place of a secret.
     *
     * @return never null
     */
    public String marker() {
      return marker;
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
   * Takes the secrets out of a text.
   *
   * @param text any text; null stays null
   * @return the text with a marker in place of each secret; the same object when it holds none
   */
  public static String redact(String text) {
    String redacted = text;
    // A marker can make what stands beside it look different, so look again until nothing is found.
    for (int i = 0; redacted != null && i < MOST_ROUNDS; i++) {
      List<Place> places = places(redacted);
      if (places.isEmpty()) {
        return redacted;
      }
      redacted = replace(redacted, places);
    }
    return redacted;
  }

  private static String replace(String text, List<Place> places) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Place place : places) {
      out.append(text, at, place.start()).append(place.kind().marker());
      at = place.end();
    }
    return out.append(text, at, text.length()).toString();
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
