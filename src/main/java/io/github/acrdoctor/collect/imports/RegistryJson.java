package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.NetworkRule;
import io.github.acrdoctor.facts.PrivateEndpoint;
import io.github.acrdoctor.facts.Registry;
import java.util.Locale;

/**
 * Reads {@code az acr show} and {@code az acr list}, and the same as the REST API answers it.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/container-registry/registries/get">the REST
 *     API</a>
 */
final class RegistryJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    Arm arm = Arm.of(object);
    return arm.is("Microsoft.ContainerRegistry/registries")
        || (!arm.path("loginServer").isMissingNode()
            && !arm.path("adminUserEnabled").isMissingNode());
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    if (!subject.ignores(object)) {
      found.fact(registry(object));
      rules(Arm.of(object).path("networkRuleSet", "ipRules"), found);
      Arm.of(object).path("privateEndpointConnections").forEach(it -> found.fact(endpoint(it)));
    } else if (subject.server() == null) {
      found.missing(
          "registry", "several registries are described, and none is named", "the registry's name");
    }
  }

  private static Registry registry(JsonNode object) {
    Arm arm = Arm.of(object);
    String server = Json.text(arm.path("loginServer"));
    JsonNode policies = arm.path("policies");
    return new Registry(
        Json.text(object.path("name")),
        server,
        Answer.YES,
        Answer.UNKNOWN,
        subscription(object),
        tenant(object),
        cloud(server),
        Json.text(object.path("sku").path("name")),
        created(object),
        Json.answer(arm.path("adminUserEnabled")),
        Json.answer(arm.path("publicNetworkAccess")),
        Json.text(arm.path("networkRuleSet", "defaultAction")),
        bypass(arm.path("networkRuleBypassOptions").asText("")),
        Json.answer(arm.path("networkRuleBypassAllowedForTasks")),
        Json.answer(arm.path("anonymousPullEnabled")),
        Json.answer(arm.path("dataEndpointEnabled")),
        mode(arm.path("roleAssignmentMode").asText("")),
        Json.answer(new Arm(policies).path("azureADAuthenticationAsArmPolicy", "status")),
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        Json.text(arm.path("provisioningState")),
        Json.answer(policies.path("quarantinePolicy").path("status")),
        Json.text(arm.path("endpointProtocol")));
  }

  private static String subscription(JsonNode object) {
    String[] parts = object.path("id").asText("").split("/", -1);
    boolean isId = parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions");
    return isId ? parts[2] : Json.text(object.path("subscriptionId"));
  }

  /** The registry's own identity lives in the tenant that the registry trusts. */
  private static String tenant(JsonNode object) {
    String own = Json.text(object.path("tenantId"));
    return own == null ? Json.text(object.path("identity").path("tenantId")) : own;
  }

  private static String cloud(String server) {
    if (server == null) {
      return null;
    }
    Cloud cloud = Clouds.ofRegistry(server);
    return server.toLowerCase(Locale.ROOT).endsWith(cloud.registrySuffix()) ? cloud.name() : null;
  }

  private static java.time.Instant created(JsonNode object) {
    java.time.Instant own = Json.time(Arm.of(object).path("creationDate"));
    return own == null ? Json.time(object.path("systemData").path("createdAt")) : own;
  }

  private static Answer bypass(String options) {
    return switch (options) {
      case "AzureServices" -> Answer.YES;
      case "None" -> Answer.NO;
      default -> Answer.UNKNOWN;
    };
  }

  /** Older versions of the API do not tell, so that silence says nothing. */
  private static String mode(String mode) {
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "legacyregistrypermissions", "rbac" -> "legacy";
      case "abacrepositorypermissions", "rbac-abac" -> "abac";
      default -> null;
    };
  }

  /**
   * Reads the entries of the firewall.
   *
   * @param rules the list; az and the REST API name the address differently
   * @param found takes them
   */
  static void rules(JsonNode rules, Found found) {
    for (JsonNode rule : rules) {
      String range = Json.text(rule.path("value"));
      found.fact(
          new NetworkRule(
              range == null ? Json.text(rule.path("ipAddressOrRange")) : range,
              rule.path("action").asText("Allow"),
              null));
    }
  }

  /**
   * Reads a private endpoint connection.
   *
   * @param connection as the registry lists it
   * @return its name and state
   */
  static PrivateEndpoint endpoint(JsonNode connection) {
    String id = connection.path("id").asText("");
    String name = Json.text(connection.path("name"));
    return new PrivateEndpoint(
        name == null && !id.isEmpty() ? id.substring(id.lastIndexOf('/') + 1) : name,
        Json.text(Arm.of(connection).path("privateLinkServiceConnectionState", "status")),
        null,
        Answer.UNKNOWN);
  }
}
