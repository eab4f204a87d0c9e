package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Notebook;

/**
 * Somebody who got a token for Azure Resource Manager.
 *
 * @param way how
 * @param arm the token
 * @param principal who
 */
record SignedIn(Way way, Token arm, Principal principal) {
  /**
   * A token for another service.
   *
   * @param notebook takes why there is none
   * @param fact what is missing without it
   * @param audience the service
   * @return null when there is none
   */
  Token token(Notebook notebook, String fact, String audience) {
    try {
      return way.token(audience);
    } catch (NoToken e) {
      notebook.missing(fact, "no token for " + audience + ": " + e.getMessage(), null);
      return null;
    }
  }
}
