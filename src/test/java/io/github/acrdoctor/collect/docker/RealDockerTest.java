package io.github.acrdoctor.collect.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.StoredLogin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With the docker client of this machine, and engines that are not there, hang or refuse. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "engines of the test listen on unix sockets")
class RealDockerTest {
  private static final String SECRET = "Pl4ntedPassw0rd";

  @TempDir private Path home;

  @BeforeEach
  void onlyWithDocker() {
    Path docker = machine().build().programs().find("docker");
    assumeTrue(docker != null, "no docker client on this machine");
  }

  private TestMachine machine() {
    String path = System.getenv().getOrDefault("PATH", "");
    return new TestMachine(home).variable("PATH", home.resolve("bin") + ":" + path);
  }

  private Collected collect(String engine) {
    Machine machine = machine().variable("DOCKER_HOST", engine).build();
    return new Collecting(machine, "contoso.azurecr.io", null).run(new DockerCollector());
  }

  private void config(String json) throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve(".docker")).resolve("config.json"), json);
  }

  private static DockerDaemon daemon(Collected collected) {
    assumeTrue(
        Collecting.facts(collected, DockerClient.class).stream()
            .allMatch(client -> "docker".equals(client.flavour())),
        "what answers to the name docker is something else here");
    return Collecting.facts(collected, DockerDaemon.class).get(0);
  }

  @Test
  void aSocketThatIsNotThereIsAnEngineThatDoesNotAnswer() {
    Collected collected = collect("unix://" + home.resolve("none.sock"));
    DockerDaemon daemon = daemon(collected);
    assertThat(daemon.reachable()).isEqualTo(Answer.NO);
    assertThat(daemon.permitted()).isEqualTo(Answer.UNKNOWN);
    assertThat(Collecting.facts(collected, DockerClient.class))
        .allSatisfy(client -> assertThat(client.version()).matches("\\d+\\..+"));
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).contains("none.sock"));
  }

  @Test
  void anEngineThatHangsOnATcpPortIsLeftAlone() throws IOException {
    try (ServerSocket hanging = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Instant since = Instant.now();
      Collected collected = collect("tcp://127.0.0.1:" + hanging.getLocalPort());
      assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(9));
      assertThat(Collecting.facts(collected, DockerDaemon.class))
          .extracting(DockerDaemon::reachable)
          .containsExactly(Answer.NO);
    }
  }

  @Test
  void anEngineThatHangsOnItsSocketMayBeUsedAndDoesNotAnswer() throws IOException {
    Path socket = home.resolve("docker.sock");
    try (ServerSocketChannel hanging = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      hanging.bind(UnixDomainSocketAddress.of(socket));
      Collected collected = collect("unix://" + socket);
      assertThat(Collecting.facts(collected, DockerDaemon.class))
          .extracting(DockerDaemon::reachable)
          .containsExactly(Answer.NO);
      assertThat(Collecting.facts(collected, DockerDaemon.class))
          .extracting(DockerDaemon::permitted)
          .containsExactly(Answer.YES);
    }
  }

  @Test
  void anEngineThatRefusesTheVersionOfTheClientIsStillThere() throws IOException {
    Path socket = home.resolve("docker.sock");
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      Thread thread = new Thread(() -> refuse(engine), "engine");
      thread.setDaemon(true);
      thread.start();
      Collected collected = collect("unix://" + socket);
      assertThat(daemon(collected).reachable()).isEqualTo(Answer.YES);
      assertThat(collected.texts())
          .singleElement()
          .satisfies(text -> assertThat(text.text()).contains("too old"));
    }
  }

  private static void refuse(ServerSocketChannel engine) {
    String body = "{\"message\":\"client version 1.24 is too old\"}";
    String answer =
        "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try {
      while (true) {
        try (SocketChannel client = engine.accept()) {
          client.read(ByteBuffer.allocate(4096));
          client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  @Test
  void whatDockerTakesForBrokenIsBrokenHereAndItsWarningIsAText() throws IOException {
    config("{ broken");
    Collected collected = collect("unix://" + home.resolve("none.sock"));
    daemon(collected);
    assertThat(Collecting.facts(collected, DockerConfig.class))
        .extracting(DockerConfig::readable)
        .containsExactly(Answer.NO);
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).contains("config.json"));
  }

  @Test
  void aStoreOfCredentialsThatDockerCanReadIsReadWithoutKeepingThem() throws IOException {
    Path helper = Files.createDirectories(home.resolve("bin")).resolve("docker-credential-test");
    Files.writeString(
        helper,
        "#!/bin/sh\nif [ \"$1\" = list ]; then echo '{\"contoso.azurecr.io\":\"<token>\"}'; else\n"
            + "echo '{\"Username\":\"<token>\",\"Secret\":\""
            + SECRET
            + "\"}'\nfi\n");
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
    config("{\"credsStore\":\"test\"}");
    Collected collected = collect("unix://" + home.resolve("none.sock"));
    assertThat(Collecting.facts(collected, StoredLogin.class))
        .containsExactly(new StoredLogin("contoso.azurecr.io", "<token>", null, null, null));
    assertThat(collected.facts() + " " + collected.texts() + " " + collected.asked())
        .doesNotContain(SECRET);
  }

  @Test
  void aSocketWithoutAnEngineGivesNoSignOfLife() {
    assertThat(SocketPing.answers(home.resolve("none.sock"), Duration.ofSeconds(1))).isFalse();
  }
}
