package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;

/**
 * A registry that was found.
 *
 * @param id its resource id, with a slash at the start
 * @param subscription id of its subscription
 * @param tenantId tenant of that; null when not known
 * @param resource the registry as it was listed
 */
record Found(String id, String subscription, String tenantId, JsonNode resource) {
  /**
   * Takes a registry out of a list.
   *
   * @param resource an entry of the list
   * @param tenant tenant of its subscription, where the entry does not say it
   * @return null when the entry has no id of a resource
   */
  static Found of(JsonNode resource, String tenant) {
    String id = resource.path("id").asText("");
    String[] parts = id.split("/", -1);
    if (parts.length < 9 || !parts[1].equalsIgnoreCase("subscriptions")) {
      return null;
    }
    String said = Json.text(resource.path("tenantId"));
    return new Found(id, parts[2], said == null ? tenant : said, resource);
  }

  String loginServer() {
    return resource.path("properties").path("loginServer").asText("");
  }
}
