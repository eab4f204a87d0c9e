package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.kubernetes.Events;

/** Reads {@code kubectl get events -o json}: what went wrong. */
final class EventJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("kind").asText("").equals("Event");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    JsonNode about = object.path(object.has("regarding") ? "regarding" : "involvedObject");
    String key =
        Subject.key(
            about.path("kind").asText(""),
            about.path("namespace").asText("default"),
            about.path("name").asText(""));
    if (subject.ignored().contains(key)) {
      return;
    }
    Events.messages(object).forEach(message -> found.text("event", message));
  }
}
