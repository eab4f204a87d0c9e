package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Clouds;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Replica;
import io.github.acrdoctor.facts.RepositoryToken;
import io.github.acrdoctor.facts.ResourceLock;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.ScopeMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryPartsImportsTest {
  private static final String ID = RegistryImportsTest.ID;
  private static final String SUBSCRIPTION = RegistryImportsTest.SUBSCRIPTION;
  private static final String SHOWN = RegistryImportsTest.SHOWN;

  private static List<Fact> facts(String text) {
    Collected collected = Imports.read("sent.txt", text);
    assertThat(collected.texts()).isEmpty();
    return collected.facts();
  }

  private static Target target() {
    return Target.of("contoso", null, Clouds.named("AzureCloud"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', YES",
    "/subscriptions/00000000-aaaa-bbbb-cccc-000000000001, YES",
    "/subscriptions/00000000-aaaa-bbbb-cccc-000000000002, NO",
    "/subscriptions/00000000-aaaa-bbbb-cccc-000000000001/resourceGroups/RG-PROD, YES",
    "/subscriptions/00000000-aaaa-bbbb-cccc-000000000001/resourceGroups/rg-pro, NO",
    "/providers/Microsoft.Management/managementGroups/root, UNKNOWN",
  })
  void aScopeAboveTheRegistryCoversIt(String scope, Answer covers) {
    List<Fact> facts =
        facts(SHOWN + "\n[" + assignment(scope + (scope.isEmpty() ? "/" : "")) + "]");
    assertThat(facts)
        .filteredOn(RoleAssignment.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            RoleAssignment.class, role -> assertThat(role.coversRegistry()).isEqualTo(covers));
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/contoso,"
        + " YES",
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/fabrikam,"
        + " NO",
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/shop, NO",
    "/subscriptions/s/resourceGroups/g, UNKNOWN",
    "/subscriptions/s, UNKNOWN",
  })
  void withoutTheRegistrysIdItsNameDecidesWhatItCan(String scope, Answer covers) {
    assertThat(Imports.read("roles", "[" + assignment(scope) + "]", target()).facts())
        .containsExactly(
            new RoleAssignment(
                "AcrPull",
                scope,
                covers,
                "22222222-aaaa-bbbb-cccc-000000000001",
                Answer.UNKNOWN,
                null,
                Answer.UNKNOWN,
                Instant.parse("2026-11-24T09:57:00Z")));
  }

  private static String assignment(String scope) {
    return """
    {"condition": null, "createdOn": "2026-11-24T09:57:00+00:00", "id": "%s/x", "name": "x",
     "principalId": "22222222-aaaa-bbbb-cccc-000000000001", "principalName": "ci",
     "principalType": "ServicePrincipal", "roleDefinitionId": "/subscriptions/s/roles/7f95",
     "roleDefinitionName": "AcrPull", "scope": "%s",
     "type": "Microsoft.Authorization/roleAssignments"}
    """
        .formatted(scope, scope);
  }

  private static String token(String name, String passwords) {
    return """
    {"credentials": {"certificates": [], "passwords": [%s]}, "id": "%s/tokens/%s",
     "name": "%s", "scopeMapId": "%s/scopeMaps/%s-map", "status": "enabled",
     "type": "Microsoft.ContainerRegistry/registries/tokens"}
    """
        .formatted(passwords, ID, name, name, ID, name);
  }

  private static String map(String name) {
    return """
    {"actions": ["repositories/team/api/content/read"], "id": "%s/scopeMaps/%s",
     "name": "%s", "type": "Microsoft.ContainerRegistry/registries/scopeMaps"}
    """
        .formatted(ID, name, name);
  }

  private static final String ENDED =
      "{\"creationTime\":\"2026-08-01T00:00:00+00:00\",\"expiry\":\"2026-11-01T00:00:00+00:00\","
          + "\"name\":\"password1\",\"value\":null}";

  @Test
  void aRepositoryTokenIsReadWithItsPassword() {
    assertThat(facts(token("ci", ENDED)))
        .containsExactly(
            new RepositoryToken(
                "ci",
                Answer.YES,
                Answer.YES,
                Answer.YES,
                Instant.parse("2026-08-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                "ci-map",
                null));
  }

  @Test
  void oneOfTwoPasswordsThatHasEndedIsNoEnd() {
    String endless = ENDED.replace("\"2026-11-01T00:00:00+00:00\"", "null");
    assertThat(facts(token("ci", ENDED + "," + endless)))
        .containsExactly(
            new RepositoryToken(
                "ci", Answer.YES, Answer.YES, Answer.YES, null, null, "ci-map", null));
  }

  @Test
  void ofManyTokensTheOneThatIsNamedCountsWithItsScopeMap() {
    String list = "[" + token("ci", ENDED) + "," + token("deploy", "") + "]";
    String maps = "[" + map("ci-map") + "," + map("deploy-map") + "]";
    String log = "docker login -u deploy contoso.azurecr.io\n" + list + "\n" + maps + "\n";
    assertThat(Imports.read("log", log).facts())
        .contains(new ScopeMap("deploy-map", List.of("repositories/team/api/content/read")))
        .filteredOn(fact -> !(fact instanceof NotCollected))
        .hasSize(2)
        .anyMatch(
            fact ->
                fact instanceof RepositoryToken token
                    && token.name().equals("deploy")
                    && token.hasPassword() == Answer.NO);
  }

  @Test
  void partsOfTheRegistryAreRead() {
    String text =
        """
        [
          {"id": "%s/replications/we", "location": "westeurope", "name": "we",
           "provisioningState": "Succeeded", "regionEndpointEnabled": false,
           "status": {"displayStatus": "Syncing"},
           "type": "Microsoft.ContainerRegistry/registries/replications"},
          {"id": "%s/providers/Microsoft.Authorization/locks/keep", "level": "ReadOnly",
           "name": "keep", "type": "Microsoft.Authorization/locks"}
        ]
        """
            .formatted(ID, SUBSCRIPTION + "/resourceGroups/rg-other");
    assertThat(Imports.read("parts", text, target()).facts())
        .containsExactly(
            new Replica("westeurope", "Syncing", Answer.NO),
            new ResourceLock("keep", "ReadOnly", Answer.UNKNOWN));
  }
}
