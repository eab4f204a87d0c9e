package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.collect.docker.StoredCredential;
import io.github.acrdoctor.collect.docker.StoredLogins;
import java.io.InterruptedIOException;
import java.util.regex.Pattern;

/**
 * The login that the client presents to the registry: the one that was given, or the one it keeps.
 *
 * @param user user name; null when there is no login
 * @param secret its password; null when there is none
 * @param registry resource name of the registry, which is also the name of its admin account
 */
record Client(String user, Secret secret, String registry) {
  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TOKEN_NAME = Pattern.compile("[A-Za-z0-9_-]{5,50}");

  static Client of(Context context, Notebook notebook) throws InterruptedIOException {
    String registry = context.target().name();
    String user = context.options().user();
    String password = context.options().password();
    if (user != null) {
      return new Client(user, password == null ? null : new Secret(password), registry);
    }
    StoredCredential stored =
        StoredLogins.of(context.machine()).of(context.target().server(), notebook);
    if (stored == null) {
      return none(registry);
    }
    String name = stored.identityToken() ? StoredCredential.NOBODY : stored.user();
    return new Client(name, stored.secret(), registry);
  }

  static Client none(String registry) {
    return new Client(null, null, registry);
  }

  /** Whether it is whoever is signed in to Azure. */
  boolean isSignIn() {
    return user == null || user.isEmpty() || user.equals(StoredCredential.NOBODY);
  }

  /** Whether it is an application with a secret of its own. */
  boolean isApplication() {
    return !isSignIn() && ID.matcher(user).matches();
  }

  /** Whether it is somebody who signed in to Azure. */
  boolean is(Principal who) {
    return isSignIn() || (isApplication() && user.equalsIgnoreCase(who.name()));
  }

  /** The name of a token of the registry; null when it is none. */
  String tokenName() {
    boolean other = isSignIn() || isApplication() || user.equalsIgnoreCase(registry);
    return !other && TOKEN_NAME.matcher(user).matches() ? user : null;
  }

  /** Whether its password starts with some letters; the password stays here. */
  boolean secretStartsWith(String letters) {
    return secret != null && !letters.isEmpty() && secret.reveal().startsWith(letters);
  }
}
