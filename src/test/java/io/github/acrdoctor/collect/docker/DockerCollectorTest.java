package io.github.acrdoctor.collect.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.StandInCodec;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Proxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * With programs of its own in the place of docker: shell scripts that answer as the real ones do.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs of the test are shell scripts")
class DockerCollectorTest {
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

  @Test
  void aMachineWithoutDockerHasNoFurtherFacts() throws IOException {
    config("{\"credsStore\":\"desktop\"}");
    Collected collected = collect();
    assertThat(collected.facts()).containsExactly(new DockerClient(Answer.NO, null, null, null));
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void anEngineThatAnswersIsDescribedWithItsProxy() throws IOException {
    program(
        "docker",
        "if [ \"$1\" = info ]; then\n"
            + "echo '{\"HttpsProxy\":\"http://dana:xxxxx@proxy.example:3128\","
            + "\"NoProxy\":\"localhost, .internal\"}'\nelse echo '{"
            + CLIENT
            + ",\"Server\":{\"Version\":\"27.0.1\",\"MinAPIVersion\":\"1.24\","
            + "\"Platform\":{\"Name\":\"Docker Engine - Community\"}}}'\nfi");
    Collected collected = collect();
    assertThat(Collecting.facts(collected, DockerClient.class))
        .containsExactly(new DockerClient(Answer.YES, "28.2.2", "1.50", "docker"));
    assertThat(Collecting.facts(collected, DockerDaemon.class))
        .singleElement()
        .satisfies(
            daemon -> {
              assertThat(daemon.reachable()).isEqualTo(Answer.YES);
              assertThat(daemon.permitted()).isEqualTo(Answer.YES);
              assertThat(daemon.version()).isEqualTo("27.0.1");
              assertThat(daemon.minApiVersion()).isEqualTo("1.24");
              assertThat(daemon.desktop()).isEqualTo(Answer.NO);
            });
    assertThat(Collecting.facts(collected, Proxy.class))
        .extracting(Proxy::scope, Proxy::url, Proxy::noProxy)
        .containsExactly(
            tuple("daemon", "http://proxy.example:3128", List.of("localhost", ".internal")));
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void anEngineThatIsNotThereIsAFactAndWhatDockerSaysIsAText() throws IOException {
    dockerPrints("{" + CLIENT + ",\"Server\":null}", "Cannot connect to the engine", 1);
    Collected collected =
        collect(machine().variable("DOCKER_HOST", "unix://" + home.resolve("none.sock")).build());
    assertThat(Collecting.facts(collected, DockerDaemon.class))
        .extracting(DockerDaemon::reachable, DockerDaemon::permitted, DockerDaemon::endpoint)
        .containsExactly(tuple(Answer.NO, Answer.UNKNOWN, "unix://" + home.resolve("none.sock")));
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).startsWith("Cannot connect"));
  }

  @Test
  void aSocketThatRefusesThisUserIsToldByItsFile() throws IOException {
    dockerPrints("{" + CLIENT + ",\"Server\":null}", "no", 1);
    Path socket = Files.createFile(home.resolve("docker.sock"));
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isWritable(socket), "this user may use any file: it is root");
    Collected collected = collect(machine().variable("DOCKER_HOST", "unix://" + socket).build());
    assertThat(Collecting.facts(collected, DockerDaemon.class))
        .extracting(DockerDaemon::reachable, DockerDaemon::permitted)
        .containsExactly(tuple(Answer.UNKNOWN, Answer.NO));
  }

  @Test
  void aContextNamesItsEngineWithoutAPassword() throws IOException {
    dockerPrints("{}", "", 1);
    config("{\"currentContext\":\"far\"}");
    // The folder is the SHA-256 of the name.
    Path folder = home.resolve(".docker/contexts/meta").resolve(sha256("far"));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("meta.json"),
        "{\"Endpoints\":{\"docker\":{\"Host\":\"ssh://dana:" + SECRET + "@far.example\"}}}");
    Collected collected = collect(machine().build());
    assertThat(Collecting.facts(collected, DockerDaemon.class))
        .extracting(DockerDaemon::context, DockerDaemon::endpoint)
        .containsExactly(tuple("far", "ssh://dana@far.example"));
  }

  private static String sha256(String text) {
    return StandInCodec.digest(text).substring("sha256:".length());
  }

  @Test
  void aClientThatHangsIsLeftAlone() throws IOException {
    program("docker", "exec sleep 60");
    Instant since = Instant.now();
    Collected collected = collect(machine().build());
    assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(9));
    assertThat(Collecting.facts(collected, DockerClient.class))
        .containsExactly(new DockerClient(Answer.YES, null, null, null));
    assertThat(Collecting.facts(collected, DockerDaemon.class))
        .extracting(DockerDaemon::reachable)
        .containsExactly(Answer.NO);
  }

  @Test
  void aClientThatCannotBeRunIsAReason() throws IOException {
    Files.writeString(programs.resolve("docker"), "#!/no/such/interpreter\n");
    Files.setPosixFilePermissions(
        programs.resolve("docker"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Collected collected = collect();
    assertThat(Collecting.facts(collected, DockerClient.class))
        .containsExactly(new DockerClient(Answer.YES, null, null, null));
    assertThat(Collecting.facts(collected, NotCollected.class))
        .extracting(NotCollected::fact)
        .containsExactly("dockerDaemon");
  }

  @Test
  void podmanInThePlaceOfDockerIsToldByItsFields() throws IOException {
    dockerPrints(
        "{\"Client\":{\"APIVersion\":\"4.3.1\",\"Version\":\"4.3.1\",\"OsArch\":\"linux/amd64\"}}",
        "Emulate Docker CLI using podman.",
        0);
    Collected collected = collect();
    assertThat(Collecting.facts(collected, DockerClient.class))
        .containsExactly(new DockerClient(Answer.YES, "4.3.1", "4.3.1", "podman"));
    assertThat(Collecting.facts(collected, DockerDaemon.class)).isEmpty();
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void nerdctlInThePlaceOfDockerIsToldByItsLink() throws IOException {
    program("nerdctl", "echo '{\"Client\":{\"Version\":\"v1.7.6\"}}'");
    Files.createSymbolicLink(programs.resolve("docker"), programs.resolve("nerdctl"));
    assertThat(Collecting.facts(collect(), DockerClient.class))
        .extracting(DockerClient::flavour)
        .containsExactly("nerdctl");
  }

  @Test
  void aBrokenConfigurationIsAFactAndDockersWarningIsAText() throws IOException {
    config("{ broken");
    dockerPrints("{" + CLIENT + ",\"Server\":null}", "WARNING: Error parsing config file", 1);
    Collected collected = collect();
    assertThat(Collecting.facts(collected, DockerConfig.class))
        .containsExactly(
            new DockerConfig(home.resolve(".docker/config.json").toString(), Answer.NO, null));
    assertThat(collected.texts()).hasSize(1);
  }
}
