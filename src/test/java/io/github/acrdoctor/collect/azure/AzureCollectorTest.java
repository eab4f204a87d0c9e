package io.github.acrdoctor.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.Environment;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.RoleAssignments;
import io.github.acrdoctor.facts.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureCollectorTest {
  @TempDir Path folder;
  private final StandInAzure azure = new StandInAzure("contoso", "contoso.azurecr.io");

  @AfterEach
  void stop() {
    azure.close();
  }

  private Run run() {
    return new Run(azure, folder);
  }

  @Test
  void anApplicationWithASecretReadsAllThatThereIs() throws IOException {
    Run.Learnt learnt = run().signedIn().learn();

    Registry registry = learnt.one(Registry.class);
    assertThat(registry.exists()).isEqualTo(Answer.YES);
    assertThat(registry.loginServer()).isEqualTo("contoso.azurecr.io");
    assertThat(registry.subscription()).isEqualTo(StandInAzure.SUBSCRIPTION);
    assertThat(registry.tenantId()).isEqualTo(StandInAzure.TENANT);
    assertThat(registry.sku()).isEqualTo("Premium");
    assertThat(registry.roleAssignmentMode()).isEqualTo("legacy");
    assertThat(registry.adminUserEnabled()).isEqualTo(Answer.NO);
    assertThat(registry.publicNetworkAccess()).isEqualTo(Answer.YES);
    assertThat(registry.networkDefaultAction()).isEqualTo("Allow");
    assertThat(registry.trustedServicesAllowed()).isEqualTo(Answer.YES);
    assertThat(registry.armTokenAccepted()).isEqualTo(Answer.YES);
    assertThat(registry.createdAt()).isEqualTo(Instant.parse("2025-03-01T08:00:00Z"));
    assertThat(learnt.one(Subscription.class).providerRegistered()).isEqualTo(Answer.YES);
    assertThat(learnt.one(RoleAssignments.class).complete()).isEqualTo(Answer.YES);
    RoleAssignment role = learnt.one(RoleAssignment.class);
    assertThat(role.role()).isEqualTo("AcrPull");
    assertThat(role.coversRegistry()).isEqualTo(Answer.YES);
    assertThat(role.effective()).isEqualTo(Answer.YES);
    assertThat(learnt.all(Identity.class))
        .anySatisfy(
            identity -> {
              assertThat(identity.kind()).isEqualTo("service-principal");
              assertThat(identity.name()).isEqualTo(StandInAzure.CLIENT);
              assertThat(identity.objectId()).isEqualTo(StandInAzure.OBJECT);
              assertThat(identity.signedIn()).isEqualTo(Answer.YES);
            })
        .anySatisfy(identity -> assertThat(identity.knownInTenant()).isEqualTo(Answer.YES));
    assertThat(learnt.all(Credential.class))
        .anySatisfy(
            credential -> {
              assertThat(credential.kind()).isEqualTo("client-secret");
              assertThat(credential.accepted()).isEqualTo(Answer.YES);
            });
    assertThat(learnt.collected().texts()).isEmpty();
  }

  @Test
  void tokensGoToTheServiceTheyAreForAndNothingSecretIsWrittenDown() throws IOException {
    Run.Learnt learnt = run().signedIn().workspace("ws-1").learn();

    assertThat(azure.seen())
        .extracting(StandInAzure.Seen::service)
        .contains("arm", "graph", "logs");
    for (StandInAzure.Seen seen : azure.seen()) {
      if (!seen.service().equals("entra")) {
        assertThat(seen.authorization()).endsWith(StandInAzure.SIGNATURE);
        String audience = Token.claimsOf(seen.authorization()).path("aud").asText();
        assertThat(audience).isEqualTo(azure.address(seen.service()));
        assertThat(seen.body()).doesNotContain(StandInAzure.SECRET);
      }
    }
    assertThat(learnt.everything())
        .contains("oauth2/v2.0/token")
        .doesNotContain(StandInAzure.SECRET)
        .doesNotContain(StandInAzure.SIGNATURE);
  }

  @Test
  void aWorkloadIdentitySignsInWithTheTokenInItsFile() throws IOException {
    var claims = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    claims.put("iss", "https://issuer.example").put("sub", "system:serviceaccount:a:b");
    Path file = folder.resolve("token");
    Files.writeString(file, StandInAzure.token("api://AzureADTokenExchange", claims));
    azure
        .data()
        .list("federatedIdentityCredentials")
        .addObject()
        .put("name", "pods")
        .put("issuer", "https://issuer.example")
        .put("subject", "system:serviceaccount:a:other")
        .putArray("audiences")
        .add("api://AzureADTokenExchange");
    Run run = run();
    run.machine()
        .variable("AZURE_CLIENT_ID", StandInAzure.CLIENT)
        .variable("AZURE_TENANT_ID", StandInAzure.TENANT)
        .variable("AZURE_FEDERATED_TOKEN_FILE", file.toString());
    Run.Learnt learnt = run.learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.one(io.github.acrdoctor.facts.FederatedCredential.class).matchesPresented())
        .isEqualTo(Answer.NO);
    assertThat(learnt.all(Credential.class))
        .anySatisfy(
            credential -> {
              assertThat(credential.kind()).isEqualTo("federated-assertion");
              assertThat(credential.expiresAt()).isAfter(Instant.now());
            });
    assertThat(learnt.everything()).doesNotContain(StandInAzure.SIGNATURE);
  }

  @Test
  void aVirtualMachineSignsInWithItsManagedIdentity() throws IOException {
    Run run = run();
    run.machine().metadata(azure.address("imds"));
    Run.Learnt learnt = run.learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.one(Identity.class).kind()).isEqualTo("managed-identity");
    assertThat(learnt.one(Environment.class).kind()).isEqualTo("virtual-machine");
    assertThat(learnt.everything()).doesNotContain(StandInAzure.SIGNATURE);
  }

  @Test
  void whoIsSignedInToTheAzureCliIsUsed() throws IOException {
    azure.az(folder.resolve("bin"), "AzureCloud");
    Run run = run();
    run.machine().variable("PATH", folder.resolve("bin").toString());
    Run.Learnt learnt = run.learn();

    AzureCli az = learnt.one(AzureCli.class);
    assertThat(az.version()).isEqualTo("2.67.0");
    assertThat(az.signedIn()).isEqualTo(Answer.YES);
    assertThat(az.cloud()).isEqualTo("AzureCloud");
    assertThat(learnt.one(Registry.class).inCurrentSubscription()).isEqualTo(Answer.YES);
    assertThat(learnt.one(Identity.class).name()).isEqualTo("dana@contoso.example");
    assertThat(learnt.one(Identity.class).kind()).isEqualTo("user");
    assertThat(learnt.everything()).doesNotContain(StandInAzure.SIGNATURE);
  }

  @Test
  void withNothingToSignInWithItSaysSoAtOnce() throws IOException {
    long begun = System.nanoTime();
    Run.Learnt learnt = run().learn();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    for (String fact : AzureCollector.SUPPLIES) {
      NotCollected missing = learnt.missing(fact).get(0);
      assertThat(missing.reason()).contains("nobody is signed in");
      assertThat(missing.right()).isEqualTo("az login, or --skip azure");
    }
    assertThat(learnt.one(AzureCli.class).installed()).isEqualTo(Answer.NO);
    assertThat(learnt.collected().texts()).isEmpty();
  }

  @Test
  void theTokenIsTradedWithTheRegistryAsAzAcrLoginDoes() throws IOException {
    try (StandInRegistry registry = StandInRegistry.start(StandInRegistry.certificate())) {
      azure.data().properties().put("loginServer", "localhost");
      Run run = run().signedIn().registry(registry.host()).trust(registry.caFile(folder));
      Run.Learnt learnt = run.learn();

      assertThat(registry.requests())
          .anyMatch(request -> request.getTarget().startsWith("/oauth2/exchange"));
      assertThat(learnt.all(HttpProbe.class))
          .anySatisfy(probe -> assertThat(probe.step()).isEqualTo("exchange"));
      assertThat(learnt.everything()).doesNotContain(StandInAzure.SIGNATURE);
    }
  }

  @Test
  void whoLogsInWithATokenOfTheRegistryTradesNothing() throws IOException {
    try (StandInRegistry registry = StandInRegistry.start(StandInRegistry.certificate())) {
      Run run = run().signedIn().registry(registry.host()).trust(registry.caFile(folder));
      run.login("ci-pull", "planted-password-1234").learn();

      assertThat(registry.requests()).isEmpty();
    }
  }

  @Test
  void noThreadThatIsLeftKeepsTheProcessAlive() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    run().signedIn().workspace("ws-1").learn();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread -> !before.contains(thread) && !thread.getName().contains("MockWebServer"))
        .allSatisfy(thread -> assertThat(thread.isDaemon()).as(thread.getName()).isTrue());
  }
}
