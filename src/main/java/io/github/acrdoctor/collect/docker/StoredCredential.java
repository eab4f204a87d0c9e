package io.github.acrdoctor.collect.docker;

/**
 * A login that is kept for a registry, or that somebody gave. Prints without its secret.
 *
 * @param registry registry host it is for, with a port when the entry has one
 * @param user user name; empty when the entry has none
 * @param secret password or token, never null
 * @param identityToken whether the secret is a refresh token, which is traded for an access token,
 *     instead of a password that is sent with the user name
 */
public record StoredCredential(String registry, String user, Secret secret, boolean identityToken) {
  /** The user name of logins with a token of the registry. */
  public static final String NOBODY = "00000000-0000-0000-0000-000000000000";
}
