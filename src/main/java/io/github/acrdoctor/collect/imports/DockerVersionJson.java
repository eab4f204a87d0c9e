package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerDaemon;

/** Reads {@code docker version --format json}, and what podman answers to it. */
final class DockerVersionJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("Client").path("Version").isTextual();
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    JsonNode client = object.path("Client");
    // podman writes the name of this field in capitals.
    boolean podman = client.has("APIVersion");
    found.fact(
        new DockerClient(
            Answer.YES,
            client.path("Version").asText(),
            podman ? null : Json.text(client.path("ApiVersion")),
            podman ? "podman" : "docker"));
    JsonNode server = object.path("Server");
    if (!podman && server.path("Version").isTextual()) {
      String platform = server.path("Platform").path("Name").asText("");
      found.fact(
          new DockerDaemon(
              Answer.YES,
              Answer.YES,
              server.path("Version").asText(),
              Json.text(server.path("MinAPIVersion")),
              Json.text(client.path("Context")),
              null,
              desktop(platform),
              Answer.UNKNOWN));
    }
  }

  /**
   * Whether the engine is the one of Docker Desktop, by what it is called.
   *
   * @param platform name of the platform or system that the engine gives; empty for none
   * @return unknown when it gives none
   */
  static Answer desktop(String platform) {
    if (platform.isBlank()) {
      return Answer.UNKNOWN;
    }
    return platform.startsWith("Docker Desktop") ? Answer.YES : Answer.NO;
  }
}
