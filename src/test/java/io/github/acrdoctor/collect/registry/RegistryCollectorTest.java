package io.github.acrdoctor.collect.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.docker.Collecting;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Credential;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.Image;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.RepositoryAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCollectorTest {
  private static final String PASSWORD = "Pl4ntedPassw0rd+/=";
  private static final String APPLICATION = "33333333-aaaa-bbbb-cccc-000000000001";

  @TempDir private Path home;
  private StandInRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry =
        StandInRegistry.start(StandInRegistry.certificate())
            .user(APPLICATION, PASSWORD)
            .image("team/api", "1.0");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Collecting collecting(String image) throws IOException {
    return new Collecting(new TestMachine(home).build(), registry.host(), image)
        .trusting(registry.caFile(home));
  }

  private static List<String> steps(Collected collected) {
    return Collecting.facts(collected, HttpProbe.class).stream()
        .map(probe -> probe.step() + " " + probe.status())
        .toList();
  }

  private static List<String> rights(Collected collected) {
    return Collecting.facts(collected, RepositoryAccess.class).stream()
        .map(access -> access.action() + " " + access.granted())
        .toList();
  }

  private static List<String> reasons(Collected collected) {
    return Collecting.facts(collected, NotCollected.class).stream()
        .map(missing -> missing.fact() + ": " + missing.reason())
        .toList();
  }

  @Test
  void aLoginThatMayPullClimbsEveryStepAndLeavesNoErrorText() throws IOException {
    registry.allow(APPLICATION, "team/api", "pull", "metadata_read");
    Collecting collecting = collecting("team/api:1.0").as(APPLICATION, PASSWORD);
    Collected collected = collecting.run(new RegistryCollector());

    assertThat(steps(collected))
        .containsExactly(
            "challenge 401", "anonymous-token 401", "token 200", "manifest 200", "blob 307");
    assertThat(Collecting.facts(collected, HttpProbe.class))
        .allSatisfy(
            probe -> {
              assertThat(probe.registryAnswer()).isEqualTo(Answer.YES);
              assertThat(probe.viaProxy()).isEqualTo(Answer.NO);
              assertThat(probe.host()).isEqualTo(registry.host());
            });
    assertThat(rights(collected)).containsExactly("pull YES", "push NO", "delete NO");
    assertThat(Collecting.facts(collected, Identity.class))
        .extracting(Identity::kind, Identity::name)
        .containsExactly(tuple("service-principal", APPLICATION));
    assertThat(Collecting.facts(collected, Credential.class))
        .extracting(Credential::kind, Credential::accepted)
        .containsExactly(tuple("client-secret", Answer.YES));
    assertThat(Collecting.facts(collected, Image.class))
        .containsExactly(
            new Image(
                "team/api", "1.0", Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.UNKNOWN));
    assertThat(collecting.hosts()).containsExactly(registry.dataHost());
    assertThat(registry.dataRequests()).isEmpty();
    assertThat(collected.texts()).isEmpty();
    assertThat(reasons(collected)).isEmpty();
  }

  @Test
  void pushAndDeleteAreSeenWithoutBeingDone() throws IOException {
    registry.allow(APPLICATION, "team/api", "pull", "push", "delete");
    Collected collected =
        collecting("team/api:1.0").as(APPLICATION, PASSWORD).run(new RegistryCollector());
    assertThat(rights(collected)).containsExactly("pull YES", "push YES", "delete YES");
    assertThat(registry.requests()).allMatch(request -> request.getMethod().equals("GET"));
  }

  @Test
  void aLoginWithoutTheRightToPullGetsARefusalThatIsATextAndNoImage() throws IOException {
    Collected collected =
        collecting("team/api:1.0").as(APPLICATION, PASSWORD).run(new RegistryCollector());
    assertThat(steps(collected))
        .containsExactly("challenge 401", "anonymous-token 401", "token 200", "token 401");
    assertThat(rights(collected)).containsExactly("pull NO", "push NO", "delete NO");
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).contains("authentication required"));
    assertThat(reasons(collected)).containsExactly("image: no token that may pull it could be had");
  }

  @Test
  void aWrongPasswordOfAnApplicationIsATextBecauseAMissingRoleGetsTheSameStatus()
      throws IOException {
    Collected collected =
        collecting("team/api").as(APPLICATION, "wrong-Passw0rd").run(new RegistryCollector());
    assertThat(Collecting.facts(collected, Credential.class))
        .extracting(Credential::accepted)
        .containsExactly(Answer.UNKNOWN);
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).contains("Invalid clientid"));
    assertThat(reasons(collected))
        .contains("repositoryAccess: the registry did not accept the login");
  }

  @Test
  void aWrongPasswordOfARepositoryTokenIsNotAccepted() throws IOException {
    Collected collected =
        collecting(null).as("ci-pull", "wrong-Passw0rd").run(new RegistryCollector());
    assertThat(Collecting.facts(collected, Credential.class))
        .extracting(Credential::kind, Credential::owner, Credential::accepted)
        .containsExactly(tuple("repository-token-password", "ci-pull", Answer.NO));
  }

  @Test
  void withoutALoginWhatAnybodyMayPullIsLookedAt() throws IOException {
    registry.allow(StandInRegistry.ANYBODY, "team/api", "pull");
    Collected collected = collecting("team/api:1.0").run(new RegistryCollector());
    assertThat(steps(collected))
        .containsExactly("challenge 401", "anonymous-token 200", "manifest 200", "blob 307");
    assertThat(reasons(collected))
        .contains("repositoryAccess: no credential for this registry is stored or given");
    assertThat(Collecting.facts(collected, Identity.class)).isEmpty();
  }

  @Test
  void aMissingTagIsAFactAndAText() throws IOException {
    registry.allow(APPLICATION, "team/api", "pull");
    Collected collected =
        collecting("team/api:2.0").as(APPLICATION, PASSWORD).run(new RegistryCollector());
    assertThat(Collecting.facts(collected, Image.class))
        .extracting(Image::exists)
        .containsExactly(Answer.NO);
    assertThat(Collecting.facts(collected, HttpProbe.class))
        .filteredOn(probe -> probe.step().equals("manifest"))
        .extracting(HttpProbe::status, HttpProbe::code)
        .containsExactly(tuple(404, "MANIFEST_UNKNOWN"));
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).contains("is not found"));
  }

  @Test
  void aLockedImageIsSeen() throws IOException {
    registry
        .allow(APPLICATION, "team/api", "pull", "metadata_read")
        .lock("team/api", "1.0", "\"writeEnabled\":false,\"deleteEnabled\":true");
    Collected collected =
        collecting("team/api:1.0").as(APPLICATION, PASSWORD).run(new RegistryCollector());
    assertThat(Collecting.facts(collected, Image.class))
        .extracting(Image::writeEnabled, Image::deleteEnabled, Image::readEnabled)
        .containsExactly(tuple(Answer.NO, Answer.YES, Answer.UNKNOWN));
  }

  @Test
  void anImageForOtherMachinesOnlyDoesNotMatch() throws IOException {
    registry
        .allow(APPLICATION, "team/api", "pull")
        .index("team/api", "other", "linux/s390x", "plan9/amd64")
        .index("team/api", "all", "linux/amd64", "linux/arm64", "linux/s390x", "linux/386");
    Collected other =
        collecting("team/api:other").as(APPLICATION, PASSWORD).run(new RegistryCollector());
    Collected all =
        collecting("team/api:all").as(APPLICATION, PASSWORD).run(new RegistryCollector());
    assertThat(Collecting.facts(other, Image.class))
        .extracting(Image::platformMatches)
        .containsExactly(Answer.NO);
    assertThat(Collecting.facts(all, Image.class))
        .extracting(Image::platformMatches)
        .containsExactly(Answer.YES);
    assertThat(steps(all)).endsWith("blob 307");
  }

  @Test
  void aStoredRefreshTokenIsTradedAsDockerDoesIt() throws IOException {
    registry.allow("dana", "team/api", "pull");
    String auth = base64(StandInRegistry.NOBODY + ":");
    config(
        "{\"auths\":{\"%s\":{\"auth\":\"%s\",\"identitytoken\":\"%s\"}}}"
            .formatted(registry.host(), auth, registry.refreshToken("dana")));
    Collected collected = collecting("team/api:1.0").run(new RegistryCollector());
    assertThat(rights(collected)).startsWith("pull YES");
    assertThat(Collecting.facts(collected, Credential.class))
        .singleElement()
        .satisfies(
            credential -> {
              assertThat(credential.kind()).isEqualTo("registry-token");
              assertThat(credential.usedWithUser()).isEqualTo(StandInRegistry.NOBODY);
              assertThat(credential.audience()).isEqualTo(registry.host());
              assertThat(credential.accepted()).isEqualTo(Answer.YES);
              assertThat(credential.expiresAt()).isNotNull();
            });
    assertThat(Collecting.facts(collected, Identity.class))
        .extracting(Identity::kind)
        .containsOnlyNulls();
  }

  @Test
  void anEntraTokenIsTradedForRights() throws IOException {
    registry.entra("Entr4Token.Secret.Value", "dana").allow("dana", "team/api", "pull", "push");
    Collected collected =
        collecting("team/api:1.0")
            .run(
                (context, notebook) ->
                    assertThat(
                            RegistryTokens.asEntra(
                                context, notebook, "Entr4Token.Secret.Value", "tenant"))
                        .isEqualTo(Answer.YES));
    assertThat(steps(collected)).containsExactly("exchange 200", "token 200");
    assertThat(rights(collected)).containsExactly("pull YES", "push YES", "delete NO");
    assertThat(collected.toString()).doesNotContain("Entr4Token");
  }

  @Test
  void anEntraTokenWithoutAnyRightIsRefusedWithAText() throws IOException {
    Collected collected =
        collecting("team/api:1.0")
            .run(
                (context, notebook) ->
                    assertThat(RegistryTokens.asEntra(context, notebook, "unknown-token", null))
                        .isEqualTo(Answer.NO));
    assertThat(steps(collected)).containsExactly("exchange 401");
    assertThat(collected.texts()).hasSize(1);
  }

  private void config(String json) throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve(".docker")).resolve("config.json"), json);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
