package io.github.acrdoctor.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.TcpProbe;
import io.github.acrdoctor.facts.TlsProbe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataEndpointTest {
  private static final String HOST = "contoso.azurecr.io";
  private static final String DATA = "contoso.westeurope.data.azurecr.io";

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(home);
  }

  @Test
  void aDataEndpointOfTheCloudIsLookedAt() throws IOException {
    TestCertificates authority = new TestCertificates("Lab");
    bench.trusting(authority.file(home));
    bench.machine.host(HOST, "127.0.0.1").host(DATA, "127.0.0.1");
    try (TestServer server = TestServer.start(TestServer.tls(authority.server(DATA), ""))) {
      String written = "Contoso.WestEurope.data.azurecr.io:" + server.port();

      Bench.Learnt learnt = bench.run("localhost", new DataEndpointCollector(written));

      assertThat(learnt.the(TcpProbe.class))
          .isEqualTo(new TcpProbe(DATA, "data-endpoint", server.port(), "connected", "127.0.0.1"));
      assertThat(learnt.the(TlsProbe.class).trusted()).isEqualTo(Answer.YES);
      assertThat(learnt.the(DnsAnswer.class).host()).isEqualTo(DATA);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "azurecr.io.evil.example",
        "evilazurecr.io",
        "evilcore.windows.net",
        "169.254.169.254",
        "localhost",
        "127.0.0.1:2375",
        "contoso.westeurope.data.azurecr.io:99999",
        "::1"
      })
  void aHostThatIsNotOfTheCloudIsNotContacted(String host) {
    bench.machine.host(HOST, "20.50.1.1").host("evil.example", "127.0.0.1");

    Bench.Learnt learnt = bench.run(HOST, new DataEndpointCollector(host));

    assertThat(learnt.all().facts())
        .containsExactly(
            new NotCollected(
                "tcpProbe",
                "the registry sends layers to "
                    + host
                    + ", which is not a host of this cloud: not contacted"));
    assertThat(learnt.asked()).noneMatch(what -> what.startsWith("TCP"));
    assertThat(learnt.asked()).noneMatch(what -> what.contains("evil"));
  }

  @Test
  void aHostOfTheCloudThatLeadsToThisMachineIsNotContacted() {
    bench.machine.host("evil.blob.core.windows.net", "127.0.0.1");

    Bench.Learnt learnt = bench.run(HOST, new DataEndpointCollector("evil.blob.core.windows.net"));

    assertThat(learnt.facts(TcpProbe.class)).isEmpty();
    assertThat(learnt.the(NotCollected.class).reason()).contains("this machine itself");
  }

  @Test
  void theOtherHostsOfARegistryOnThisMachineMayBeOnItToo() throws IOException {
    bench.machine.host(HOST, "127.0.0.1").host("data.test", "127.0.0.1");
    try (TestServer server = TestServer.start(TestServer.silent())) {
      Bench.Learnt learnt =
          bench.run(HOST, new DataEndpointCollector("data.test:" + server.port()));

      assertThat(learnt.the(TcpProbe.class).result()).isEqualTo("connected");
      assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("timeout");
    }
  }

  @Test
  void aRegistryOnThisMachineCannotNameAHostElsewhere() {
    bench.machine.host(HOST, "127.0.0.1").host("evil.example", "20.50.1.1");

    Bench.Learnt learnt = bench.run(HOST, new DataEndpointCollector("evil.example"));

    assertThat(learnt.the(NotCollected.class).reason()).contains("not a host of this cloud");
    assertThat(learnt.asked()).noneMatch(what -> what.startsWith("TCP"));
  }
}
