package io.github.acrdoctor.collect.docker;

/** A password or token. It never prints itself: whoever needs it has to ask for it by name. */
public final class Secret {
  private final String value;

  /**
   * Wraps a secret.
   *
   * @param value the secret, never null
   */
  public Secret(String value) {
    this.value = value;
  }

  /**
   * The secret itself, to be sent to where it belongs and nowhere else.
   *
   * @return never null
   */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
