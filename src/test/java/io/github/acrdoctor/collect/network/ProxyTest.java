package io.github.acrdoctor.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.ClockOffset;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.TcpProbe;
import io.github.acrdoctor.facts.TlsProbe;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  private static final String HOST = "contoso.azurecr.io";
  private static final String DATA = "contoso.westeurope.data.azurecr.io";
  private static final String ANSWER =
      "HTTP/1.1 401 Unauthorized\r\nDate: Tue, 24 Nov 2026 10:00:00 GMT\r\n\r\n";

  @TempDir Path home;
  private Bench bench;
  private TestServer registry;
  private TestDns dns;

  @BeforeEach
  void start() throws IOException {
    TestCertificates authority = new TestCertificates("Lab");
    bench = new Bench(home).trusting(authority.file(home));
    registry = TestServer.start(TestServer.tls(authority.server("*.azurecr.io"), ANSWER));
    dns = TestDns.start();
    bench.machine.dns(dns.server());
  }

  @AfterEach
  void stop() throws IOException {
    registry.close();
    dns.close();
  }

  private Bench.Learnt through(String proxy) {
    bench.machine.variable("HTTPS_PROXY", proxy);
    return bench.run(HOST + ":" + registry.port(), new NetworkCollector());
  }

  private static String url(TestServer proxy) {
    return "http://127.0.0.1:" + proxy.port();
  }

  private static String basic(String login) {
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theRegistryIsLookedAtThroughTheProxyThatTheEnvironmentNames() throws IOException {
    try (TestServer proxy = TestServer.proxy(200, null, registry.port())) {
      bench.machine.variable("no_proxy", ".internal.example");

      Bench.Learnt learnt = through(url(proxy));

      assertThat(learnt.the(Proxy.class))
          .isEqualTo(
              new Proxy("client", url(proxy), List.of(".internal.example"), Answer.YES, Answer.NO));
      assertThat(learnt.the(TcpProbe.class))
          .isEqualTo(new TcpProbe(HOST, "login-server", registry.port(), "connected", null));
      assertThat(learnt.the(TlsProbe.class).trusted()).isEqualTo(Answer.YES);
      assertThat(learnt.facts(ClockOffset.class)).hasSize(1);
      assertThat(proxy.requests().get(0))
          .startsWith("CONNECT " + HOST + ":" + registry.port() + " HTTP/1.1\r\n")
          .doesNotContain("Proxy-Authorization");
      assertThat(learnt.all().texts()).isEmpty();
    }
  }

  @Test
  void aNameThatOnlyTheProxyKnowsIsNoFault() throws IOException {
    try (TestServer proxy = TestServer.proxy(200, null, registry.port())) {
      Bench.Learnt learnt = through(url(proxy));

      assertThat(learnt.facts(DnsAnswer.class)).isEmpty();
      assertThat(learnt.asked("DNS A and AAAA of " + HOST).outcome()).isEqualTo("nxdomain");
    }
  }

  @Test
  void whetherTheRegistryCanBeReachedAroundTheProxyIsForTheRecordOnly() throws IOException {
    bench.machine.host(HOST, "127.0.0.1");
    dns.address(HOST, "127.0.0.1");
    try (TestServer proxy = TestServer.proxy(200, null, registry.port())) {
      Bench.Learnt learnt = through(url(proxy));

      assertThat(learnt.the(DnsAnswer.class).result()).isEqualTo("ok");
      assertThat(learnt.the(TcpProbe.class).address()).isNull();
      assertThat(learnt.asked("around the proxy").outcome()).isEqualTo("connected");
    }
  }

  @Test
  void aProxyThatDemandsALoginIsTold() throws IOException {
    try (TestServer proxy = TestServer.proxy(200, basic("dana:s3cr3t!"), registry.port())) {
      Bench.Learnt learnt = through(url(proxy));

      assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.YES);
      assertThat(learnt.the(Proxy.class).reachable()).isEqualTo(Answer.YES);
      assertThat(learnt.facts(TcpProbe.class)).isEmpty();
      assertThat(learnt.facts(DnsAnswer.class)).isEmpty();
      assertThat(learnt.facts(NotCollected.class))
          .extracting(NotCollected::fact)
          .contains("tcpProbe", "tlsProbe", "clockOffset");
      assertThat(learnt.all().texts())
          .singleElement()
          .extracting("text")
          .isEqualTo("HTTP/1.1 407 Word");
    }
  }

  @Test
  void theLoginInTheAddressIsUsedAndWrittenNowhere() throws IOException {
    try (TestServer proxy = TestServer.proxy(200, basic("dana:s3cr3t!"), registry.port())) {
      Bench.Learnt learnt = through("http://dana:s3cr3t%21@127.0.0.1:" + proxy.port());

      assertThat(learnt.the(Proxy.class).url()).isEqualTo(url(proxy));
      assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.NO);
      assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("completed");
      assertThat(learnt.all().toString())
          .doesNotContain("s3cr3t")
          .doesNotContain("dana")
          .doesNotContain(basic("dana:s3cr3t!"));
    }
  }

  @Test
  void aWrongLoginIsADemandForALogin() throws IOException {
    try (TestServer proxy = TestServer.proxy(200, basic("dana:right"), registry.port())) {
      Bench.Learnt learnt = through("http://dana:wr0ng@127.0.0.1:" + proxy.port());

      assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.YES);
      assertThat(learnt.all().toString()).doesNotContain("wr0ng");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502, 503, 504})
  void aProxyThatLetsNobodyThroughSaysSoItself(int status) throws IOException {
    try (TestServer proxy = TestServer.proxy(status, null, registry.port())) {
      Bench.Learnt learnt = through(url(proxy));

      assertThat(learnt.the(Proxy.class).reachable()).isEqualTo(Answer.YES);
      assertThat(learnt.the(Proxy.class).needsLogin()).isEqualTo(Answer.UNKNOWN);
      assertThat(learnt.facts(TcpProbe.class)).isEmpty();
      assertThat(learnt.all().texts().get(0).text()).contains(Integer.toString(status));
      assertThat(learnt.facts(DnsAnswer.class)).hasSize(status == 403 ? 0 : 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"200, connected", "403, refused", "502, unreachable", "504, timeout"})
  void theWayToADataEndpointEndsAtTheProxy(int status, String result) throws IOException {
    bench.machine.host(DATA, "127.0.0.1");
    dns.address(DATA, "127.0.0.1");
    try (TestServer proxy = TestServer.proxy(status, null, registry.port())) {
      bench.machine.variable("https_proxy", url(proxy));

      Bench.Learnt learnt = bench.run("localhost", new DataEndpointCollector(DATA));

      assertThat(learnt.the(TcpProbe.class))
          .isEqualTo(new TcpProbe(DATA, "data-endpoint", 443, result, null));
    }
  }

  @Test
  void aProxyThatIsNotThereIsTold() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Bench.Learnt learnt = through("127.0.0.1:" + port);

    assertThat(learnt.the(Proxy.class))
        .isEqualTo(
            new Proxy("client", "http://127.0.0.1:" + port, null, Answer.NO, Answer.UNKNOWN));
    assertThat(learnt.facts(TcpProbe.class)).isEmpty();
    assertThat(learnt.facts(DnsAnswer.class)).isEmpty();
  }

  @Test
  void aProxyWhoseNameDoesNotResolveIsTold() {
    assertThat(through("http://proxy.example:3128").the(Proxy.class).reachable())
        .isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-lab\r\n\r\n", ""})
  void whatDoesNotAnswerAsAProxyDoesNotAnswer(String says) throws IOException {
    try (TestServer other = TestServer.start(TestServer.saying(says))) {
      assertThat(through(url(other)).the(Proxy.class).reachable()).isEqualTo(Answer.NO);
    }
  }

  @Test
  void aProxyThatHangsDoesNotAnswer() throws IOException {
    try (TestServer silent = TestServer.start(TestServer.silent())) {
      Bench.Learnt learnt = through(url(silent));

      assertThat(learnt.the(Proxy.class).reachable()).isEqualTo(Answer.NO);
      assertThat(learnt.asked("CONNECT").outcome()).isEqualTo("timeout");
    }
  }

  @Test
  void aProxyThatIsNotMeantForThisHostIsNoFact() throws IOException {
    bench.machine.host(HOST, "127.0.0.1").variable("NO_PROXY", ".azurecr.io");
    dns.address(HOST, "127.0.0.1");
    try (TestServer proxy = TestServer.proxy(200, null, registry.port())) {
      Bench.Learnt learnt = through(url(proxy));

      assertThat(learnt.facts(Proxy.class)).isEmpty();
      assertThat(learnt.the(TcpProbe.class).address()).isEqualTo("127.0.0.1");
      assertThat(proxy.connections()).isZero();
    }
  }

  @Test
  void aProxyThatCannotBeUnderstoodIsToldWithoutWhatWasWritten() throws IOException {
    bench.machine.host(HOST, "127.0.0.1");
    dns.address(HOST, "127.0.0.1");

    Bench.Learnt learnt = through("http://dana:p@ss w0rd@proxy:3128");

    assertThat(learnt.the(Proxy.class).url()).isNull();
    assertThat(learnt.the(NotCollected.class).fact()).isEqualTo("proxy");
    assertThat(learnt.all().toString()).doesNotContain("w0rd").doesNotContain("dana");
    assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("completed");
  }
}
