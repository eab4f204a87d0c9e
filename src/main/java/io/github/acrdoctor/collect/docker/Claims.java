package io.github.acrdoctor.collect.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * What a token says about itself. The token is decoded, not verified, and not kept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">JSON Web Token</a>
 */
public final class Claims {
  /** What a registry calls itself in the tokens that it makes. */
  private static final String REGISTRY = "Azure Container Registry";

  private static final int PARTS = 3;

  private final JsonNode claims;

  private Claims(JsonNode claims) {
    this.claims = claims;
  }

  /**
   * Decodes a token.
   *
   * @param secret may be anything; null for none
   * @return null when it is not a JSON Web Token
   */
  public static Claims of(Secret secret) {
    String[] parts = secret == null ? new String[0] : secret.reveal().split("\\.", -1);
    if (parts.length != PARTS) {
      return null;
    }
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(parts[1]);
      JsonNode claims = Json.read(new String(decoded, StandardCharsets.UTF_8));
      return claims.isObject() ? new Claims(claims) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Who made it.
   *
   * @return null when it does not say
   */
  public String issuer() {
    return Json.text(claims.path("iss"));
  }

  /**
   * Whether an Azure registry made it.
   *
   * @return false also when it does not say
   */
  public boolean isOfRegistry() {
    return REGISTRY.equals(issuer());
  }

  /**
   * What it is for; the first of several.
   *
   * @return null when it does not say
   */
  public String audience() {
    JsonNode audience = claims.path("aud");
    return Json.text(audience.isArray() ? audience.path(0) : audience);
  }

  /**
   * When it was made.
   *
   * @return null when it does not say
   */
  public Instant createdAt() {
    return moment("iat");
  }

  /**
   * When it ends.
   *
   * @return null when it does not say
   */
  public Instant expiresAt() {
    return moment("exp");
  }

  private Instant moment(String claim) {
    JsonNode seconds = claims.path(claim);
    try {
      return seconds.isNumber() ? Instant.ofEpochSecond(seconds.asLong()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * What it allows on a repository.
   *
   * @param repository name of the repository
   * @return actions such as pull; null when the token has no list of what it allows
   */
  public Set<String> actions(String repository) {
    JsonNode access = claims.path("access");
    if (!access.isArray()) {
      return null;
    }
    Set<String> actions = new HashSet<>();
    for (JsonNode entry : access) {
      if (repository.equals(Json.text(entry.path("name")))) {
        entry.path("actions").forEach(action -> actions.add(action.asText()));
      }
    }
    return actions;
  }
}
