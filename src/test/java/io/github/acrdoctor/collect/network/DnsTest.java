package io.github.acrdoctor.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.TcpProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsTest {
  private static final String HOST = "contoso.azurecr.io";
  private static final String PRIVATE = "contoso.privatelink.azurecr.io";

  @TempDir Path home;
  private TestDns dns;
  private Bench bench;

  @BeforeEach
  void start() throws IOException {
    dns = TestDns.start();
    bench = new Bench(home);
    bench.machine.dns(dns.server());
  }

  @AfterEach
  void stop() throws IOException {
    dns.close();
  }

  private Bench.Learnt look() {
    return bench.run(HOST, nameOnly(HOST));
  }

  private static Collector nameOnly(String host) {
    return new Steps((context, notebook) -> Names.look(context, notebook, host).write(notebook));
  }

  @Test
  void theChainOfAliasesBelongsToTheAnswerOfTheSystemWhenBothAgree() {
    bench.machine.host(HOST, "10.1.0.5");
    dns.alias(HOST, PRIVATE).address(PRIVATE, "10.1.0.5");

    Bench.Learnt learnt = look();

    assertThat(learnt.facts(DnsAnswer.class))
        .containsExactly(
            new DnsAnswer(HOST, "system", "ok", List.of("10.1.0.5"), List.of(PRIVATE)));
    assertThat(learnt.asked("DNS A and AAAA").answer())
        .containsPattern("IN\\s+CNAME\\s+" + PRIVATE)
        .containsPattern("IN\\s+A\\s+10.1.0.5");
    assertThat(learnt.all().texts()).isEmpty();
  }

  @Test
  void aHostsFileThatDiffersFromTheServerGivesTwoAnswers() {
    bench.machine.host(HOST, "10.9.9.9");
    dns.alias(HOST, PRIVATE).address(PRIVATE, "20.50.1.1");

    assertThat(look().facts(DnsAnswer.class))
        .containsExactly(
            new DnsAnswer(HOST, "system", "ok", List.of("10.9.9.9"), List.of()),
            new DnsAnswer(HOST, dns.name(), "ok", List.of("20.50.1.1"), List.of(PRIVATE)));
  }

  @Test
  void oneAddressInCommonIsAgreement() {
    bench.machine.host(HOST, "20.50.1.1");
    dns.address(HOST, "20.50.1.2", "20.50.1.1", "2603:1030::1");

    assertThat(look().the(DnsAnswer.class).result()).isEqualTo("ok");
  }

  @Test
  void aMissingPrivateRecordKeepsTheAliasThatLeadsNowhere() {
    dns.alias(HOST, PRIVATE);

    DnsAnswer answer = look().the(DnsAnswer.class);

    assertThat(answer.result()).isEqualTo("nxdomain");
    assertThat(answer.isPrivateLink()).isTrue();
  }

  @Test
  void aNameThatNobodyKnowsIsNotThere() {
    Bench.Learnt learnt = look();

    assertThat(learnt.facts(DnsAnswer.class))
        .containsExactly(new DnsAnswer(HOST, "system", "nxdomain", List.of(), List.of()));
    assertThat(learnt.all().texts())
        .singleElement()
        .extracting("text")
        .asString()
        .contains("status: NXDOMAIN");
  }

  @Test
  void aNameWithoutAddressesIsNotThereForWhoeverWantsToConnect() {
    dns.address(HOST);

    assertThat(look().the(DnsAnswer.class).result()).isEqualTo("nxdomain");
  }

  @Test
  void aNameThatOnlyTheServerKnowsGivesTwoAnswers() {
    dns.address(HOST, "20.50.1.1");

    assertThat(look().facts(DnsAnswer.class))
        .extracting(DnsAnswer::resolver, DnsAnswer::result)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("system", "nxdomain"),
            org.assertj.core.groups.Tuple.tuple(dns.name(), "ok"));
  }

  @ParameterizedTest
  @CsvSource({
    "SERVFAIL, servfail",
    "REFUSED, refused",
    "GARBAGE, servfail",
    "SILENT, timeout",
  })
  void theServerTellsWhyThereIsNoAddress(TestDns.Fault fault, String result) {
    dns.fault(HOST, fault);

    Bench.Learnt learnt = look();

    assertThat(learnt.the(DnsAnswer.class).result()).isEqualTo(result);
    assertThat(learnt.asked("DNS A and AAAA").outcome()).isEqualTo(result);
  }

  @Test
  void aServerThatIsNotThereDidNotAnswer() throws IOException {
    dns.close();

    assertThat(look().the(DnsAnswer.class).result()).isEqualTo("timeout");
  }

  @Test
  void aSilentServerIsFollowedByTheNext() throws IOException {
    dns.fault(HOST, TestDns.Fault.SILENT);
    bench.machine.host(HOST, "20.50.1.1");
    try (TestDns second = TestDns.start()) {
      bench.machine.dns(second.server());
      second.alias(HOST, "r.fe.azcr.io").address("r.fe.azcr.io", "20.50.1.1");

      assertThat(look().the(DnsAnswer.class).aliases()).containsExactly("r.fe.azcr.io");
    }
  }

  @Test
  void anAnswerTooLongForUdpIsAskedForOverTcp() {
    bench.machine.host(HOST, "20.50.1.1");
    dns.address(HOST, "20.50.1.1").fault(HOST, TestDns.Fault.TOO_LONG_FOR_UDP);

    assertThat(look().the(DnsAnswer.class).result()).isEqualTo("ok");
    assertThat(dns.questions()).contains("UDP A " + HOST, "TCP A " + HOST);
  }

  @Test
  void aliasesThatGoInCirclesEnd() {
    dns.alias(HOST, "a.example").alias("a.example", HOST);

    assertThat(look().the(DnsAnswer.class).aliases()).containsExactly("a.example");
  }

  @Test
  void aResolverThatHangsIsLate() {
    Collector hanging =
        new Steps(
            (context, notebook) -> {
              var machine = context.machine();
              var stuck =
                  new io.github.acrdoctor.collect.Machine(
                      machine.environment(),
                      home,
                      machine.clock(),
                      host -> {
                        new java.util.concurrent.Semaphore(0).acquireUninterruptibly();
                        return List.of();
                      },
                      machine.dnsServers(),
                      "");
              var same =
                  new io.github.acrdoctor.collect.Context(
                      context.target(),
                      context.cloud(),
                      stuck,
                      context.web(),
                      context.trust(),
                      context.options(),
                      null);
              Names.look(same, notebook, HOST).write(notebook);
            });

    long begun = System.nanoTime();
    Bench.Learnt learnt = bench.run(HOST, hanging);

    assertThat(learnt.facts(DnsAnswer.class).get(0).result()).isEqualTo("timeout");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void addressesAndNamesOfThisMachineAreNoBusinessOfDnsServers() {
    bench.run("127.0.0.1:1", nameOnly("127.0.0.1"));
    Bench.Learnt learnt = bench.run("localhost:1", nameOnly("localhost"));

    assertThat(dns.questions()).isEmpty();
    assertThat(learnt.the(DnsAnswer.class).addresses()).contains("127.0.0.1");
  }

  @Test
  void whatTheResolverComplainedIsRecognisedWhenNoServerCanBeAsked() {
    Bench.Learnt learnt = bench.run("localhost", nameOnly("nodot"));

    assertThat(learnt.the(DnsAnswer.class).result()).isNull();
    assertThat(learnt.all().texts())
        .singleElement()
        .extracting("text")
        .asString()
        .contains("Name or service not known");
  }

  @Test
  void withoutAnAddressTheRestIsMissingForThatReason() {
    Bench.Learnt learnt = bench.run(HOST, new NetworkCollector());

    assertThat(learnt.facts(NotCollected.class))
        .extracting(NotCollected::fact)
        .containsExactlyInAnyOrder("tcpProbe", "tlsProbe", "clockOffset");
    assertThat(learnt.facts(TcpProbe.class)).isEmpty();
  }
}
