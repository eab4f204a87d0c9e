package io.github.acrdoctor.facts;

/** Something a user gave cannot be used; the message says what is wrong, where, and what to do. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses an input.
   *
   * @param where file and place, such as {@code case.yaml:3:5}
   * @param what what is wrong
   * @param advice what to do; may be empty
   */
  public InputException(String where, String what, String advice) {
    super(where + ": " + what + (advice.isEmpty() ? "" : " / " + advice));
  }
}
