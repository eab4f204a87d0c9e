package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.docker.Claims;
import io.github.acrdoctor.collect.docker.StoredCredential;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.Identity;
import java.util.regex.Pattern;

/**
 * Tells from a login who presents itself, and with what.
 *
 * @param kind what facts call this kind of identity; null when the user name does not tell
 * @param user user name that is sent
 * @param secretKind what facts call this kind of secret; null when nothing tells
 * @param claims what the secret says about itself; null when it is no token
 * @see <a
 *     href="https://learn.microsoft.com/azure/container-registry/container-registry-authentication">the
 *     ways to log in</a>
 */
record Who(String kind, String user, String secretKind, Claims claims) {
  private static final Pattern GUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TOKEN_NAME = Pattern.compile("[A-Za-z0-9_-]{5,50}");

  /**
   * Looks at a login.
   *
   * @param target the registry
   * @param login the login
   * @return never null
   */
  static Who of(Target target, StoredCredential login) {
    // Helpers give <token> in the place of a user name.
    String user = login.identityToken() ? StoredCredential.NOBODY : login.user();
    String kind = kind(target, user);
    Claims claims = Claims.of(login.secret());
    return new Who(kind, user, secretKind(kind, claims), claims);
  }

  private static String kind(Target target, String user) {
    if (user.equals(StoredCredential.NOBODY)) {
      return null;
    } else if (GUID.matcher(user).matches()) {
      return "service-principal";
    } else if (user.equalsIgnoreCase(target.name())) {
      return "admin";
    }
    return TOKEN_NAME.matcher(user).matches() ? "repository-token" : null;
  }

  private static String secretKind(String kind, Claims claims) {
    if (claims != null) {
      return claims.isOfRegistry() ? "registry-token" : "entra-token";
    }
    return switch (String.valueOf(kind)) {
      case "admin" -> "admin-password";
      case "service-principal" -> "client-secret";
      case "repository-token" -> "repository-token-password";
      default -> null;
    };
  }

  /**
   * Who presents itself.
   *
   * @return a fact
   */
  Identity identity() {
    return new Identity(kind, user, null, null, null, null, null, null);
  }

  /**
   * What it presents.
   *
   * @param accepted whether the registry gave a token for it
   * @param refused whether it answered that it does not know it
   * @return a fact
   */
  Credential credential(boolean accepted, boolean refused) {
    return new Credential(
        secretKind,
        user.equals(StoredCredential.NOBODY) ? null : user,
        user,
        answer(accepted, refused),
        claims == null ? null : claims.issuer(),
        claims == null ? null : claims.audience(),
        claims == null ? null : claims.createdAt(),
        claims == null ? null : claims.expiresAt());
  }

  /** An identity of Entra gets the same 401 when its secret is right and it has no role at all. */
  private Answer answer(boolean accepted, boolean refused) {
    boolean own =
        "admin-password".equals(secretKind) || "repository-token-password".equals(secretKind);
    if (accepted) {
      return Answer.YES;
    }
    return refused && own ? Answer.NO : Answer.UNKNOWN;
  }
}
