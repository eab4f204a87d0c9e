package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * A password, secret, certificate or token; never its value.
 *
 * @param kind client-secret, certificate, entra-token, registry-token, exposed-token,
 *     admin-password, repository-token-password or federated-assertion; null when not known
 * @param owner application id, token name or user it belongs to; null when not known
 * @param usedWithUser user name it was sent with; null when not known
 * @param accepted whether its issuer takes it
 * @param madeBy who made a token (iss claim); null when not known
 * @param audience what a token is for (aud claim); null when not known
 * @param createdAt when it was made; null when not known
 * @param expiresAt when it ends; null when not known
 */
@About(value = "A password, secret, certificate or token; never its value.", from = "azure")
public record Credential(
    @About(
            value =
                "client-secret, certificate, entra-token, registry-token, exposed-token,"
                    + " admin-password, repository-token-password or federated-assertion",
            example = "client-secret",
            words = {
              "client-secret",
              "certificate",
              "entra-token",
              "registry-token",
              "exposed-token",
              "admin-password",
              "repository-token-password",
              "federated-assertion"
            })
        String kind,
    @About(
            value = "application id, token name or user it belongs to",
            example = "33333333-aaaa-bbbb-cccc-000000000001")
        String owner,
    @About(value = "user name it was sent with", example = "00000000-0000-0000-0000-000000000000")
        String usedWithUser,
    @About(value = "whether its issuer takes it", example = "no") Answer accepted,
    @About(value = "who made a token (iss claim)", example = "Azure Container Registry")
        String madeBy,
    @About(value = "what a token is for (aud claim)", example = "https://management.azure.com")
        String audience,
    @About(value = "when it was made", example = "2025-11-20T00:00:00Z") Instant createdAt,
    @About(value = "when it ends", example = "2026-11-20T00:00:00Z") Instant expiresAt)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Credential {
    accepted = Answer.known(accepted);
  }

  /**
   * Whether the credential has ended.
   *
   * @param now the case's clock, never null
   * @return false when it has no known end
   */
  public boolean expiredAt(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  /**
   * Whether the credential has a known end that is still to come.
   *
   * @param now the case's clock, never null
   * @return false when it has no known end
   */
  public boolean validAt(Instant now) {
    return expiresAt != null && expiresAt.isAfter(now);
  }
}
