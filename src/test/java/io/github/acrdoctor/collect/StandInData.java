package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the stand-in for Azure knows, as trees in the field names of the public REST specifications.
 * All values are our own.
 */
public final class StandInData {
  private static final String ROLES = "/providers/Microsoft.Authorization/roleDefinitions/";
  private static final Map<String, String> ROLE_IDS =
      Map.of(
          "AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d",
          "AcrPush", "8311e382-0749-4cb8-b61a-304f252e45ec",
          "Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7",
          "Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
          "Container Registry Repository Reader", "b93aa761-3e63-49ed-ac28-beffa264f7ac");

  private final Map<String, ArrayNode> lists = new TreeMap<>();
  private final Map<String, ObjectNode> resources = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ObjectNode registry;
  private final ObjectNode application = node();
  private final ObjectNode principal = node();
  private boolean visible = true;
  private boolean taken = true;
  private boolean old;

  StandInData(String name, String loginServer) {
    String subscription = "/subscriptions/" + StandInAzure.SUBSCRIPTION;
    registry =
        resource(
            subscription
                + "/resourceGroups/rg-registry/providers/Microsoft.ContainerRegistry/registries/"
                + name);
    registry.put("name", name).put("location", "westeurope");
    registry.put("type", "Microsoft.ContainerRegistry/registries");
    registry.putObject("sku").put("name", "Premium").put("tier", "Premium");
    settings(registry.putObject("properties"), loginServer);
    ObjectNode seen = resource(subscription);
    seen.put("subscriptionId", StandInAzure.SUBSCRIPTION).put("tenantId", StandInAzure.TENANT);
    seen.put("displayName", "Contoso").put("state", "Enabled");
    list("subscriptions").add(seen);
    resource(subscription + "/providers/Microsoft.ContainerRegistry")
        .put("registrationState", "Registered");
    roles();
    assign("AcrPull", registryId(), StandInAzure.OBJECT);
    application.put("id", "55555555-aaaa-bbbb-cccc-000000000001").putArray("keyCredentials");
    application.put("appId", StandInAzure.CLIENT).putArray("passwordCredentials");
    principal.put("id", StandInAzure.OBJECT).put("appId", StandInAzure.CLIENT);
    principal.put("accountEnabled", true).put("servicePrincipalType", "Application");
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void settings(ObjectNode properties, String loginServer) {
    properties.put("loginServer", loginServer).put("creationDate", "2025-03-01T08:00:00.0000000Z");
    properties.put("provisioningState", "Succeeded").put("adminUserEnabled", false);
    properties.put("publicNetworkAccess", "Enabled").put("anonymousPullEnabled", false);
    properties.put("networkRuleBypassOptions", "AzureServices");
    properties.put("dataEndpointEnabled", false).putArray("dataEndpointHostNames");
    properties.put("roleAssignmentMode", "LegacyRegistryPermissions");
    properties.putObject("networkRuleSet").put("defaultAction", "Allow").putArray("ipRules");
    properties.putArray("privateEndpointConnections");
    properties.putObject("encryption").put("status", "disabled");
    ObjectNode policies = properties.putObject("policies");
    policies.putObject("azureADAuthenticationAsArmPolicy").put("status", "enabled");
    policies.putObject("quarantinePolicy").put("status", "disabled");
  }

  private void roles() {
    role("AcrPull", "actions", "Microsoft.ContainerRegistry/registries/pull/read");
    role("AcrPush", "actions", "Microsoft.ContainerRegistry/registries/pull/read");
    role("Reader", "actions", "*/read");
    role("Owner", "actions", "*");
    role(
        "Container Registry Repository Reader",
        "dataActions",
        "Microsoft.ContainerRegistry/registries/repositories/content/read");
  }

  private void role(String name, String kind, String action) {
    ObjectNode properties = resource(ROLES + ROLE_IDS.get(name)).putObject("properties");
    properties.put("roleName", name).put("type", "BuiltInRole");
    properties.putArray("permissions").addObject().putArray(kind).add(action);
  }

  /** Adds a role of the customer's own and returns the id of its definition. */
  public String customRole(String id, String name, String action) {
    ObjectNode properties = resource(ROLES + id).putObject("properties");
    properties.put("roleName", name).put("type", "CustomRole");
    properties.putArray("permissions").addObject().putArray("actions").add(action);
    return ROLES + id;
  }

  /**
   * Gives a role.
   *
   * @param role name of a role of Azure's own, or the id of a definition
   * @param scope resource id
   * @param principal object id
   * @return the assignment, to be changed; assignments of groups have {@code groupMembers}
   */
  public ObjectNode assign(String role, String scope, String principal) {
    ObjectNode assignment = list("roleAssignments").addObject();
    String name = "a" + list("roleAssignments").size();
    assignment.put("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + name);
    ObjectNode properties = assignment.putObject("properties");
    properties.put("roleDefinitionId", role.startsWith("/") ? role : ROLES + ROLE_IDS.get(role));
    properties.put("principalId", principal).put("scope", scope).putNull("condition");
    properties.put("createdOn", "2025-03-02T08:00:00.0000000Z");
    return properties;
  }

  /** The registry: {@code id}, {@code name}, {@code sku}, {@code properties}. */
  public ObjectNode registry() {
    return registry;
  }

  /** The registry's {@code properties}. */
  public ObjectNode properties() {
    return (ObjectNode) registry.get("properties");
  }

  /** Resource id of the registry. */
  public String registryId() {
    return registry.path("id").asText();
  }

  /**
   * A list, empty unless something was added: subscriptions, roleAssignments, locks, replications,
   * tokens, scopeMaps, cacheRules, credentialSets, usages, clusters, federatedIdentityCredentials,
   * or loginEvents (arrays of time, identity, status, address).
   */
  public ArrayNode list(String name) {
    return lists.computeIfAbsent(name, key -> StandInAzure.array());
  }

  /** A resource that Resource Manager answers with at its id; made when there is none. */
  public ObjectNode resource(String id) {
    return resources.computeIfAbsent(id, key -> node().put("id", key));
  }

  /** Adds a token or scope map below the registry, or anything else that has a name. */
  public ObjectNode child(String kind, String name) {
    ObjectNode child = resource(registryId() + "/" + kind + "/" + name).put("name", name);
    list(kind).add(child);
    return child.withObject("properties");
  }

  /** The application in Microsoft Graph: {@code passwordCredentials}, {@code keyCredentials}. */
  public ObjectNode application() {
    return application;
  }

  /** Its service principal in Microsoft Graph. */
  public ObjectNode principal() {
    return principal;
  }

  /** Hides the registry: nobody sees it; somewhere there may be one of that name or not. */
  public void hide(boolean somewhere) {
    visible = false;
    taken = somewhere;
  }

  /** Makes this a cloud that lacks the newest version of the registry's API. */
  public void old() {
    old = true;
  }

  boolean isOld() {
    return old;
  }

  boolean isVisible() {
    return visible;
  }

  boolean isTaken() {
    return taken;
  }

  ObjectNode find(String id) {
    return resources.get(id);
  }
}
