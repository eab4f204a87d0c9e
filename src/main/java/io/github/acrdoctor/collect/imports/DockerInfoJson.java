package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerDaemon;

/** Reads {@code docker info --format json}: versions, and the proxies of the engine. */
final class DockerInfoJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.has("ServerVersion") && object.has("IndexServerAddress");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    JsonNode client = object.path("ClientInfo");
    if (client.path("Version").isTextual()) {
      found.fact(
          new DockerClient(
              Answer.YES,
              client.path("Version").asText(),
              Json.text(client.path("DefaultAPIVersion")),
              "docker"));
    }
    String version = object.path("ServerVersion").asText("");
    if (!version.isEmpty()) {
      found.fact(
          new DockerDaemon(
              Answer.YES,
              Answer.YES,
              version,
              null,
              Json.text(client.path("Context")),
              null,
              DockerVersionJson.desktop(object.path("OperatingSystem").asText("")),
              Answer.UNKNOWN));
    }
    ProxySettings.add(
        "daemon",
        object.path("HttpsProxy").asText(""),
        object.path("HttpProxy").asText(""),
        object.path("NoProxy").asText(""),
        found);
    object.path("ServerErrors").forEach(it -> found.text("server errors", it.asText("")));
  }
}
