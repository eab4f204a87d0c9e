package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.kubernetes.SecretContent;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.PullSecret;

/**
 * Reads {@code kubectl get secret -o json}: for which registries it is, never what it holds.
 * Secrets that no failing pod names and that are for other registries say nothing.
 */
final class SecretJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    String kind = object.path("kind").asText("");
    return kind.equals("Secret") || kind.equals("ServiceAccount");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    if (!object.path("kind").asText().equals("Secret") || subject.ignores(object)) {
      return;
    }
    SecretContent content = SecretContent.read(object);
    JsonNode metadata = object.path("metadata");
    found.fact(
        new PullSecret(
            Json.text(metadata.path("name")),
            Json.text(metadata.path("namespace")),
            Answer.YES,
            covers(content, subject.server()),
            Answer.UNKNOWN));
  }

  private static Answer covers(SecretContent content, String server) {
    if (!content.readable() || (content.isPullSecret() && server == null)) {
      return Answer.UNKNOWN;
    }
    return content.isPullSecret() && content.entryFor(server) != null ? Answer.YES : Answer.NO;
  }
}
