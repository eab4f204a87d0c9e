package io.github.acrdoctor.facts;

import java.util.Locale;

/**
 * One step of the way from a client to the layers of an image, in the order a client takes them.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">token
 *     authentication</a>
 */
public enum Hop {
  /** The registry's name, as it was written. */
  NAME("name"),
  /** The name is resolved to an address. */
  DNS("DNS"),
  /** A connection is opened. */
  TCP("TCP"),
  /** The certificate is checked. */
  TLS("TLS"),
  /** The registry says, at {@code /v2/}, where tokens are had. */
  CHALLENGE("/v2/"),
  /** A token of Entra is exchanged for a token of the registry. */
  EXCHANGE("token exchange"),
  /** The registry gives a token for one repository. */
  TOKEN("repository token"),
  /** The manifest of the image is read or written. */
  MANIFEST("manifest"),
  /** The layers are read or written, from a host of their own. */
  DATA("data endpoint");

  private final String title;

  Hop(String title) {
    this.title = title;
  }

  /**
   * What a person reads.
   *
   * @return a word or two
   */
  public String title() {
    return title;
  }

  /**
   * The name in symptom files and in JSON.
   *
   * @return in small letters
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
