package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.NetworkRule;
import io.github.acrdoctor.facts.PrivateEndpoint;

/**
 * Who may reach the registry over the network: its firewall and its private endpoints.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/virtualnetwork/private-endpoints/get">Private
 *     Endpoints - Get</a>
 */
final class NetworkRules {
  private static final String ENDPOINT_VERSION = "2023-11-01";
  private static final int MOST_ENDPOINTS = 10;

  private NetworkRules() {}

  /**
   * Reads them out of the registry's properties.
   *
   * @param session what is shared
   * @param arm tells the addresses of private endpoints
   * @param resource the registry
   */
  static void read(Session session, Arm arm, JsonNode resource) {
    JsonNode properties = resource.path("properties");
    for (JsonNode rule : properties.path("networkRuleSet").path("ipRules")) {
      String range = Json.text(rule.path("value"));
      session.notebook().fact(new NetworkRule(range, Json.text(rule.path("action")), null));
    }
    int count = 0;
    for (JsonNode connection : properties.path("privateEndpointConnections")) {
      boolean look = count++ < MOST_ENDPOINTS;
      JsonNode about = connection.path("properties");
      String id = about.path("privateEndpoint").path("id").asText("");
      JsonNode state = about.path("privateLinkServiceConnectionState");
      String address = look ? address(arm, id, properties.path("loginServer").asText("")) : null;
      session
          .notebook()
          .fact(
              new PrivateEndpoint(
                  Json.text(connection.path("name")),
                  Json.text(state.path("status")),
                  address,
                  null));
    }
  }

  private static String address(Arm arm, String endpoint, String loginServer) {
    if (!endpoint.startsWith("/subscriptions/")) {
      return null;
    }
    Outcome outcome = arm.get(endpoint, ENDPOINT_VERSION);
    if (!arm.usable("privateEndpoint", outcome)) {
      return null;
    }
    JsonNode properties = outcome.json().path("properties");
    for (JsonNode name : properties.path("customDnsConfigs")) {
      if (name.path("fqdn").asText().equalsIgnoreCase(loginServer)) {
        return Json.text(name.path("ipAddresses").path(0));
      }
    }
    for (JsonNode configuration : properties.path("ipConfigurations")) {
      JsonNode inside = configuration.path("properties");
      if (inside.path("memberName").asText().equals("registry")) {
        return Json.text(inside.path("privateIPAddress"));
      }
    }
    return null;
  }
}
