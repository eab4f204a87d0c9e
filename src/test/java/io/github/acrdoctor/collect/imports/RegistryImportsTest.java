package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NetworkRule;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.PrivateEndpoint;
import io.github.acrdoctor.facts.Registry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryImportsTest {
  static final String SUBSCRIPTION = "/subscriptions/00000000-aaaa-bbbb-cccc-000000000001";
  static final String ID =
      SUBSCRIPTION
          + "/resourceGroups/rg-prod/providers/Microsoft.ContainerRegistry/registries/contoso";

  /** As az prints it. */
  static final String SHOWN =
      """
      {
        "adminUserEnabled": false,
        "anonymousPullEnabled": false,
        "creationDate": "2026-11-24T09:55:00.1234567+00:00",
        "dataEndpointEnabled": true,
        "dataEndpointHostNames": ["contoso.westeurope.data.azurecr.io"],
        "encryption": {"keyVaultProperties": null, "status": "disabled"},
        "id": "%s",
        "identity": {"principalId": "p", "tenantId": "11111111-aaaa-bbbb-cccc-000000000001",
          "type": "SystemAssigned"},
        "location": "westeurope",
        "loginServer": "contoso.azurecr.io",
        "name": "contoso",
        "networkRuleBypassAllowedForTasks": false,
        "networkRuleBypassOptions": "AzureServices",
        "networkRuleSet": {
          "defaultAction": "Deny",
          "ipRules": [{"action": "Allow", "ipAddressOrRange": "203.0.113.0/24"}]
        },
        "policies": {
          "azureAdAuthenticationAsArmPolicy": {"status": "disabled"},
          "quarantinePolicy": {"status": "enabled"}
        },
        "privateEndpointConnections": [
          {
            "id": "%s/privateEndpointConnections/contoso.1a2b",
            "name": "contoso.1a2b",
            "privateEndpoint": {"id": "/subscriptions/x/privateEndpoints/pe"},
            "privateLinkServiceConnectionState": {"actionsRequired": "None", "status": "Pending"},
            "provisioningState": "Succeeded"
          }
        ],
        "provisioningState": "Succeeded",
        "publicNetworkAccess": "Enabled",
        "roleAssignmentMode": "AbacRepositoryPermissions",
        "sku": {"name": "Premium", "tier": "Premium"},
        "type": "Microsoft.ContainerRegistry/registries"
      }
      """
          .formatted(ID, ID);

  /** As the REST API answers it. */
  private static final String ANSWERED =
      """
      {"id":"%s","name":"contoso","type":"Microsoft.ContainerRegistry/registries",
       "identity":{"tenantId":"11111111-aaaa-bbbb-cccc-000000000001"},"sku":{"name":"Premium"},
       "properties":{"loginServer":"contoso.azurecr.io","adminUserEnabled":false,
        "anonymousPullEnabled":false,"creationDate":"2026-11-24T09:55:00.1234567Z",
        "dataEndpointEnabled":true,"networkRuleBypassAllowedForTasks":false,
        "networkRuleBypassOptions":"AzureServices","provisioningState":"Succeeded",
        "networkRuleSet":{"defaultAction":"Deny","ipRules":[
          {"action":"Allow","value":"203.0.113.0/24"}]},
        "policies":{"azureADAuthenticationAsArmPolicy":{"status":"disabled"},
          "quarantinePolicy":{"status":"enabled"}},
        "privateEndpointConnections":[{"id":"%s/privateEndpointConnections/contoso.1a2b",
          "properties":{"privateLinkServiceConnectionState":{"status":"Pending"}}}],
        "publicNetworkAccess":"Enabled","roleAssignmentMode":"AbacRepositoryPermissions"}}
      """
          .formatted(ID, ID);

  private static final Registry CONTOSO =
      new Registry(
          "contoso",
          "contoso.azurecr.io",
          Answer.YES,
          Answer.UNKNOWN,
          "00000000-aaaa-bbbb-cccc-000000000001",
          "11111111-aaaa-bbbb-cccc-000000000001",
          "AzureCloud",
          "Premium",
          Instant.parse("2026-11-24T09:55:00.123456700Z"),
          Answer.NO,
          Answer.YES,
          "Deny",
          Answer.YES,
          Answer.NO,
          Answer.NO,
          Answer.YES,
          "abac",
          Answer.NO,
          Answer.UNKNOWN,
          Answer.UNKNOWN,
          "Succeeded",
          Answer.YES,
          null);

  private static List<Fact> facts(String text) {
    Collected collected = Imports.read("sent.txt", text);
    assertThat(collected.texts()).isEmpty();
    return collected.facts();
  }

  private static Target target() {
    return Target.of("contoso", null, Clouds.named("AzureCloud"));
  }

  @Test
  void aRegistryIsReadAsAzShowsItAndAsTheRestApiAnswersIt() {
    Fact[] expected = {
      CONTOSO,
      new NetworkRule("203.0.113.0/24", "Allow", null),
      new PrivateEndpoint("contoso.1a2b", "Pending", null, Answer.UNKNOWN)
    };
    assertThat(facts(SHOWN)).containsExactly(expected);
    assertThat(facts(ANSWERED)).containsExactly(expected);
    assertThat(facts("[" + SHOWN + "]")).containsExactly(expected);
    assertThat(facts("{\"value\":[" + ANSWERED + "]}")).containsExactly(expected);
  }

  @Test
  void aRegistryWithoutSettingsLeavesThemUnknown() {
    assertThat(facts("{\"loginServer\":\"contoso.azurecr.cn\",\"adminUserEnabled\":true}"))
        .singleElement()
        .isInstanceOfSatisfying(
            Registry.class,
            registry -> {
              assertThat(registry.cloud()).isEqualTo("AzureChinaCloud");
              assertThat(registry.adminUserEnabled()).isEqualTo(Answer.YES);
              assertThat(registry.publicNetworkAccess()).isEqualTo(Answer.UNKNOWN);
              assertThat(registry.roleAssignmentMode()).isNull();
              assertThat(registry.subscription()).isNull();
            });
  }

  @Test
  void ofManyRegistriesTheOneThatWasNamedCounts() {
    String list = "[" + SHOWN + "," + SHOWN.replace("contoso", "fabrikam") + "]";
    assertThat(Imports.read("list.json", list, target()).facts())
        .filteredOn(Registry.class::isInstance)
        .containsExactly(CONTOSO);
  }

  @Test
  void ofManyRegistriesTheOneThatAnErrorNamesCounts() {
    String list = "[" + SHOWN + "," + SHOWN.replace("contoso", "fabrikam") + "]";
    String log = "docker pull contoso.azurecr.io/api:1\ndenied\n" + list;
    assertThat(Imports.read("log", log).facts())
        .filteredOn(Registry.class::isInstance)
        .containsExactly(CONTOSO);
  }

  @Test
  void amongManyRegistriesThatNobodyNamesNoneCounts() {
    String list = "[" + SHOWN + "," + SHOWN.replace("contoso", "fabrikam") + "]";
    assertThat(facts(list))
        .singleElement()
        .isInstanceOfSatisfying(
            NotCollected.class, missing -> assertThat(missing.fact()).isEqualTo("registry"));
  }

  @Test
  void theNetworkRulesAloneAreRead() {
    String text =
        """
        {
          "ipRules": [
            {"action": "Allow", "ipAddressOrRange": "203.0.113.16"}
          ],
          "virtualNetworkRules": []
        }
        """;
    assertThat(facts(text)).containsExactly(new NetworkRule("203.0.113.16", "Allow", null));
  }
}
