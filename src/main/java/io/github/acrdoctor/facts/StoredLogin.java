package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * Credentials that the client keeps for a registry; never the secret itself.
 *
 * @param registry registry host the entry is for; null when not known
 * @param user user name of the entry; null when not known
 * @param intended whether this is the identity that should be used
 * @param tokenRegistry registry that a stored token was made for (its aud claim); null when not
 *     known
 * @param expiresAt when a stored token ends; null when not known
 */
@About(
    value = "Credentials that the client keeps for a registry; never the secret itself.",
    from = "docker")
public record StoredLogin(
    @About(value = "registry host the entry is for", example = "contoso.azurecr.io")
        String registry,
    @About(value = "user name of the entry", example = "00000000-0000-0000-0000-000000000000")
        String user,
    @About(value = "whether this is the identity that should be used", example = "no")
        Answer intended,
    @About(
            value = "registry that a stored token was made for (its aud claim)",
            example = "contoso.azurecr.io")
        String tokenRegistry,
    @About(value = "when a stored token ends", example = "2026-11-24T09:00:00Z") Instant expiresAt)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public StoredLogin {
    intended = Answer.known(intended);
  }

  /**
   * Whether the stored token has ended.
   *
   * @param now the case's clock, never null
   * @return false when the entry has no known end
   */
  public boolean expiredAt(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}
