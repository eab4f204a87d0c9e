package io.github.acrdoctor.collect;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Registry;

/** A registry of which no more is known than what it is called. */
public final class BareRegistry {
  private BareRegistry() {}

  /**
   * The fact.
   *
   * @param name resource name
   * @param loginServer host that clients use; null when not known
   * @param exists whether a registry of this name exists
   * @param cloud name of its cloud
   * @return never null
   */
  public static Registry of(String name, String loginServer, Answer exists, String cloud) {
    return new Registry(
        name,
        loginServer,
        exists,
        null,
        null,
        null,
        cloud,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
