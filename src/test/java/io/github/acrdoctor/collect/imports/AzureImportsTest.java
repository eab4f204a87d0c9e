package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.facts.AksCluster;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FederatedCredential;
import io.github.acrdoctor.facts.Identity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AzureImportsTest {
  private static List<Fact> facts(String text) {
    Collected collected = Imports.read("sent.txt", text);
    assertThat(collected.texts()).isEmpty();
    return collected.facts();
  }

  @Test
  void theAccountTellsWhoIsSignedInAndWhere() {
    String text =
        """
        {
          "environmentName": "AzureCloud",
          "homeTenantId": "t",
          "id": "00000000-aaaa-bbbb-cccc-000000000002",
          "isDefault": true,
          "name": "Prod",
          "state": "Enabled",
          "tenantId": "11111111-aaaa-bbbb-cccc-000000000002",
          "user": {"name": "33333333-aaaa-bbbb-cccc-000000000001", "type": "servicePrincipal"}
        }
        """;
    assertThat(facts(text))
        .containsExactly(
            new AzureCli(
                Answer.YES,
                null,
                Answer.YES,
                "00000000-aaaa-bbbb-cccc-000000000002",
                "11111111-aaaa-bbbb-cccc-000000000002",
                "AzureCloud"),
            new Identity(
                "service-principal",
                "33333333-aaaa-bbbb-cccc-000000000001",
                null,
                "11111111-aaaa-bbbb-cccc-000000000002",
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN));
    assertThat(facts("{\"azure-cli\":\"2.67.0\",\"azure-cli-core\":\"2.67.0\",\"extensions\":{}}"))
        .containsExactly(new AzureCli(Answer.YES, "2.67.0", Answer.UNKNOWN, null, null, null));
  }

  @Test
  void theCloudThatIsInUseIsRead() {
    String text =
        """
        {"endpoints": {"resourceManager": "https://management.usgovcloudapi.net/"},
         "isActive": true, "name": "AzureUSGovernment", "profile": "latest",
         "suffixes": {"acrLoginServerEndpoint": ".azurecr.us"}}
        """;
    assertThat(facts(text))
        .containsExactly(
            new AzureCli(Answer.YES, null, Answer.UNKNOWN, null, null, "AzureUSGovernment"));
  }

  @Test
  void credentialsOfAnApplicationAreReadWithTheirEnd() {
    String text =
        """
        [{"customKeyIdentifier": null, "displayName": "ci", "endDateTime": "2026-11-20T00:00:00Z",
          "hint": "abc", "keyId": "k", "secretText": null, "startDateTime": "2025-11-20T00:00:00Z"},
         {"displayName": "CN=ci", "endDateTime": "2027-11-20T00:00:00Z", "keyId": "l",
          "startDateTime": "2025-11-20T00:00:00Z", "type": "AsymmetricX509Cert", "usage": "Verify"},
         {"audiences": ["api://AzureADTokenExchange"], "id": "f", "name": "main",
          "issuer": "https://token.actions.githubusercontent.com", "subject": "repo:contoso/app"}]
        """;
    Instant made = Instant.parse("2025-11-20T00:00:00Z");
    assertThat(facts(text))
        .containsExactly(
            new Credential(
                "client-secret",
                null,
                null,
                Answer.UNKNOWN,
                null,
                null,
                made,
                Instant.parse("2026-11-20T00:00:00Z")),
            new Credential(
                "certificate",
                null,
                null,
                Answer.UNKNOWN,
                null,
                null,
                made,
                Instant.parse("2027-11-20T00:00:00Z")),
            new FederatedCredential(
                "main",
                "repo:contoso/app",
                "https://token.actions.githubusercontent.com",
                Answer.UNKNOWN));
  }

  @Test
  void aServicePrincipalIsReadWithItsSecrets() {
    String text =
        """
        {"accountEnabled": false, "appId": "33333333-aaaa-bbbb-cccc-000000000001",
         "id": "22222222-aaaa-bbbb-cccc-000000000001", "servicePrincipalType": "Application",
         "keyCredentials": [], "passwordCredentials": [{"keyId": "k", "hint": "abc",
           "startDateTime": "2025-11-20T00:00:00Z", "endDateTime": "2026-11-20T00:00:00Z"}]}
        """;
    assertThat(facts(text))
        .hasSize(2)
        .anyMatch(fact -> fact instanceof Identity identity && identity.enabled() == Answer.NO)
        .anyMatch(
            fact ->
                fact instanceof Credential credential
                    && "33333333-aaaa-bbbb-cccc-000000000001".equals(credential.owner()));
  }

  @Test
  void anAksClusterIsReadWithItsKubeletIdentity() {
    String text =
        """
        {"id": "/subscriptions/s/resourcegroups/rg-prod/providers/x/aks-prod", "name": "aks-prod",
         "identity": {"tenantId": "11111111-aaaa-bbbb-cccc-000000000001", "type": "SystemAssigned"},
         "identityProfile": {"kubeletidentity": {"clientId": "c",
           "objectId": "44444444-aaaa-bbbb-cccc-000000000001", "resourceId": "r"}},
         "resourceGroup": "rg-prod", "type": "Microsoft.ContainerService/ManagedClusters"}
        """;
    assertThat(facts(text))
        .contains(
            new AksCluster(
                "aks-prod",
                "rg-prod",
                "44444444-aaaa-bbbb-cccc-000000000001",
                Answer.UNKNOWN,
                "11111111-aaaa-bbbb-cccc-000000000001"));
  }

  @Test
  void errorsOfAzureStayTexts() {
    String text = "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}";
    Collected collected = Imports.read("error.json", text);
    assertThat(collected.facts()).isEmpty();
    assertThat(collected.texts())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).isEqualTo(text));
  }
}
