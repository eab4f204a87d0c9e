package io.github.acrdoctor.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.facts.AksCluster;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.LoginEvent;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.RoleAssignments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrincipalFactsTest {
  private static final String KUBELET = "44444444-aaaa-bbbb-cccc-000000000001";
  private static final String OTHER = "66666666-aaaa-bbbb-cccc-000000000001";

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
  void rolesAboveThroughGroupsAndElsewhereAreToldApart() throws IOException {
    azure.data().list("roleAssignments").removeAll();
    String subscription = "/subscriptions/" + StandInAzure.SUBSCRIPTION;
    azure
        .data()
        .assign("Reader", subscription, "77777777-aaaa-bbbb-cccc-000000000001")
        .putArray("groupMembers")
        .add(StandInAzure.OBJECT);
    azure.data().assign("AcrPush", azure.data().registryId() + "2", StandInAzure.OBJECT);
    azure.data().assign("AcrPull", azure.data().registryId(), OTHER);
    List<RoleAssignment> roles = run().learn().all(RoleAssignment.class);

    assertThat(roles).hasSize(3);
    RoleAssignment group = roles.get(0);
    assertThat(group.role()).isEqualTo("Reader");
    assertThat(group.coversRegistry()).isEqualTo(Answer.YES);
    assertThat(group.effective()).isEqualTo(Answer.YES);
    assertThat(roles.get(1).coversRegistry()).isEqualTo(Answer.NO);
    assertThat(roles.get(2).principalId()).isEqualTo(OTHER);
    assertThat(roles.get(2).effective()).isEqualTo(Answer.NO);
  }

  @Test
  void aRoleOfOnesOwnThatAllowsPullingLeavesTheListIncomplete() throws IOException {
    azure.data().list("roleAssignments").removeAll();
    String pulls =
        azure.data().customRole("c0", "Puller", "Microsoft.ContainerRegistry/registries/*");
    azure.data().assign(pulls, azure.data().registryId(), StandInAzure.OBJECT);
    Run.Learnt learnt = run().learn();

    assertThat(learnt.one(RoleAssignment.class).role()).isEqualTo("Puller");
    assertThat(learnt.one(RoleAssignments.class).complete()).isEqualTo(Answer.UNKNOWN);
    assertThat(learnt.missing("roleAssignments").get(0).reason()).contains("Puller");
  }

  @Test
  void aRoleOfOnesOwnThatAllowsSomethingElseDoesNot() throws IOException {
    azure.data().list("roleAssignments").removeAll();
    String watches = azure.data().customRole("c0", "Watcher", "Microsoft.Insights/*");
    azure.data().assign(watches, azure.data().registryId(), StandInAzure.OBJECT);

    assertThat(run().learn().one(RoleAssignments.class).complete()).isEqualTo(Answer.YES);
  }

  @Test
  void aConditionIsJudgedForTheRepositoryInQuestion() throws IOException {
    azure.data().list("roleAssignments").removeAll();
    azure
        .data()
        .assign(
            "Container Registry Repository Reader", azure.data().registryId(), StandInAzure.OBJECT)
        .put(
            "condition",
            "((!(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/content/read'})"
                + ") OR (@Request[Microsoft.ContainerRegistry/registries/repositories:name]"
                + " StringStartsWithIgnoreCase 'team/'))");

    assertThat(run().image("team/api:1").learn().one(RoleAssignment.class).conditionMet())
        .isEqualTo(Answer.YES);
    assertThat(run().image("web:1").learn().one(RoleAssignment.class).conditionMet())
        .isEqualTo(Answer.NO);
    Run.Learnt unknown = run().learn();
    assertThat(unknown.one(RoleAssignment.class).conditionMet()).isEqualTo(Answer.UNKNOWN);
    assertThat(unknown.one(RoleAssignments.class).complete()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void theSecretInUseIsToldByItsFirstLetters() throws IOException {
    ArrayNode secrets = azure.data().application().putArray("passwordCredentials");
    secrets.addObject().put("hint", "abc").put("endDateTime", "2025-01-01T00:00:00Z");
    secrets
        .addObject()
        .put("hint", StandInAzure.SECRET.substring(0, 3))
        .put("startDateTime", "2025-06-01T00:00:00Z")
        .put("endDateTime", "2099-01-01T00:00:00Z");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.all(Credential.class))
        .filteredOn(one -> one.kind().equals("client-secret") && one.expiresAt() != null)
        .singleElement()
        .satisfies(one -> assertThat(one.validAt(Instant.now())).isTrue());
    assertThat(learnt.all(Change.class)).extracting(Change::what).contains("secret");
  }

  @Test
  void secretsOfWhichSomeHaveRunOutAreNotGuessedAbout() throws IOException {
    ArrayNode secrets = azure.data().application().putArray("passwordCredentials");
    secrets.addObject().put("hint", "abc").put("endDateTime", "2025-01-01T00:00:00Z");
    secrets.addObject().put("hint", "def").put("endDateTime", "2099-01-01T00:00:00Z");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.all(Credential.class))
        .noneMatch(one -> one.expiresAt() == null ? false : one.kind().equals("client-secret"));
    assertThat(learnt.missing("credential").get(0).reason()).contains("not known");
  }

  @Test
  void aDisabledPrincipalIsSeen() throws IOException {
    azure.data().principal().put("accountEnabled", false);

    assertThat(run().learn().all(Identity.class))
        .anySatisfy(one -> assertThat(one.enabled()).isEqualTo(Answer.NO));
  }

  @Test
  void theDirectoryNeedsARightThatIsNamed() throws IOException {
    azure.answer("graph/", 403, "{\"error\":{\"code\":\"Authorization_RequestDenied\"}}");
    Run.Learnt learnt = run().learn();

    assertThat(learnt.missing("credential").get(0).right()).contains("Application.Read.All");
    assertThat(learnt.collected().texts()).isEmpty();
  }

  @Test
  void anApplicationThatLogsInByItselfIsLookedAtInPlaceOfWhoSignedIn() throws IOException {
    azure.az(folder.resolve("bin"), "AzureCloud");
    Run run = new Run(azure, folder).login(StandInAzure.CLIENT, StandInAzure.SECRET);
    run.machine().variable("PATH", folder.resolve("bin").toString());
    Run.Learnt learnt = run.learn();

    assertThat(learnt.one(Identity.class).name()).isEqualTo(StandInAzure.CLIENT);
    assertThat(learnt.one(Identity.class).knownInTenant()).isEqualTo(Answer.YES);
    assertThat(learnt.one(RoleAssignment.class).principalId()).isEqualTo(StandInAzure.OBJECT);
    assertThat(learnt.everything()).doesNotContain(StandInAzure.SECRET);
  }

  @Test
  void anApplicationThatTheTenantDoesNotKnowIsSaid() throws IOException {
    Run.Learnt learnt = run().login("99999999-aaaa-bbbb-cccc-000000000001", "x").learn();

    assertThat(learnt.one(Identity.class).knownInTenant()).isEqualTo(Answer.NO);
  }

  private void cluster() {
    ObjectNode cluster = azure.data().list("clusters").addObject().put("name", "aks-prod");
    cluster.put("resourceGroup", "rg-prod").put("tenantId", StandInAzure.TENANT);
    cluster
        .putObject("properties")
        .putObject("identityProfile")
        .putObject("kubeletidentity")
        .put("objectId", KUBELET);
  }

  @Test
  void aClusterMayPullOnlyWithARoleForItsNodes() throws IOException {
    cluster();

    AksCluster without = run().aks("aks-prod").learn().one(AksCluster.class);
    assertThat(without.kubeletObjectId()).isEqualTo(KUBELET);
    assertThat(without.kubeletMayPull()).isEqualTo(Answer.NO);
    azure.data().assign("AcrPull", azure.data().registryId(), KUBELET);
    Run.Learnt with = run().aks("aks-prod").learn();
    assertThat(with.one(AksCluster.class).kubeletMayPull()).isEqualTo(Answer.YES);
    assertThat(with.one(Identity.class).kind()).isEqualTo("kubelet");
  }

  @Test
  void inARegistryWithRepositoryPermissionsAnOldRoleDoesNotLetAClusterPull() throws IOException {
    cluster();
    azure.data().properties().put("roleAssignmentMode", "AbacRepositoryPermissions");
    azure.data().assign("AcrPull", azure.data().registryId(), KUBELET);

    assertThat(run().aks("aks-prod").learn().one(AksCluster.class).kubeletMayPull())
        .isEqualTo(Answer.NO);
  }

  @Test
  void aClusterWhoseRolesMayNotBeReadIsUnknown() throws IOException {
    cluster();
    azure.forbid("/roleAssignments", "Microsoft.Authorization/roleAssignments/read");

    assertThat(run().aks("aks-prod").learn().one(AksCluster.class).kubeletMayPull())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aClusterThatCannotBeSeenAndANameThatIsNoneAreSaid() throws IOException {
    assertThat(run().aks("aks-prod").learn().missing("aksCluster").get(0).right())
        .contains("managedClusters/read");
    assertThat(run().aks("x' or true").learn().missing("aksCluster").get(0).reason())
        .contains("--aks");
    assertThat(azure.seen()).noneMatch(seen -> seen.body().contains("or true"));
  }

  @Test
  void refusedLoginsComeFromTheLog() throws IOException {
    azure
        .data()
        .list("loginEvents")
        .addArray()
        .add("2026-11-24T09:59:00Z")
        .add("ci-pull")
        .add("401")
        .add("203.0.113.16");
    Run.Learnt learnt = run().workspace("ws-1").learn();

    assertThat(learnt.one(LoginEvent.class))
        .isEqualTo(
            new LoginEvent(
                "ci-pull", "401", "203.0.113.16", Instant.parse("2026-11-24T09:59:00Z")));
    assertThat(azure.seen())
        .anyMatch(
            seen ->
                seen.target().equals("/v1/workspaces/ws-1/query")
                    && seen.body().contains("contoso.azurecr.io"));
  }

  @Test
  void aWorkspaceThatIsNoneIsNotAsked() throws IOException {
    assertThat(run().workspace("../x").learn().missing("loginEvent").get(0).reason())
        .contains("--workspace");
  }
}
