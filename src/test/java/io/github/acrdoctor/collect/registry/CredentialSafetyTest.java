package io.github.acrdoctor.collect.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.StandInCodec;
import io.github.acrdoctor.collect.StandInFaults;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.docker.Collecting;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.NotCollected;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSafetyTest {
  private static final String PASSWORD = "Pl4nted/Passw0rd+==";

  @TempDir private Path home;
  private StandInRegistry registry;
  private StandInRegistry other;

  @BeforeEach
  void start() throws IOException {
    registry =
        StandInRegistry.start(StandInRegistry.certificate())
            .user("ci-pull", PASSWORD)
            .allow("ci-pull", "team/api", "pull", "push", "metadata_read")
            .image("team/api", "1.0");
    other = StandInRegistry.start(StandInRegistry.certificate());
  }

  @AfterEach
  void stop() {
    registry.close();
    other.close();
  }

  private Collected collect() throws IOException {
    return collecting().run(new RegistryCollector());
  }

  private Collecting collecting() throws IOException {
    return new Collecting(new TestMachine(home).build(), registry.host(), "team/api:1.0")
        .trusting(registry.caFile(home))
        .as("ci-pull", PASSWORD);
  }

  private static boolean carriesCredential(RecordedRequest request) {
    boolean form = request.getBody() != null && request.getBody().size() > 0;
    return request.getHeaders().get("Authorization") != null || form;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://OTHER/oauth2/token",
        "http://SELF/oauth2/token",
        "https://SELF/token",
        "https://SELF/oauth2/token/",
        "https://SELF@OTHER/oauth2/token",
        "https://localhost/oauth2/token",
        "//OTHER/oauth2/token",
        "not an address"
      })
  void noCredentialIsSentWhenTokensComeFromAnywhereElse(String realm) throws IOException {
    String named = realm.replace("SELF", registry.host()).replace("OTHER", other.host());
    registry.fault("challenge", StandInFaults.realm(named, registry.host()));
    Collected collected = collect();
    assertThat(registry.requests()).noneMatch(CredentialSafetyTest::carriesCredential);
    assertThat(other.requests()).isEmpty();
    assertThat(Collecting.facts(collected, HttpProbe.class))
        .extracting(HttpProbe::registryAnswer)
        .containsExactly(Answer.NO);
    assertThat(Collecting.facts(collected, NotCollected.class))
        .extracting(NotCollected::reason)
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason)
                    .startsWith("the registry names ")
                    .endsWith(": no credential was sent"));
  }

  @Test
  void noEntraTokenIsSentWhenTokensComeFromAnywhereElse() throws IOException {
    registry.fault(
        "challenge",
        StandInFaults.realm("https://" + other.host() + "/oauth2/token", registry.host()));
    collecting()
        .run(
            (context, notebook) ->
                assertThat(RegistryTokens.asEntra(context, notebook, PASSWORD, null))
                    .isEqualTo(Answer.UNKNOWN));
    assertThat(registry.requests()).noneMatch(CredentialSafetyTest::carriesCredential);
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void noCredentialIsSentWhenTheChallengeIsForAnotherService() throws IOException {
    registry.fault(
        "challenge",
        StandInFaults.realm("https://" + registry.host() + "/oauth2/token", "contoso.azurecr.io"));
    collect();
    assertThat(registry.requests()).noneMatch(CredentialSafetyTest::carriesCredential);
  }

  @Test
  void noCredentialIsSentWhenTheFirstAnswerIsNoChallenge() throws IOException {
    registry.fault("challenge", StandInFaults.error(503, "UNKNOWN", "later"));
    Collected collected = collect();
    assertThat(registry.requests()).noneMatch(CredentialSafetyTest::carriesCredential);
    assertThat(Collecting.facts(collected, NotCollected.class))
        .extracting(NotCollected::reason)
        .containsExactly(
            "the registry did not say where its tokens come from: no credential was sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "manifest", "blob", "metadata"})
  void noCredentialFollowsARedirect(String step) throws IOException {
    registry.fault(step, StandInFaults.redirect("https://" + other.host() + "/v2/"));
    collect();
    assertThat(other.requests()).isEmpty();
    assertThat(registry.requests()).anyMatch(CredentialSafetyTest::carriesCredential);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "manifest", "blob", "metadata"})
  void aServerThatEchoesWhatItIsSentPutsNoSecretIntoAnything(String step) throws IOException {
    registry.fault(step, StandInFaults.echo(401));
    Collected collected = collect();
    assertThat(registry.requests()).anyMatch(CredentialSafetyTest::carriesCredential);
    assertNoSecret(collected);
  }

  @Test
  void aServerThatEchoesATokenOfEntraPutsItIntoNothing() throws IOException {
    registry.fault("exchange", StandInFaults.echo(401));
    Collected collected =
        collecting()
            .run(
                (context, notebook) ->
                    assertThat(RegistryTokens.asEntra(context, notebook, PASSWORD, null))
                        .isEqualTo(Answer.NO));
    assertNoSecret(collected);
    assertThat(collected.texts()).hasSize(1);
  }

  @Test
  void neitherPasswordNorTokenNorSignedLinkIsWrittenDown() throws IOException {
    Collected collected = collect();
    assertNoSecret(collected);
    assertThat(everything(collected)).doesNotContain("S1gnedL1nk").doesNotContain("eyJ");
    assertThat(collected.asked())
        .extracting(Asked::what)
        .anyMatch(what -> what.contains("/blobs/"));
  }

  private static String everything(Collected collected) {
    return collected.facts() + " " + collected.texts() + " " + collected.asked();
  }

  private void assertNoSecret(Collected collected) {
    String basic =
        Base64.getEncoder()
            .encodeToString(("ci-pull:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    assertThat(everything(collected))
        .doesNotContain(PASSWORD)
        .doesNotContain(basic)
        .doesNotContain(URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))
        .doesNotContain(StandInCodec.base64("signature"));
  }
}
