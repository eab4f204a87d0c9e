package io.github.acrdoctor.collect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInAzure.Fault;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.TcpProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  @TempDir Path folder;
  private final StandInAzure azure = new StandInAzure("contoso", "contoso.azurecr.io");

  @AfterEach
  void stop() {
    azure.close();
  }

  private Run run() {
    return new Run(azure, folder);
  }

  /** A program az that does what a script says. */
  private Run withAz(String script) throws IOException {
    Path az = Files.createDirectories(folder.resolve("bin")).resolve("az");
    Files.writeString(az, "#!/bin/sh\ncase \"$1 $2\" in\n" + script + "\nesac\n");
    assertThat(az.toFile().setExecutable(true)).isTrue();
    Run run = run();
    run.machine().variable("PATH", folder.resolve("bin").toString());
    return run;
  }

  @Test
  void anExpiredSecretIsShownInTheWordsOfEntra() throws IOException {
    azure.refuseSignIn("invalid_client", "AADSTS7000222: The provided client secret keys expired.");
    Run.Learnt learnt = run().signedIn().learn();

    assertThat(learnt.texts()).contains("Entra ID").contains("AADSTS7000222");
    Credential secret = learnt.one(Credential.class);
    assertThat(secret.kind()).isEqualTo("client-secret");
    assertThat(secret.owner()).isEqualTo(StandInAzure.CLIENT);
    assertThat(secret.accepted()).isEqualTo(Answer.NO);
    assertThat(learnt.one(Identity.class).signedIn()).isEqualTo(Answer.NO);
    assertThat(learnt.missing("registry").get(0).right()).contains("az login");
    assertThat(learnt.all(Registry.class)).isEmpty();
    assertThat(learnt.everything()).doesNotContain(StandInAzure.SECRET);
  }

  @Test
  void anApplicationThatIsUnknownSaysNothingAboutItsSecret() throws IOException {
    azure.refuseSignIn("unauthorized_client", "AADSTS700016: Application was not found.");
    Run.Learnt learnt = run().signedIn().learn();

    assertThat(learnt.texts()).contains("AADSTS700016");
    assertThat(learnt.all(Credential.class)).isEmpty();
  }

  @Test
  void aRefusedSecretDoesNotKeepTheAzureCliFromBeingUsed() throws IOException {
    azure.refuseSignIn("invalid_client", "AADSTS7000215: Invalid client secret provided.");
    azure.az(folder.resolve("bin"), "AzureCloud");
    Run run = run().signedIn();
    run.machine().variable("PATH", folder.resolve("bin").toString());
    Run.Learnt learnt = run.learn();

    assertThat(learnt.texts()).contains("AADSTS7000215");
    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
  }

  @Test
  void anEntraThatDoesNotAnswerIsProbed() throws IOException {
    azure.fault("entra/", Fault.HANG);
    Run.Learnt learnt = run().signedIn().limit(Duration.ofMillis(700)).learn();

    assertThat(learnt.missing("registry").get(0).reason()).contains("no answer");
    assertThat(learnt.all(TcpProbe.class))
        .anySatisfy(probe -> assertThat(probe.role()).isEqualTo("entra"));
    assertThat(learnt.collected().texts()).isEmpty();
  }

  @Test
  void aPageInPlaceOfATokenIsNoSignIn() throws IOException {
    azure.fault("entra/", Fault.HTML);
    Run.Learnt learnt = run().signedIn().learn();

    assertThat(learnt.missing("registry").get(0).reason()).contains("AZURE_CLIENT_SECRET");
    assertThat(learnt.all(Registry.class)).isEmpty();
  }

  @Test
  void anApplicationSignsInWithACertificate() throws IOException {
    HeldCertificate own = new HeldCertificate.Builder().rsa2048().commonName("app").build();
    Path pem = folder.resolve("app.pem");
    Files.writeString(pem, own.privateKeyPkcs8Pem() + own.certificatePem());
    Run run = run();
    run.machine()
        .variable("AZURE_CLIENT_ID", StandInAzure.CLIENT)
        .variable("AZURE_TENANT_ID", StandInAzure.TENANT)
        .variable("AZURE_CLIENT_CERTIFICATE_PATH", pem.toString());
    Run.Learnt learnt = run.learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.all(Credential.class))
        .anySatisfy(
            credential -> {
              assertThat(credential.kind()).isEqualTo("certificate");
              assertThat(credential.accepted()).isEqualTo(Answer.YES);
            });
  }

  @Test
  void aCertificateFileThatIsNotThereIsSaid() throws IOException {
    Run run = run();
    run.machine()
        .variable("AZURE_CLIENT_ID", StandInAzure.CLIENT)
        .variable("AZURE_TENANT_ID", StandInAzure.TENANT)
        .variable("AZURE_CLIENT_CERTIFICATE_PATH", folder.resolve("none.pem").toString());

    assertThat(run.learn().missing("registry").get(0).reason())
        .contains("AZURE_CLIENT_CERTIFICATE_PATH");
  }

  @Test
  void anAzureCliWithNobodySignedInIsNoErrorText() throws IOException {
    Run.Learnt learnt =
        withAz(
                "version*) echo '{\"azure-cli\":\"2.50.0\"}';;\n"
                    + "*) echo 'ERROR: sign in' >&2; exit 1;;")
            .learn();

    AzureCli az = learnt.one(AzureCli.class);
    assertThat(az.installed()).isEqualTo(Answer.YES);
    assertThat(az.version()).isEqualTo("2.50.0");
    assertThat(az.signedIn()).isEqualTo(Answer.NO);
    assertThat(learnt.collected().texts()).isEmpty();
  }

  @Test
  void anAzureCliThatDoesNotWorkIsQuoted() throws IOException {
    Run.Learnt learnt = withAz("*) echo 'ModuleNotFoundError: no azure' >&2; exit 1;;").learn();

    assertThat(learnt.one(AzureCli.class).signedIn()).isEqualTo(Answer.UNKNOWN);
    assertThat(learnt.texts()).contains("ModuleNotFoundError");
  }

  @Test
  void aSessionOfTheAzureCliThatEntraRefusesIsShown() throws IOException {
    Run.Learnt learnt =
        withAz(
                "version*) echo '{\"azure-cli\":\"2.67.0\"}';;\n"
                    + "*show*) echo '{\"id\":\"s\",\"tenantId\":\"t\",\"user\":"
                    + "{\"name\":\"dana@contoso.example\",\"type\":\"user\"}}';;\n"
                    + "*) echo 'AADSTS50173: The provided grant has expired' >&2; exit 1;;")
            .learn();

    assertThat(learnt.one(AzureCli.class).signedIn()).isEqualTo(Answer.YES);
    assertThat(learnt.texts()).contains("az account get-access-token").contains("AADSTS50173");
    Identity identity = learnt.one(Identity.class);
    assertThat(identity.kind()).isEqualTo("user");
    assertThat(identity.name()).isEqualTo("dana@contoso.example");
    assertThat(identity.signedIn()).isEqualTo(Answer.NO);
  }

  @Test
  void aMachineWithoutAnIdentityIsSaidWhenNothingElseIsThere() throws IOException {
    azure.answer(
        "/metadata/identity",
        400,
        "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");
    Run run = run();
    run.machine().metadata(azure.address("imds"));
    Run.Learnt learnt = run.learn();

    assertThat(learnt.texts()).contains("instance metadata service").contains("Identity not found");
    assertThat(learnt.one(Identity.class).kind()).isEqualTo("managed-identity");
    assertThat(learnt.one(Identity.class).signedIn()).isEqualTo(Answer.NO);
  }

  @Test
  void anAppSignsInThroughTheEndpointThatItsEnvironmentNames() throws IOException {
    var claims = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    claims.put("oid", StandInAzure.OBJECT).put("xms_mirid", "/subscriptions/s/app");
    String token = StandInAzure.token(azure.address("arm"), claims);
    azure.answer("imds/msi/token", 200, "{\"access_token\":\"" + token + "\"}");
    Run run = run();
    run.machine()
        .variable("IDENTITY_ENDPOINT", azure.address("imds") + "/msi/token")
        .variable("IDENTITY_HEADER", "planted-identity-header");
    Run.Learnt learnt = run.learn();

    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.one(Identity.class).kind()).isEqualTo("managed-identity");
    assertThat(learnt.everything())
        .doesNotContain(StandInAzure.SIGNATURE)
        .doesNotContain("planted-identity-header");
  }

  @Test
  void theEndOfACertificateIsReadFromItsFile() throws IOException {
    HeldCertificate own =
        new HeldCertificate.Builder()
            .validityInterval(1_600_000_000_000L, 1_700_000_000_000L)
            .build();
    Path pem = folder.resolve("app.pem");
    Files.writeString(pem, own.privateKeyPkcs8Pem() + own.certificatePem());
    Run run = run();
    run.machine().variable("AZURE_CLIENT_CERTIFICATE_PATH", pem.toString());
    Credential certificate = run.learn().one(Credential.class);

    assertThat(certificate.kind()).isEqualTo("certificate");
    assertThat(certificate.expiresAt().getEpochSecond()).isEqualTo(1_700_000_000L);
  }

  @Test
  void whoIsSignedInToTheAzureCliCanTellWhyASecretIsRefused() throws IOException {
    azure.refuseSignIn("invalid_client", "AADSTS7000222: The provided client secret keys expired.");
    azure.az(folder.resolve("bin"), "AzureCloud");
    azure
        .data()
        .application()
        .withArray("passwordCredentials")
        .addObject()
        .put("hint", StandInAzure.SECRET.substring(0, 3))
        .put("endDateTime", "2025-01-01T00:00:00Z");
    Run run = run().signedIn();
    run.machine().variable("PATH", folder.resolve("bin").toString());

    assertThat(run.learn().all(Credential.class))
        .anySatisfy(
            one -> {
              assertThat(one.kind()).isEqualTo("client-secret");
              assertThat(one.accepted()).isEqualTo(Answer.NO);
              assertThat(one.expiresAt()).isEqualTo("2025-01-01T00:00:00Z");
            });
  }

  @Test
  void anAzureCliThatHangsHoldsNothingElseUp() throws IOException {
    Run run = withAz("*) exec /bin/sleep 60;;").signedIn().limit(Duration.ofSeconds(1));
    long begun = System.nanoTime();
    Run.Learnt learnt = run.learn();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    assertThat(learnt.one(Registry.class).exists()).isEqualTo(Answer.YES);
    assertThat(learnt.missing("azureCli").get(0).reason()).contains("no answer");
  }

  @Test
  void aRefusedSignInOfAnotherIdentityIsNotTheClients() throws IOException {
    azure.refuseSignIn("invalid_client", "AADSTS7000215: Invalid client secret provided.");
    Run.Learnt learnt = run().signedIn().login("ci-pull", "planted-password-1234").learn();

    assertThat(learnt.all(Identity.class)).isEmpty();
    assertThat(learnt.everything()).doesNotContain("planted-password-1234");
  }
}
