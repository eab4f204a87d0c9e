package io.github.acrdoctor.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.TlsProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same against programs that others wrote, where they are installed. */
class RealServersTest {
  private static final String HOST = "contoso.azurecr.io";
  private static final String PRIVATE = "contoso.privatelink.azurecr.io";

  @TempDir Path home;
  private Bench bench;
  private Process process;

  @BeforeEach
  void start() {
    bench = new Bench(home);
    bench.machine.host(HOST, "127.0.0.1");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private static String program(String name) {
    return Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/")
        .map(folder -> Path.of(folder + name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseGet(() -> Assumptions.abort("skipped: " + name + " is not installed"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts a program and waits until it says that it serves. */
  private void run(String ready, String... command) throws IOException, InterruptedException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CountDownLatch serving = new CountDownLatch(1);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    TestServer.daemon(
        () ->
            reader
                .lines()
                .filter(line -> line.contains(ready))
                .forEach(line -> serving.countDown()));
    assertThat(serving.await(10, TimeUnit.SECONDS)).as(command[0] + " serves").isTrue();
  }

  private void tinyproxy(int port, String more) throws IOException, InterruptedException {
    Path config = home.resolve("tinyproxy.conf");
    Files.writeString(config, "Port " + port + "\nListen 127.0.0.1\nTimeout 30\n" + more);
    run("Accepting connections", program("tinyproxy"), "-d", "-c", config.toString());
  }

  /** tinyproxy looks names up itself, so the registry has a name that every machine knows. */
  private Bench.Learnt through(String proxy) throws IOException {
    TestCertificates authority = new TestCertificates("Lab");
    bench.trusting(authority.file(home)).machine.variable("https_proxy", proxy);
    try (TestServer registry =
        TestServer.start(TestServer.tls(authority.server(HOST), "HTTP/1.1 401 No\r\n\r\n"))) {
      return bench.run(HOST + ":" + registry.port(), new NetworkCollector());
    }
  }

  @Test
  void tinyproxyThatWantsALoginIsTold() throws Exception {
    int port = freePort();
    tinyproxy(port, "BasicAuth dana s3cr3t\n");

    Bench.Learnt learnt = through("http://127.0.0.1:" + port);

    assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.YES);
    assertThat(learnt.all().texts())
        .singleElement()
        .extracting("text")
        .asString()
        .contains("407")
        .contains("Proxy-Authenticate");
  }

  @Test
  void tinyproxyThatFiltersTheRegistryRefuses() throws Exception {
    int port = freePort();
    Path filter = Files.writeString(home.resolve("filter"), "azurecr\n");
    tinyproxy(port, "Filter \"" + filter + "\"\n");

    Bench.Learnt learnt = through("http://127.0.0.1:" + port);

    assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.UNKNOWN);
    assertThat(learnt.asked("CONNECT").outcome()).isEqualTo("403");
    assertThat(learnt.facts(TlsProbe.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dana:s3cr3t@"})
  void tinyproxyOpensTheWay(String login) throws Exception {
    int port = freePort();
    tinyproxy(port, login.isEmpty() ? "" : "BasicAuth dana s3cr3t\n");
    TestCertificates authority = new TestCertificates("Lab");
    bench.trusting(authority.file(home));
    bench.machine.variable("https_proxy", "http://" + login + "127.0.0.1:" + port);
    try (TestServer registry =
        TestServer.start(TestServer.tls(authority.server("127.0.0.2"), ""))) {
      Bench.Learnt learnt =
          bench.run(
              HOST,
              new Steps(
                  (context, notebook) -> {
                    Tunnel tunnel =
                        Tunnel.open(
                            context,
                            notebook,
                            context.web().proxies().encrypted(),
                            "127.0.0.1",
                            registry.port());
                    Handshake shaken =
                        Handshake.with(
                            context, notebook, tunnel.socket(), "127.0.0.1", registry.port());
                    notebook.fact(new Certificates(context).judge("127.0.0.1", shaken));
                    Connections.close(shaken.socket());
                  }));

      assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.NO);
      assertThat(learnt.the(TlsProbe.class).trusted()).isEqualTo(Answer.YES);
      assertThat(learnt.the(TlsProbe.class).nameMatches()).isEqualTo(Answer.NO);
      assertThat(learnt.all().toString()).doesNotContain("s3cr3t");
    }
  }

  @Test
  void dnsmasqTellsTheChainOfAliases() throws Exception {
    int port = freePort();
    run(
        "started, version",
        program("dnsmasq"),
        "--no-daemon",
        "--conf-file=/dev/null",
        "--pid-file=",
        "--port=" + port,
        "--listen-address=127.0.0.1",
        "--bind-interfaces",
        "--no-resolv",
        "--no-hosts",
        "--local=/azurecr.io/",
        "--cname=" + HOST + "," + PRIVATE,
        "--host-record=" + PRIVATE + ",127.0.0.1");
    bench.machine.dns(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

    Bench.Learnt learnt =
        bench.run(
            HOST,
            new Steps((context, notebook) -> Names.look(context, notebook, HOST).write(notebook)));

    assertThat(learnt.the(DnsAnswer.class))
        .isEqualTo(new DnsAnswer(HOST, "system", "ok", List.of("127.0.0.1"), List.of(PRIVATE)));
  }
}
