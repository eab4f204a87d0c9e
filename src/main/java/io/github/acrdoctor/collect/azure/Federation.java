package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.FederatedCredential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The token of somebody else that is presented to Entra ID, and whose tokens an application trusts.
 *
 * @see <a href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation">
 *     workload identity federation</a>
 */
final class Federation {
  private static final long MOST = 64 << 10;

  private Federation() {}

  /** Writes down when the presented token ends; it is read without being kept. */
  static void presented(Session session) {
    JsonNode claims = claims(session);
    if (claims.isObject()) {
      session
          .notebook()
          .fact(
              new Credential(
                  "federated-assertion",
                  session.machine().variable("AZURE_CLIENT_ID"),
                  null,
                  null,
                  Json.text(claims.path("iss")),
                  audience(claims),
                  Token.time(claims, "iat"),
                  Token.time(claims, "exp")));
    }
  }

  /** Compares what an application trusts with the presented token. */
  static void read(Session session, JsonNode trusted) {
    JsonNode claims = claims(session);
    for (JsonNode one : trusted) {
      session
          .notebook()
          .fact(
              new FederatedCredential(
                  Json.text(one.path("name")),
                  Json.text(one.path("subject")),
                  Json.text(one.path("issuer")),
                  claims.isObject() ? matches(one, claims) : null));
    }
  }

  private static Answer matches(JsonNode trusted, JsonNode claims) {
    boolean audience = false;
    for (JsonNode one : trusted.path("audiences")) {
      audience |= one.asText().equals(audience(claims));
    }
    boolean same =
        trusted.path("issuer").equals(claims.path("iss"))
            && trusted.path("subject").equals(claims.path("sub"));
    return audience && same ? Answer.YES : Answer.NO;
  }

  private static String audience(JsonNode claims) {
    JsonNode audience = claims.path("aud");
    return Json.text(audience.isArray() ? audience.path(0) : audience);
  }

  private static JsonNode claims(Session session) {
    String file = session.machine().variable("AZURE_FEDERATED_TOKEN_FILE");
    try {
      if (file != null && Files.size(Path.of(file)) <= MOST) {
        return Token.claimsOf(Files.readString(Path.of(file), StandardCharsets.UTF_8));
      }
    } catch (IOException | InvalidPathException e) {
      session
          .notebook()
          .missing(
              "credential", "the file that AZURE_FEDERATED_TOKEN_FILE names cannot be read", null);
    }
    return Json.read("");
  }
}
