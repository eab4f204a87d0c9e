package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.kubernetes.DockerEntry;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Credential;
import java.time.Instant;
import java.util.List;

/**
 * Reads what people should not have sent: {@code az acr credential show}, {@code az acr login
 * --expose-token} and {@code az account get-access-token}. Keeps when it ends, never what it is.
 */
final class ShownSecretJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("accessToken").isTextual() || isAdmin(object);
  }

  private static boolean isAdmin(JsonNode object) {
    return object.path("username").isTextual() && object.path("passwords").isArray();
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    if (isAdmin(object)) {
      found.fact(credential("admin-password", Json.text(object.path("username")), null));
      return;
    }
    String kind = object.has("loginServer") ? "exposed-token" : "entra-token";
    found.fact(credential(kind, null, claims(object.path("accessToken").asText())));
  }

  private static Credential credential(String kind, String owner, DockerEntry.Token token) {
    Instant created = token == null ? null : token.createdAt();
    Instant expires = token == null ? null : token.expiresAt();
    return new Credential(
        kind,
        owner,
        null,
        Answer.UNKNOWN,
        token == null ? null : token.issuer(),
        token == null ? null : token.audience(),
        created,
        expires);
  }

  private static DockerEntry.Token claims(String token) {
    ObjectNode auths = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    auths.putObject("token").put("identitytoken", token);
    List<DockerEntry> entries = DockerEntry.read(auths);
    return entries.get(0).token();
  }
}
