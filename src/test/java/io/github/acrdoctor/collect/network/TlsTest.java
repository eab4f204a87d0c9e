package io.github.acrdoctor.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.ClockOffset;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.TcpProbe;
import io.github.acrdoctor.facts.TlsProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final String HOST = "contoso.azurecr.io";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path home;
  private Bench bench;
  private final TestCertificates authority = new TestCertificates("Lab Issuing CA 01");

  @BeforeEach
  void start() {
    bench = new Bench(home);
    bench.machine.host(HOST, "127.0.0.1");
    bench.machine.clock(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String answer(Instant date) {
    String written = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    return "HTTP/1.1 401 Unauthorized\r\nServer: lab\r\ndate: " + written + "\r\n\r\n";
  }

  private Bench.Learnt look(TestServer.Service service) throws IOException {
    try (TestServer server = TestServer.start(service)) {
      return bench.run(HOST + ":" + server.port(), new NetworkCollector());
    }
  }

  private TlsProbe probe(SSLContext certificate) throws IOException {
    return look(TestServer.tls(certificate, answer(now))).the(TlsProbe.class);
  }

  @Test
  void aRegistryInOrderIsSeenWhole() throws IOException {
    bench.trusting(authority.file(home));

    Bench.Learnt learnt = look(TestServer.tls(authority.server("*.azurecr.io"), answer(now)));

    TlsProbe probe = learnt.the(TlsProbe.class);
    assertThat(probe.result()).isEqualTo("completed");
    assertThat(probe.trusted()).isEqualTo(Answer.YES);
    assertThat(probe.intercepted()).isEqualTo(Answer.NO);
    assertThat(probe.nameMatches()).isEqualTo(Answer.YES);
    assertThat(probe.expired()).isEqualTo(Answer.NO);
    assertThat(probe.signedBy()).isEqualTo("CN=Lab Issuing CA 01");
    assertThat(probe.expiresAt()).isAfter(now);
    assertThat(learnt.the(TcpProbe.class))
        .extracting(TcpProbe::role, TcpProbe::result, TcpProbe::address)
        .containsExactly("login-server", "connected", "127.0.0.1");
    assertThat(learnt.the(ClockOffset.class).seconds()).isZero();
    assertThat(learnt.facts(NotCollected.class)).isEmpty();
    assertThat(learnt.all().texts()).isEmpty();
  }

  @Test
  void anAuthorityThatNobodyNamedIntercepts() throws IOException {
    TlsProbe probe = probe(authority.server(HOST));

    assertThat(probe.trusted()).isEqualTo(Answer.NO);
    assertThat(probe.intercepted()).isEqualTo(Answer.YES);
  }

  @Test
  void oneWhoSignsForAzureIsKnownByNameEvenWhenTheMachineDoesNotTrustIt() throws IOException {
    bench.issuer(" ").issuer("lab issuing");

    TlsProbe probe = probe(authority.server(HOST));

    assertThat(probe.trusted()).isEqualTo(Answer.NO);
    assertThat(probe.intercepted()).isEqualTo(Answer.NO);
  }

  @Test
  void aCertificateThatSignsItselfIsNotTrusted() throws IOException {
    TlsProbe probe = probe(TestCertificates.selfSigned(HOST));

    assertThat(probe.trusted()).isEqualTo(Answer.NO);
    assertThat(probe.intercepted()).isEqualTo(Answer.YES);
    assertThat(probe.signedBy()).isEqualTo("CN=" + HOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fabrikam.azurecr.io", "*.example", "*.contoso.azurecr.io"})
  void aCertificateForAnotherNameIsSeen(String name) throws IOException {
    bench.trusting(authority.file(home));

    TlsProbe probe = probe(authority.server(name));

    assertThat(probe.nameMatches()).isEqualTo(Answer.NO);
    assertThat(probe.trusted()).isEqualTo(Answer.YES);
  }

  @ParameterizedTest
  @CsvSource({"-30, -1", "1, 30"})
  void aCertificateOutsideItsDatesIsExpiredAndStillFromWhomItIsFrom(int from, int to)
      throws IOException {
    bench.trusting(authority.file(home));

    TlsProbe probe = probe(authority.server(HOST, DAY.multipliedBy(from), DAY.multipliedBy(to)));

    assertThat(probe.expired()).isEqualTo(Answer.YES);
    assertThat(probe.trusted()).isEqualTo(Answer.NO);
    assertThat(probe.intercepted()).isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1260, 0, 7200, 31_536_000})
  void theClockIsComparedWithTheRegistryWhateverTheCertificate(int ahead) throws IOException {
    Instant stated = now.minusSeconds(ahead);

    Bench.Learnt learnt =
        look(TestServer.tls(authority.server(HOST, DAY.negated(), DAY), answer(stated)));

    assertThat(learnt.the(ClockOffset.class).seconds()).isEqualTo(ahead);
  }

  @Test
  void aClockThatIsWrongMakesAGoodCertificateExpired() throws IOException {
    bench.trusting(authority.file(home));
    bench.machine.clock(Clock.fixed(now.plus(DAY.multipliedBy(400)), ZoneOffset.UTC));

    Bench.Learnt learnt = look(TestServer.tls(authority.server(HOST), answer(now)));

    assertThat(learnt.the(TlsProbe.class).expired()).isEqualTo(Answer.YES);
    assertThat(learnt.the(TlsProbe.class).intercepted()).isEqualTo(Answer.NO);
    assertThat(learnt.the(ClockOffset.class).beyond(300)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 401 Unauthorized\r\n\r\n",
        "HTTP/1.1 401 Unauthorized\r\nDate: yesterday\r\n\r\n",
        "SSH-2.0-lab\r\n\r\n",
        ""
      })
  void anAnswerThatDoesNotStateTheTimeLeavesTheClockUnknown(String text) throws IOException {
    Bench.Learnt learnt = look(TestServer.tls(authority.server(HOST), text));

    assertThat(learnt.facts(ClockOffset.class)).isEmpty();
    assertThat(learnt.the(NotCollected.class).fact()).isEqualTo("clockOffset");
    assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("completed");
  }

  @Test
  void aServerThatNeverShakesHandsIsLate() throws IOException {
    long begun = System.nanoTime();

    Bench.Learnt learnt = look(TestServer.silent());

    assertThat(learnt.the(TlsProbe.class))
        .isEqualTo(new TlsProbe(HOST, null, null, null, null, null, "timeout", null));
    assertThat(learnt.the(NotCollected.class).fact()).isEqualTo("clockOffset");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aHandshakeThatIsResetIsTold() throws IOException {
    Bench.Learnt learnt = look(TestServer.resetting());

    assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("reset");
    assertThat(learnt.all().texts()).isNotEmpty();
  }

  @Test
  void aConnectionThatIsClosedInTheHandshakeIsTold() throws IOException {
    TestServer.Service closing =
        socket -> {
          socket.getInputStream().read(new byte[16_384]);
          socket.shutdownOutput();
          socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        };

    assertThat(look(closing).the(TlsProbe.class).result()).isEqualTo("closed");
  }

  @Test
  void aServerThatSpeaksPlainHttpIsToldToTheRecogniser() throws IOException {
    Bench.Learnt learnt = look(TestServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n"));

    assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("refused");
    assertThat(learnt.all().texts())
        .singleElement()
        .extracting("text")
        .asString()
        .containsIgnoringCase("unrecognized SSL message");
  }

  @Test
  void anAlertIsARefusal() throws IOException, GeneralSecurityException {
    SSLContext nobody = SSLContext.getInstance("TLS");
    nobody.init(new javax.net.ssl.KeyManager[0], null, null);

    Bench.Learnt learnt = look(TestServer.tls(nobody, ""));

    assertThat(learnt.the(TlsProbe.class).result()).isEqualTo("refused");
    assertThat(learnt.all().texts())
        .singleElement()
        .extracting("text")
        .asString()
        .contains("alert");
  }

  @Test
  void theRecordOfTheHandshakeShowsWhoSigned() throws IOException {
    Bench.Learnt learnt = look(TestServer.tls(authority.server(HOST), answer(now)));

    assertThat(learnt.asked("TLS " + HOST).answer())
        .contains("issuer CN=Lab Issuing CA 01")
        .contains("subject CN=" + HOST);
    assertThat(learnt.asked("HEAD https://" + HOST).outcome()).isEqualTo("401");
  }
}
