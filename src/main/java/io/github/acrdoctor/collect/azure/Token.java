package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * An access token.
 *
 * @param value the secret itself; goes into headers of requests to its audience only
 * @param claims what it says; a missing node when it cannot be read
 */
record Token(String value, JsonNode claims) {
  static Token of(String value) {
    return new Token(value, claimsOf(value));
  }

  /**
   * Reads the middle part of a JSON web token, without judging its signature.
   *
   * @param value may be anything
   * @return a missing node when it is no such token
   */
  static JsonNode claimsOf(String value) {
    String[] parts = value.trim().split("\\.", -1);
    if (parts.length != 3) {
      return Json.read("");
    }
    try {
      byte[] middle = Base64.getUrlDecoder().decode(parts[1]);
      return Json.read(new String(middle, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Json.read("");
    }
  }

  /** A claim that is a moment; null when there is none. */
  static Instant time(JsonNode claims, String name) {
    JsonNode seconds = claims.path(name);
    return seconds.canConvertToLong() ? Instant.ofEpochSecond(seconds.asLong()) : null;
  }

  /** Without the value: a record that prints itself must not print a secret. */
  @Override
  public String toString() {
    return "Token[]";
  }
}
