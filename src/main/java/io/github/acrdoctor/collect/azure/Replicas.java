package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Replica;

/**
 * Copies of the registry in other regions.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/containerregistry/replications/list">
 *     Replications - List</a>
 */
final class Replicas {
  private Replicas() {}

  static void read(Session session, Arm arm, Found found) {
    Arm.Items replicas = arm.registryList(found.id() + "/replications");
    arm.usable("replica", replicas.end());
    for (JsonNode replica : replicas.items()) {
      JsonNode properties = replica.path("properties");
      String status = Json.text(properties.path("status").path("displayStatus"));
      session
          .notebook()
          .fact(
              new Replica(
                  Json.text(replica.path("location")),
                  status != null ? status : Json.text(properties.path("provisioningState")),
                  Json.answer(properties.path("regionEndpointEnabled"))));
    }
  }
}
