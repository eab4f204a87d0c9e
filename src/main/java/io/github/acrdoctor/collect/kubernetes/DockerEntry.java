package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * What a docker configuration, in a file or in a Kubernetes secret, says about one registry; never
 * the password or the token itself.
 *
 * @param key the registry as it is written there
 * @param user user name; null when there is none
 * @param token what the token says about itself; null when the entry holds no token
 * @see <a href="https://kubernetes.io/docs/concepts/containers/images/#config-json">how Kubernetes
 *     reads it</a>
 */
public record DockerEntry(String key, String user, Token token) {
  private static final int MOST = 500;

  /**
   * What a token says about itself.
   *
   * @param issuer who made it (iss); null when it does not say
   * @param audience what it is for (aud); null when it does not say
   * @param createdAt when it was made (iat); null when it does not say
   * @param expiresAt when it ends (exp); null when it does not say
   */
  public record Token(String issuer, String audience, Instant createdAt, Instant expiresAt) {}

  /**
   * Reads the entries of a configuration.
   *
   * @param auths the mapping of registries, as under {@code auths}; anything else has no entries
   * @return in the order they are written in
   */
  public static List<DockerEntry> read(JsonNode auths) {
    List<DockerEntry> entries = new ArrayList<>();
    auths.properties().stream()
        .limit(MOST)
        .forEach(field -> entries.add(entry(field.getKey(), field.getValue())));
    return List.copyOf(entries);
  }

  private static DockerEntry entry(String key, JsonNode value) {
    String pair = decoded(Base64.getMimeDecoder(), value.path("auth").asText(""));
    int colon = pair.indexOf(':');
    String user = colon < 0 ? Json.text(value.path("username")) : pair.substring(0, colon);
    String password = value.path("password").asText(pair.substring(colon + 1));
    Token identity = token(value.path("identitytoken").asText(""));
    return new DockerEntry(
        key,
        user == null || user.isBlank() ? null : user,
        identity == null ? token(password) : identity);
  }

  private static Token token(String text) {
    String[] parts = text.split("\\.", -1);
    JsonNode claims = Json.read(parts.length == 3 ? decoded(Base64.getUrlDecoder(), parts[1]) : "");
    return claims.isObject()
        ? new Token(
            Json.text(claims.path("iss")),
            Json.text(claims.path("aud")),
            moment(claims.path("iat")),
            moment(claims.path("exp")))
        : null;
  }

  private static Instant moment(JsonNode seconds) {
    return seconds.canConvertToInt() ? Instant.ofEpochSecond(seconds.asInt()) : null;
  }

  private static String decoded(Base64.Decoder decoder, String text) {
    try {
      return new String(decoder.decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * The host of the registry, without scheme and path.
   *
   * @return in small letters, with its port when one is written
   */
  public String host() {
    return address().replaceFirst("/.*$", "");
  }

  private String address() {
    return key.trim().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
  }

  /**
   * Whether Kubernetes would use the entry for an image.
   *
   * @param image the image, or only its registry
   * @return true when the host fits, label by label, and the path, if the entry has one, leads to
   *     the image
   */
  public boolean covers(String image) {
    String wanted = image.toLowerCase(Locale.ROOT);
    String path = address().substring(host().length()).replaceFirst("^/v[12]/?$|/+$", "");
    String rest = wanted.substring(wanted.replaceFirst("/.*$", "").length());
    boolean reached = rest.isEmpty() || path.isEmpty() || (rest + "/").startsWith(path + "/");
    return reached
        && fits(host().split("\\.", -1), wanted.replaceFirst("/.*$", "").split("\\.", -1));
  }

  private static boolean fits(String[] labels, String[] wanted) {
    if (labels.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < labels.length; i++) {
      if (!labels[i].equals("*") && !labels[i].equals(wanted[i])) {
        return false;
      }
    }
    return true;
  }
}
