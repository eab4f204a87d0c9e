package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * A repository-scoped token of the registry.
 *
 * @param name name of the token; null when not known
 * @param exists whether the registry has it
 * @param enabled whether its status is enabled
 * @param hasPassword whether a password was ever made for it
 * @param passwordCreatedAt when the password in use was made; null when not known
 * @param passwordExpiresAt when the password in use ends; null when not known
 * @param scopeMap name of its scope map; null when not known
 * @param missingAction action that was refused and that the scope map lacks; null when not known
 */
@About(value = "A repository-scoped token of the registry.", from = "azure")
public record RepositoryToken(
    @About(value = "name of the token", example = "ci-pull") String name,
    @About(value = "whether the registry has it", example = "yes") Answer exists,
    @About(value = "whether its status is enabled", example = "Enabled") Answer enabled,
    @About(value = "whether a password was ever made for it", example = "yes") Answer hasPassword,
    @About(value = "when the password in use was made", example = "2026-08-01T00:00:00Z")
        Instant passwordCreatedAt,
    @About(value = "when the password in use ends", example = "2026-11-01T00:00:00Z")
        Instant passwordExpiresAt,
    @About(value = "name of its scope map", example = "_repositories_pull") String scopeMap,
    @About(
            value = "action that was refused and that the scope map lacks",
            example = "content/write")
        String missingAction)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public RepositoryToken {
    exists = Answer.known(exists);
    enabled = Answer.known(enabled);
    hasPassword = Answer.known(hasPassword);
  }

  /**
   * Whether the password in use has ended.
   *
   * @param now the case's clock, never null
   * @return false when it has no known end
   */
  public boolean passwordExpiredAt(Instant now) {
    return passwordExpiresAt != null && !passwordExpiresAt.isAfter(now);
  }
}
