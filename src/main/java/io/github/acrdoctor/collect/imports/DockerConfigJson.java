package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.kubernetes.DockerEntry;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.CredentialHelper;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.StoredLogin;

/** Reads docker's {@code config.json}: hosts, users and helpers, never a password or a token. */
final class DockerConfigJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("auths").isObject()
        || object.path("credsStore").isTextual()
        || object.path("credHelpers").isObject();
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    String store = Json.text(object.path("credsStore"));
    found.fact(new DockerConfig(null, Answer.YES, store));
    if (store != null) {
      found.fact(new CredentialHelper(store, null, Answer.UNKNOWN, Answer.UNKNOWN));
    }
    object
        .path("credHelpers")
        .properties()
        .forEach(
            helper ->
                found.fact(
                    new CredentialHelper(
                        helper.getValue().asText(""),
                        helper.getKey(),
                        Answer.UNKNOWN,
                        Answer.UNKNOWN)));
    for (DockerEntry entry : DockerEntry.read(object.path("auths"))) {
      found.fact(login(entry, subject));
    }
  }

  /** A token for another registry may end when it likes. */
  private static StoredLogin login(DockerEntry entry, Subject subject) {
    boolean other = subject.server() != null && !entry.host().equals(subject.server());
    DockerEntry.Token token = other ? null : entry.token();
    return new StoredLogin(
        entry.host(),
        entry.user(),
        Answer.UNKNOWN,
        token == null ? null : token.audience(),
        token == null ? null : token.expiresAt());
  }
}
