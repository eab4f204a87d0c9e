package io.github.acrdoctor.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInAzure.Fault;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.CacheRule;
import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.NetworkRule;
import io.github.acrdoctor.facts.PrivateEndpoint;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.Replica;
import io.github.acrdoctor.facts.RepositoryToken;
import io.github.acrdoctor.facts.ResourceLock;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.ScopeMap;
import io.github.acrdoctor.facts.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFactsTest {
  @TempDir Path folder;
  private final StandInAzure azure = new StandInAzure("contoso", "contoso.azurecr.io");

  @AfterEach
  void stop() {
    azure.close();
  }

  private Run run() {
    return new Run(azure, folder).signedIn();
  }

  @Test
  void theFirewallAndPrivateEndpointsAreRead() throws IOException {
    ObjectNode properties = azure.data().properties();
    properties.put("publicNetworkAccess", "Disabled").put("networkRuleBypassOptions", "None");
    ObjectNode rules = properties.putObject("networkRuleSet").put("defaultAction", "Deny");
    rules.putArray("ipRules").addObject().put("action", "Allow").put("value", "203.0.113.0/24");
    String id =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe";
    ObjectNode connection = properties.withArray("privateEndpointConnections").addObject();
    connection.put("name", "pe-contoso");
    ObjectNode about = connection.putObject("properties");
    about.putObject("privateEndpoint").put("id", id);
    about.putObject("privateLinkServiceConnectionState").put("status", "Pending");
    ObjectNode endpoint = azure.data().resource(id).putObject("properties");
    ObjectNode name = endpoint.putArray("customDnsConfigs").addObject();
    name.put("fqdn", "contoso.azurecr.io").putArray("ipAddresses").add("10.1.0.5");
    Run.Learnt learnt = run().learn();

    Registry registry = learnt.one(Registry.class);
    assertThat(registry.publicNetworkAccess()).isEqualTo(Answer.NO);
    assertThat(registry.networkDefaultAction()).isEqualTo("Deny");
    assertThat(registry.trustedServicesAllowed()).isEqualTo(Answer.NO);
    assertThat(learnt.one(NetworkRule.class))
        .isEqualTo(new NetworkRule("203.0.113.0/24", "Allow", null));
    assertThat(learnt.one(PrivateEndpoint.class))
        .isEqualTo(new PrivateEndpoint("pe-contoso", "Pending", "10.1.0.5", null));
  }

  @Test
  void aPrivateEndpointThatMayNotBeReadHasNoAddress() throws IOException {
    String id =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe";
    ObjectNode connection =
        azure.data().properties().withArray("privateEndpointConnections").addObject();
    connection.put("name", "pe-contoso").putObject("properties");
    connection.withObject("properties").putObject("privateEndpoint").put("id", id);
    azure.forbid("/privateEndpoints/", "Microsoft.Network/privateEndpoints/read");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.one(PrivateEndpoint.class).address()).isNull();
    assertThat(learnt.missing("privateEndpoint").get(0).right())
        .isEqualTo("Microsoft.Network/privateEndpoints/read");
  }

  @Test
  void hostsOfLayersAreNamedToWhoLooksAtThem() throws IOException {
    ArrayNode hosts = azure.data().properties().putArray("dataEndpointHostNames");
    hosts.add("contoso.westeurope.data.azurecr.io");
    Run run = run();
    run.learn();

    assertThat(run.hosts).containsExactly("contoso.westeurope.data.azurecr.io");
  }

  @Test
  void everySettingThatIsNotTheUsualOneIsSeen() throws IOException {
    ObjectNode properties = azure.data().properties();
    properties.put("roleAssignmentMode", "AbacRepositoryPermissions");
    properties.put("networkRuleBypassAllowedForTasks", false).put("anonymousPullEnabled", true);
    properties.put("endpointProtocol", "IPv4AndIPv6").put("provisioningState", "Failed");
    properties.putObject("encryption").put("status", "enabled");
    ObjectNode policies = properties.putObject("policies");
    policies.putObject("azureADAuthenticationAsArmPolicy").put("status", "disabled");
    policies.putObject("quarantinePolicy").put("status", "enabled");
    ObjectNode size = azure.data().list("usages").addObject();
    size.put("name", "Size").put("limit", 100).put("currentValue", 100);
    Registry registry = run().learn().one(Registry.class);

    assertThat(registry.roleAssignmentMode()).isEqualTo("abac");
    assertThat(registry.tasksBypassAllowed()).isEqualTo(Answer.NO);
    assertThat(registry.anonymousPullEnabled()).isEqualTo(Answer.YES);
    assertThat(registry.endpointProtocol()).isEqualTo("IPv4AndIPv6");
    assertThat(registry.provisioningState()).isEqualTo("Failed");
    assertThat(registry.encryptionKeyUsable()).isEqualTo(Answer.UNKNOWN);
    assertThat(registry.armTokenAccepted()).isEqualTo(Answer.NO);
    assertThat(registry.quarantineEnabled()).isEqualTo(Answer.YES);
    assertThat(registry.storageFull()).isEqualTo(Answer.YES);
  }

  @Test
  void aCloudWithoutTheNewestVersionIsAskedInAnOlderOne() throws IOException {
    azure.data().old();
    azure.data().properties().remove("roleAssignmentMode");
    Registry registry = run().learn().one(Registry.class);

    assertThat(registry.exists()).isEqualTo(Answer.YES);
    assertThat(registry.roleAssignmentMode()).isNull();
  }

  @Test
  void aModeThatTheNewestVersionLeavesOutIsTheOldOne() throws IOException {
    azure.data().properties().remove("roleAssignmentMode");

    assertThat(run().learn().one(Registry.class).roleAssignmentMode()).isEqualTo("legacy");
  }

  @Test
  void locksCopiesCacheRulesAndTheSubscriptionAreRead() throws IOException {
    String id = azure.data().registryId();
    ObjectNode lock = azure.data().list("locks").addObject();
    lock.put(
        "id",
        "/subscriptions/"
            + StandInAzure.SUBSCRIPTION
            + "/providers/Microsoft.Authorization/locks/keep");
    lock.put("name", "keep").putObject("properties").put("level", "ReadOnly");
    ObjectNode elsewhere = azure.data().list("locks").addObject();
    elsewhere
        .put("id", id + "2/providers/Microsoft.Authorization/locks/other")
        .put("name", "other");
    ObjectNode copy = azure.data().child("replications", "northeurope");
    copy.put("provisioningState", "Succeeded").put("regionEndpointEnabled", false);
    copy.putObject("status").put("displayStatus", "Syncing");
    ObjectNode rule = azure.data().child("cacheRules", "nginx");
    rule.put("sourceRepository", "docker.io/library/nginx").put("targetRepository", "cache/nginx");
    rule.put("credentialSetResourceId", id + "/credentialSets/hub");
    ObjectNode set = azure.data().child("credentialSets", "hub");
    ObjectNode health = set.putArray("authCredentials").addObject().putObject("credentialHealth");
    health.put("status", "Unhealthy");
    azure.data().resource("/subscriptions/" + StandInAzure.SUBSCRIPTION).put("state", "Disabled");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.one(ResourceLock.class))
        .isEqualTo(new ResourceLock("keep", "ReadOnly", Answer.YES));
    assertThat(learnt.one(Replica.class).status()).isEqualTo("Syncing");
    assertThat(learnt.one(Replica.class).endpointEnabled()).isEqualTo(Answer.NO);
    assertThat(learnt.one(CacheRule.class))
        .isEqualTo(new CacheRule("cache/nginx", "docker.io/library/nginx", Answer.NO));
    assertThat(learnt.one(Subscription.class).state()).isEqualTo("Disabled");
  }

  @Test
  void aTokenThatTheClientUsesIsReadWithItsScopeMap() throws IOException {
    ObjectNode token = azure.data().child("tokens", "ci-pull").put("status", "enabled");
    token.put("scopeMapId", azure.data().registryId() + "/scopeMaps/only-read");
    ObjectNode password =
        token.putObject("credentials").putArray("passwords").addObject().put("name", "password1");
    password.put("creationTime", "2025-01-01T00:00:00Z").put("expiry", "2025-06-01T00:00:00Z");
    azure.data().child("tokens", "other").put("status", "disabled");
    ObjectNode map = azure.data().child("scopeMaps", "only-read");
    map.putArray("actions").add("repositories/team/api/content/read");
    Run.Learnt learnt = run().login("ci-pull", "planted-password-1234").learn();

    RepositoryToken fact = learnt.one(RepositoryToken.class);
    assertThat(fact.name()).isEqualTo("ci-pull");
    assertThat(fact.enabled()).isEqualTo(Answer.YES);
    assertThat(fact.hasPassword()).isEqualTo(Answer.YES);
    assertThat(fact.passwordExpiredAt(Instant.now())).isTrue();
    assertThat(fact.scopeMap()).isEqualTo("only-read");
    assertThat(learnt.one(ScopeMap.class).actions())
        .containsExactly("repositories/team/api/content/read");
    assertThat(learnt.all(Change.class)).extracting(Change::what).contains("token-password");
    assertThat(learnt.all(Identity.class)).isEmpty();
    assertThat(learnt.all(RoleAssignment.class)).isEmpty();
    assertThat(learnt.everything()).doesNotContain("planted-password-1234");
  }

  @Test
  void aTokenThatDoesNotExistOrHasNoPasswordIsSaid() throws IOException {
    azure.data().child("tokens", "no-password").put("status", "disabled").putObject("credentials");

    assertThat(run().login("missing-token", "x").learn().one(RepositoryToken.class).exists())
        .isEqualTo(Answer.NO);
    RepositoryToken bare = run().login("no-password", "x").learn().one(RepositoryToken.class);
    assertThat(bare.hasPassword()).isEqualTo(Answer.NO);
    assertThat(bare.enabled()).isEqualTo(Answer.NO);
  }

  @Test
  void ofTwoPasswordsOfWhichOneHasRunOutNeitherIsGuessed() throws IOException {
    ObjectNode token = azure.data().child("tokens", "ci-pull").put("status", "enabled");
    ArrayNode passwords = token.putObject("credentials").putArray("passwords");
    passwords.addObject().put("name", "password1").put("expiry", "2025-06-01T00:00:00Z");
    passwords.addObject().put("name", "password2").put("expiry", "2099-06-01T00:00:00Z");
    Run.Learnt learnt = run().login("ci-pull", "x").learn();

    assertThat(learnt.one(RepositoryToken.class).passwordExpiresAt()).isNull();
    assertThat(learnt.missing("repositoryToken").get(0).reason()).contains("not known");
  }

  @Test
  void aRegistryElsewhereExistsAndCannotBeSeen() throws IOException {
    azure.data().hide(true);
    Run.Learnt learnt = run().learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.one(Registry.class).cloud()).isEqualTo("AzureCloud");
    assertThat(learnt.missing("registry").get(0).right()).contains("registries/read");
    assertThat(learnt.missing("roleAssignments")).isNotEmpty();
  }

  @Test
  void aNameThatIsFreeBelongsToNoRegistry() throws IOException {
    azure.data().hide(false);

    assertThat(run().learn().one(Registry.class).exists()).isEqualTo(Answer.NO);
    assertThat(run().registry("contoso-a1b2c3.azurecr.io").learn().one(Registry.class).exists())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void whoSeesNoSubscriptionCannotAskForTheName() throws IOException {
    azure.data().hide(true);
    azure.data().list("subscriptions").removeAll();
    Run.Learnt learnt = run().learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.UNKNOWN);
    assertThat(learnt.missing("registry").get(0).reason()).contains("no subscription");
  }

  @Test
  void aRegistryWithAHashInItsLoginServerIsFoundByItsName() throws IOException {
    azure.data().properties().put("loginServer", "contoso-d7f8.azurecr.io");

    assertThat(run().learn().one(Registry.class).loginServer())
        .isEqualTo("contoso-d7f8.azurecr.io");
  }

  @Test
  void registriesThatMayNotBeListedAreSaidToBeUnseen() throws IOException {
    azure.fault("Microsoft.ResourceGraph", Fault.UNAVAILABLE);
    azure.forbid(
        "Microsoft.ContainerRegistry/registries", "Microsoft.ContainerRegistry/registries/read");

    assertThat(run().learn().missing("registry"))
        .anySatisfy(
            missing ->
                assertThat(missing.right())
                    .isEqualTo("Microsoft.ContainerRegistry/registries/read"));
  }
}
