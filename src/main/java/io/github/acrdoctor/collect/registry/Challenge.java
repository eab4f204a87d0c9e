package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.collect.Target;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * What a registry says about where its tokens come from.
 *
 * @param realm address of the token endpoint; null when it is no web address
 * @param service what the tokens are to be asked for; null when it does not say
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">token
 *     authentication</a>
 */
record Challenge(HttpUrl realm, String service) {
  private static final Pattern FIELD = Pattern.compile("([A-Za-z]+)\\s*=\\s*\"([^\"]*)\"");
  private static final String TOKENS = "/oauth2/token";

  /**
   * Reads the challenge of an answer.
   *
   * @param reply an answer
   * @return null when it has none
   */
  static Challenge of(Reply reply) {
    for (String header : reply.headers().values("WWW-Authenticate")) {
      if (header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
        return parse(header);
      }
    }
    boolean other = reply.header("WWW-Authenticate") != null;
    return other ? new Challenge(null, null) : null;
  }

  private static Challenge parse(String header) {
    HttpUrl realm = null;
    String service = null;
    Matcher field = FIELD.matcher(header);
    while (field.find()) {
      switch (field.group(1).toLowerCase(Locale.ROOT)) {
        case "realm" -> realm = HttpUrl.parse(field.group(2));
        case "service" -> service = field.group(2);
        default -> {
          // Scope and error say nothing about who answers.
        }
      }
    }
    return new Challenge(realm, service);
  }

  /**
   * Whether tokens come from the registry itself, as those of Azure do. Only then may it be given a
   * credential.
   *
   * @param target the registry
   * @return false when it names any other host, port or path, or one without encryption
   */
  boolean isOf(Target target) {
    return realm != null
        && realm.isHttps()
        && realm.host().equals(target.host())
        && realm.port() == target.port()
        && realm.encodedPath().equals(TOKENS)
        && service != null
        && (service.equalsIgnoreCase(target.host()) || service.equalsIgnoreCase(target.server()));
  }

  /**
   * Who gives the tokens.
   *
   * @return its host, with the port when it is not the usual one; null when it names none
   */
  String place() {
    if (realm == null) {
      return null;
    }
    boolean usual = realm.port() == HttpUrl.defaultPort(realm.scheme());
    return usual ? realm.host() : realm.host() + ":" + realm.port();
  }
}
