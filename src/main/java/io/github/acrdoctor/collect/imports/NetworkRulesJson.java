package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Registry;

/** Reads {@code az acr network-rule list}, which is the rule set of the registry alone. */
final class NetworkRulesJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("ipRules").isArray();
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    RegistryJson.rules(object.path("ipRules"), found);
    String usual = Json.text(object.path("defaultAction"));
    if (usual != null) {
      found.fact(
          new Registry(
              null,
              subject.server(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              usual,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null));
    }
  }
}
