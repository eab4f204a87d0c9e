package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.FederatedCredential;
import io.github.acrdoctor.facts.Identity;

/**
 * Reads {@code az ad app credential list}, {@code az ad app federated-credential list} and {@code
 * az ad sp show}.
 */
final class EntraJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return isCredential(object) || isFederated(object) || isPrincipal(object);
  }

  private static boolean isCredential(JsonNode object) {
    return object.has("keyId") && object.has("endDateTime");
  }

  private static boolean isFederated(JsonNode object) {
    return object.has("issuer") && object.has("subject") && object.path("audiences").isArray();
  }

  private static boolean isPrincipal(JsonNode object) {
    return object.has("appId") && object.has("servicePrincipalType");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    if (isCredential(object)) {
      found.fact(credential(object, null));
    } else if (isFederated(object)) {
      found.fact(
          new FederatedCredential(
              Json.text(object.path("name")),
              Json.text(object.path("subject")),
              Json.text(object.path("issuer")),
              Answer.UNKNOWN));
    } else {
      principal(object, found);
    }
  }

  /** Keys say what they are used for, secrets do not. */
  private static Credential credential(JsonNode object, String owner) {
    boolean key = object.has("usage") || object.path("type").asText("").contains("X509");
    return new Credential(
        key ? "certificate" : "client-secret",
        owner,
        null,
        Answer.UNKNOWN,
        null,
        null,
        Json.time(object.path("startDateTime")),
        Json.time(object.path("endDateTime")));
  }

  private static void principal(JsonNode object, Found found) {
    String app = Json.text(object.path("appId"));
    boolean managed = object.path("servicePrincipalType").asText().equals("ManagedIdentity");
    found.fact(
        new Identity(
            managed ? "managed-identity" : "service-principal",
            app,
            Json.text(object.path("id")),
            null,
            Answer.UNKNOWN,
            Json.answer(object.path("accountEnabled")),
            Answer.UNKNOWN,
            Answer.UNKNOWN));
    object.path("passwordCredentials").forEach(it -> found.fact(credential(it, app)));
    // Azure renews the certificates of managed identities by itself.
    if (!managed) {
      object.path("keyCredentials").forEach(it -> found.fact(credential(it, app)));
    }
  }
}
