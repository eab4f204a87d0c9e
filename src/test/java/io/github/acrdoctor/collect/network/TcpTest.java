package io.github.acrdoctor.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.TcpProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpTest {
  private static final String HOST = "contoso.azurecr.io";
  private static final TestServer.Service SAYS_HTTP = TestServer.saying("HTTP/1.1 400 No\r\n\r\n");

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(home);
    bench.machine.host(HOST, "127.0.0.1");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aPortWhereNothingListensRefuses() throws IOException {
    int port = freePort();

    Bench.Learnt learnt = bench.run(HOST + ":" + port, new NetworkCollector());

    assertThat(learnt.the(TcpProbe.class))
        .isEqualTo(new TcpProbe(HOST, "login-server", port, "refused", "127.0.0.1"));
    assertThat(learnt.facts(NotCollected.class))
        .extracting(NotCollected::fact)
        .containsExactlyInAnyOrder("tlsProbe", "clockOffset");
  }

  @Test
  void anAddressThatTakesNoConnectionsIsLate() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      boolean hangs = fill(full, waiting);
      Assumptions.assumeTrue(hangs, "skipped: this system queues connections without an end");

      Bench.Learnt learnt = bench.run(HOST + ":" + full.getLocalPort(), new NetworkCollector());

      assertThat(learnt.the(TcpProbe.class).result()).isEqualTo("timeout");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static boolean fill(ServerSocket full, List<Socket> waiting) throws IOException {
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(full.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException e) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyAddressIsTriedAndTheFirstThatConnectsIsUsed() throws IOException {
    Assumptions.assumeTrue(loopbackIsWide(), "skipped: 127.0.0.2 is no address of this machine");
    bench.machine.host(HOST, "127.0.0.2", "127.0.0.1");
    try (TestServer server = TestServer.start(SAYS_HTTP)) {
      Bench.Learnt learnt = bench.run(HOST + ":" + server.port(), new NetworkCollector());

      assertThat(learnt.facts(TcpProbe.class))
          .extracting(TcpProbe::address, TcpProbe::result)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("127.0.0.2", "refused"),
              org.assertj.core.groups.Tuple.tuple("127.0.0.1", "connected"));
    }
  }

  private static boolean loopbackIsWide() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.2", 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void addressesOfVersionSixAreTriedToo() throws IOException {
    TestServer six;
    try {
      six = TestServer.start("::1", SAYS_HTTP);
    } catch (IOException e) {
      Assumptions.abort("skipped: this machine has no IPv6");
      return;
    }
    bench.machine.host(HOST, "::1", "127.0.0.1");
    try (six) {
      Bench.Learnt learnt = bench.run(HOST + ":" + six.port(), new NetworkCollector());

      assertThat(learnt.facts(TcpProbe.class))
          .extracting(TcpProbe::overIpv6, TcpProbe::result)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(true, "connected"),
              org.assertj.core.groups.Tuple.tuple(false, "refused"));
      assertThat(six.connections()).isOne();
    }
  }

  @Test
  void anAddressThatMayNotBeTalkedToIsNotContacted() throws IOException {
    bench.machine.host(HOST, "169.254.169.254");
    try (TestDns dns = TestDns.start()) {
      bench.machine.dns(dns.address(HOST, "169.254.169.254").server());

      Bench.Learnt learnt = bench.run(HOST, new NetworkCollector());

      assertThat(learnt.the(DnsAnswer.class).addresses()).containsExactly("169.254.169.254");
      assertThat(learnt.facts(TcpProbe.class)).isEmpty();
      assertThat(learnt.facts(NotCollected.class).get(0).reason()).contains("link-local");
      assertThat(learnt.asked()).noneMatch(what -> what.startsWith("TCP"));
    }
  }

  @Test
  void whatWasLearntBeforeTheTimeWasOverCounts() throws IOException {
    bench.limit(Duration.ofMillis(1200));
    long begun = System.nanoTime();
    try (TestServer silent = TestServer.start(TestServer.silent())) {
      Bench.Learnt learnt = bench.run(HOST + ":" + silent.port(), new NetworkCollector());

      assertThat(learnt.the(TcpProbe.class).result()).isEqualTo("connected");
      assertThat(learnt.facts(NotCollected.class))
          .extracting(NotCollected::fact)
          .containsExactlyInAnyOrder("tlsProbe", "clockOffset");
      assertThat(learnt.facts(NotCollected.class).get(0).reason()).contains("TLS " + HOST);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void anInterruptionInTheHandshakeEndsItAndItsConnection() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    TestServer.Service hanging =
        socket -> {
          socket.getInputStream().readNBytes(1);
          begun.countDown();
          TestServer.silent().serve(socket);
          hungUp.countDown();
        };
    try (TestServer server = TestServer.start(hanging)) {
      var context = bench.context(HOST + ":" + server.port());
      CountDownLatch interrupted = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                try {
                  new NetworkCollector()
                      .collect(
                          context,
                          new io.github.acrdoctor.collect.Notebook(
                              "network", context.machine().clock()));
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
              });
      thread.start();
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

      thread.interrupt();

      assertThat(interrupted.await(2, TimeUnit.SECONDS)).isTrue();
      assertThat(hungUp.await(2, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aHostThatAnotherCollectorNeedsIsTried() throws IOException {
    try (TestServer server = TestServer.start(TestServer.silent())) {
      Bench.Learnt learnt =
          bench.run(
              "localhost",
              new Steps(
                  (context, notebook) ->
                      assertThat(
                              TcpCheck.probe(
                                  context, notebook, "localhost", server.port(), "entra"))
                          .isTrue()));

      assertThat(learnt.all().facts())
          .containsExactly(
              new TcpProbe("localhost", "entra", server.port(), "connected", "127.0.0.1"));
    }
  }

  @Test
  void aHostThatAnotherCollectorNeedsAndThatHasNoAddressIsTold() throws IOException {
    try (TestDns dns = TestDns.start()) {
      bench.machine.dns(dns.server());
      Bench.Learnt learnt =
          bench.run(
              HOST,
              new Steps(
                  (context, notebook) ->
                      TcpCheck.probe(context, notebook, "login.example", 443, "entra")));

      assertThat(learnt.the(DnsAnswer.class).result()).isEqualTo("nxdomain");
      assertThat(learnt.the(NotCollected.class).fact()).isEqualTo("tcpProbe");
    }
  }
}
