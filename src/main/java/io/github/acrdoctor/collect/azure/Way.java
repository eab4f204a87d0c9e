package io.github.acrdoctor.collect.azure;

/** A way to get tokens. */
interface Way {
  /**
   * What messages call it.
   *
   * @return a few words
   */
  String name();

  /**
   * Whom it presents, as far as that is known without a token.
   *
   * @return never null
   */
  Principal presents();

  /**
   * What kind of credential it presents, as facts name it.
   *
   * @return null when it presents none of its own
   */
  String credential();

  /**
   * Gets a token.
   *
   * @param audience what it is for, such as {@code https://management.azure.com}
   * @return never null
   * @throws NoToken when there is none
   */
  Token token(String audience) throws NoToken;
}
