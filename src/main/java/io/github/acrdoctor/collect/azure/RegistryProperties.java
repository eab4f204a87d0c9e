package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.Registry;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * What the registry is set to.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/containerregistry/registries/get">Registries -
 *     Get</a>
 */
final class RegistryProperties {
  private final Session session;
  private final Arm arm;

  RegistryProperties(Session session, Arm arm) {
    this.session = session;
    this.arm = arm;
  }

  /**
   * Reads the registry itself; where that is refused, what the list of registries said has to do.
   *
   * @param found the registry
   * @param subscription the subscription that the Azure CLI is set to; null when it is set to none
   * @return what others need of it
   */
  Settings read(Found found, String subscription) throws InterruptedException {
    Future<Answer> full = session.parallel().start(() -> storageFull(found));
    Outcome outcome = arm.registry(found.id());
    boolean complete = arm.usableOrTold("registry", outcome);
    JsonNode resource = complete ? outcome.json() : found.resource();
    Answer storage = Parallel.await(full, session.limit().plus(Duration.ofSeconds(1)), null);
    Registry registry = fact(resource, found, subscription, storage, complete);
    session.notebook().fact(registry);
    if (registry.createdAt() != null) {
      String name = registry.name();
      session.notebook().fact(new Change("registry-created", registry.createdAt(), name));
    }
    for (JsonNode host : resource.path("properties").path("dataEndpointHostNames")) {
      session.context().hosts().found(host.asText());
    }
    return new Settings(resource, registry.roleAssignmentMode());
  }

  /**
   * What others need of a registry.
   *
   * @param resource the registry
   * @param mode legacy or abac; null when not known
   */
  record Settings(JsonNode resource, String mode) {}

  private Registry fact(
      JsonNode resource, Found found, String current, Answer storageFull, boolean complete) {
    JsonNode properties = resource.path("properties");
    JsonNode policies = properties.path("policies");
    return new Registry(
        Json.text(resource.path("name")),
        Json.text(properties.path("loginServer")),
        Answer.YES,
        current == null ? null : answer(current.equalsIgnoreCase(found.subscription())),
        found.subscription(),
        found.tenantId(),
        session.context().cloud().name(),
        sku(resource),
        Json.time(properties.path("creationDate")),
        Json.answer(properties.path("adminUserEnabled")),
        Json.answer(properties.path("publicNetworkAccess")),
        Json.text(properties.path("networkRuleSet").path("defaultAction")),
        bypass(properties.path("networkRuleBypassOptions")),
        Json.answer(properties.path("networkRuleBypassAllowedForTasks")),
        Json.answer(properties.path("anonymousPullEnabled")),
        Json.answer(properties.path("dataEndpointEnabled")),
        mode(properties, !complete || arm.isOld()),
        Json.answer(policies.path("azureADAuthenticationAsArmPolicy").path("status")),
        // Nobody says whether a key can be used; without one there is nothing to be used.
        properties.path("encryption").path("status").asText().equals("disabled")
            ? Answer.YES
            : null,
        storageFull,
        Json.text(properties.path("provisioningState")),
        Json.answer(policies.path("quarantinePolicy").path("status")),
        Json.text(properties.path("endpointProtocol")));
  }

  private static Answer answer(boolean yes) {
    return yes ? Answer.YES : Answer.NO;
  }

  private static String sku(JsonNode resource) {
    return Json.text(resource.path("sku").path("name"));
  }

  private static Answer bypass(JsonNode option) {
    return switch (option.asText()) {
      case "AzureServices" -> Answer.YES;
      case "None" -> Answer.NO;
      default -> Answer.UNKNOWN;
    };
  }

  /**
   * How the registry judges roles. Versions of the API that know it leave it out for the old mode;
   * older ones never tell.
   */
  private static String mode(JsonNode properties, boolean mayLack) {
    return switch (properties.path("roleAssignmentMode").asText()) {
      case "AbacRepositoryPermissions" -> "abac";
      case "LegacyRegistryPermissions" -> "legacy";
      default -> mayLack ? null : "legacy";
    };
  }

  private Answer storageFull(Found found) {
    Outcome usages = arm.registry(found.id() + "/listUsages");
    for (JsonNode usage : usages.json().path("value")) {
      long limit = usage.path("limit").asLong(-1);
      if (usage.path("name").asText().equals("Size") && limit > 0) {
        return answer(usage.path("currentValue").asLong() >= limit);
      }
    }
    return null;
  }
}
