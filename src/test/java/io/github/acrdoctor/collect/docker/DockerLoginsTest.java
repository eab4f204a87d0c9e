package io.github.acrdoctor.collect.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.StandInCodec;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.CredentialHelper;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.StoredLogin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Logins in files and in helpers, which are shell scripts that answer as the real ones do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs of the test are shell scripts")
class DockerLoginsTest {
  private static final String REGISTRY = "contoso.azurecr.io";
  private static final String CLIENT =
      "\"Client\":{\"Version\":\"28.2.2\",\"ApiVersion\":\"1.50\",\"Context\":\"default\"}";
  private static final String SECRET = "Pl4ntedPassw0rd";

  @TempDir private Path home;
  private Path programs;

  @BeforeEach
  void folder() throws IOException {
    programs = Files.createDirectories(home.resolve("bin"));
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void dockerPrints(String json, String error, int exit) throws IOException {
    program("docker", "echo '" + json + "'\necho '" + error + "' >&2\nexit " + exit);
  }

  private void config(String json) throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve(".docker")).resolve("config.json"), json);
  }

  private TestMachine machine() {
    return new TestMachine(home).variable("PATH", programs + ":/usr/bin:/bin");
  }

  private Collected collect() {
    return collect(new TestMachine(home).variable("PATH", programs.toString()).build());
  }

  private static Collected collect(Machine machine) {
    return new Collecting(machine, REGISTRY, null).run(new DockerCollector());
  }

  private static String basic(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theStoredLoginIsNamedWithoutItsSecret() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    config(
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"},\"other.example\":{\"auth\":\"%s\"},"
                .formatted(REGISTRY, basic("dana", SECRET), basic("eve", SECRET))
            + "\"Contoso.azurecr.cn\":{\"auth\":\"%s\"}}}".formatted(basic("kim", SECRET)));
    Collected collected = collect();
    assertThat(Collecting.facts(collected, StoredLogin.class))
        .extracting(StoredLogin::registry, StoredLogin::user)
        .containsExactlyInAnyOrder(tuple(REGISTRY, "dana"), tuple("Contoso.azurecr.cn", "kim"));
    assertNoSecret(collected);
  }

  @Test
  void aStoredTokenSaysForWhomItWasMadeAndUntilWhen() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    String token =
        "e30."
            + StandInCodec.base64(
                "{\"iss\":\"Azure Container Registry\",\"aud\":\"old.azurecr.io\","
                    + "\"exp\":1700000000}")
            + "."
            + SECRET;
    config(
        "{\"auths\":{\"%s\":{\"auth\":\"%s\",\"identitytoken\":\"%s\"}}}"
            .formatted(REGISTRY, basic(StandInRegistry.NOBODY, ""), token));
    Collected collected = collect();
    assertThat(Collecting.facts(collected, StoredLogin.class))
        .containsExactly(
            new StoredLogin(
                REGISTRY,
                StandInRegistry.NOBODY,
                null,
                "old.azurecr.io",
                Instant.ofEpochSecond(1_700_000_000)));
    assertNoSecret(collected);
  }

  @Test
  void aHelperThatIsMissingIsReportedAsNotInstalled() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    config("{\"credsStore\":\"desktop\",\"credHelpers\":{\"gcr.example\":\"gcloud\"}}");
    assertThat(Collecting.facts(collect(), CredentialHelper.class))
        .containsExactly(new CredentialHelper("desktop", null, Answer.NO, Answer.UNKNOWN));
  }

  @Test
  void aHelperThatNamesAPathIsNotRun() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    Files.createDirectory(programs.resolve("docker-credential-x"));
    program("evil", "touch " + home.resolve("ran"));
    config("{\"credsStore\":\"x/../evil\"}");
    Collected collected = collect();
    assertThat(Collecting.facts(collected, CredentialHelper.class))
        .extracting(CredentialHelper::installed)
        .containsExactly(Answer.NO);
    assertThat(home.resolve("ran")).doesNotExist();
  }

  @Test
  void aHelperThatWorksTellsTheUserAndNothingElse() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    program(
        "docker-credential-test",
        "if [ \"$1\" = list ]; then echo '{\""
            + REGISTRY
            + "\":\"dana\",\"x.example\":\"eve\"}'\n"
            + "else echo '{\"ServerURL\":\""
            + REGISTRY
            + "\",\"Username\":\"dana\",\"Secret\":\""
            + SECRET
            + "\"}'\nfi");
    config("{\"credHelpers\":{\"" + REGISTRY + "\":\"test\"}}");
    Collected collected = collect();
    assertThat(Collecting.facts(collected, CredentialHelper.class))
        .containsExactly(new CredentialHelper("test", REGISTRY, Answer.YES, Answer.YES));
    assertThat(Collecting.facts(collected, StoredLogin.class))
        .containsExactly(new StoredLogin(REGISTRY, "dana", null, null, null));
    assertNoSecret(collected);
    assertThat(collected.asked().toString()).contains("docker-credential-test list");
  }

  @Test
  void aHelperThatFailsDoesNotWorkAndItsOutputIsNotKept() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    program("docker-credential-test", "echo " + SECRET + "; echo " + SECRET + " >&2; exit 1");
    config("{\"credsStore\":\"test\"}");
    Collected collected = collect();
    assertThat(Collecting.facts(collected, CredentialHelper.class))
        .containsExactly(new CredentialHelper("test", null, Answer.YES, Answer.NO));
    assertNoSecret(collected);
  }

  @Test
  void aHelperThatHangsDoesNotWorkAndDoesNotStopTheRest() throws IOException {
    dockerPrints("{" + CLIENT + "}", "", 0);
    program("docker-credential-test", "exec sleep 60");
    config("{\"credsStore\":\"test\"}");
    Instant since = Instant.now();
    Collected collected = collect(machine().build());
    assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(9));
    assertThat(Collecting.facts(collected, CredentialHelper.class))
        .containsExactly(new CredentialHelper("test", null, Answer.YES, Answer.NO));
    assertThat(Collecting.facts(collected, DockerClient.class)).hasSize(1);
  }

  @Test
  void podmansLoginsAreFoundWhereThereIsNoDocker() throws IOException {
    program("podman", "exit 0");
    Path file = home.resolve("auth.json");
    Files.writeString(
        file, "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(REGISTRY, basic("dana", SECRET)));
    Collected collected =
        collect(
            new TestMachine(home)
                .variable("PATH", programs.toString())
                .variable("REGISTRY_AUTH_FILE", file.toString())
                .build());
    assertThat(Collecting.facts(collected, StoredLogin.class)).hasSize(1);
    assertThat(Collecting.facts(collected, DockerConfig.class)).isEmpty();
  }

  private static void assertNoSecret(Collected collected) {
    assertThat(collected.facts() + " " + collected.texts() + " " + collected.asked())
        .doesNotContain(SECRET)
        .doesNotContain(basic("dana", SECRET));
  }
}
