package io.github.acrdoctor.collect.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.StandInFaults;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.docker.Collecting;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Image;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFaultsTest {
  @TempDir private Path home;
  private StandInRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry =
        StandInRegistry.start(StandInRegistry.certificate())
            .user("ci-pull", "Pl4ntedPassw0rd")
            .allow("ci-pull", "team/api", "pull")
            .image("team/api", "1.0");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Collected collect() throws IOException {
    return new Collecting(new TestMachine(home).build(), registry.host(), "team/api:1.0")
        .trusting(registry.caFile(home))
        .as("ci-pull", "Pl4ntedPassw0rd")
        .run(new RegistryCollector());
  }

  private HttpProbe probe(String stage, StandInRegistry.Fault fault) throws IOException {
    registry.fault(stage, fault);
    return last(collect(), stage);
  }

  private static HttpProbe last(Collected collected, String step) {
    List<HttpProbe> probes =
        Collecting.facts(collected, HttpProbe.class).stream()
            .filter(probe -> probe.step().equals(step))
            .toList();
    assertThat(probes).as("answers of " + step + " in " + collected).isNotEmpty();
    return probes.get(probes.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"challenge", "anonymous-token", "token", "manifest", "blob"})
  void aResetIsSeenAtEveryStep(String step) throws IOException {
    assertThat(probe(step, StandInFaults.reset()).result()).isEqualTo("reset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"challenge", "token", "manifest"})
  void aConnectionThatIsClosedIsSeen(String step) throws IOException {
    assertThat(probe(step, StandInFaults.close()).result()).isEqualTo("closed");
  }

  @Test
  void aBodyThatIsCutOffIsSeen() throws IOException {
    assertThat(probe("manifest", StandInFaults.cutOff(200)).result()).isEqualTo("closed");
  }

  @Test
  void aStepThatHangsEndsAfterItsOwnTime() throws IOException {
    Instant since = Instant.now();
    assertThat(probe("challenge", StandInFaults.hang()).result()).isEqualTo("timeout");
    assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void aBodyThatTricklesInEndsAfterItsOwnTime() throws IOException {
    assertThat(probe("challenge", StandInFaults.slow()).result()).isEqualTo("timeout");
  }

  @Test
  void aPortWithoutAServerIsRefused() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Collected collected =
        new Collecting(new TestMachine(home).build(), "localhost:" + port, null)
            .run(new RegistryCollector());
    assertThat(last(collected, "challenge").result()).isEqualTo("refused");
    assertThat(Collecting.facts(collected, NotCollected.class))
        .extracting(NotCollected::reason)
        .containsExactly("the registry did not answer");
  }

  @Test
  void aNameWithoutAnAddressIsNoAnswerOfTheRegistry() {
    Collected collected =
        new Collecting(new TestMachine(home).build(), "nowhere.azurecr.io", null)
            .run(new RegistryCollector());
    assertThat(Collecting.facts(collected, HttpProbe.class)).isEmpty();
    assertThat(Collecting.facts(collected, NotCollected.class))
        .extracting(NotCollected::reason)
        .contains("challenge of nowhere.azurecr.io: name not resolved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"challenge", "anonymous-token", "token"})
  void theFirewallOfTheRegistryIsItsOwnAnswerAndNamesTheAddress(String step) throws IOException {
    registry.fault(step, StandInFaults.firewall("203.0.113.16"));
    Collected collected = collect();
    HttpProbe probe = last(collected, step);
    assertThat(probe.status()).isEqualTo(403);
    assertThat(probe.code()).isEqualTo("DENIED");
    assertThat(probe.registryAnswer()).isEqualTo(Answer.YES);
    assertThat(probe.viaProxy()).isEqualTo(Answer.NO);
    assertThat(collected.texts())
        .extracting(Text::text)
        .anyMatch(text -> text.contains("203.0.113.16"));
  }

  @ParameterizedTest
  @CsvSource({"200,NO,UNKNOWN", "302,NO,UNKNOWN", "403,NO,YES", "404,NO,NO", "502,UNKNOWN,UNKNOWN"})
  void aPageForPeopleIsNotTakenForTheRegistry(int status, Answer registryAnswer, Answer proxy)
      throws IOException {
    HttpProbe probe = probe("challenge", StandInFaults.html(status));
    assertThat(probe.registryAnswer()).isEqualTo(registryAnswer);
    assertThat(probe.viaProxy()).isEqualTo(proxy);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502, 503, 504})
  void aPageOfAProxyIsToldByItsHeader(int status) throws IOException {
    HttpProbe probe = probe("challenge", StandInFaults.proxyPage(status));
    assertThat(probe.viaProxy()).isEqualTo(Answer.YES);
    assertThat(probe.registryAnswer()).isNotEqualTo(Answer.YES);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 407, 503})
  void aProxyThatRefusesToConnectIsTheOneThatAnswered(int status) throws Exception {
    try (RefusingProxy proxy = new RefusingProxy(status)) {
      TestMachine machine = new TestMachine(home).variable("HTTPS_PROXY", proxy.address());
      Collected collected =
          new Collecting(machine.build(), "contoso.azurecr.io", null).run(new RegistryCollector());
      HttpProbe probe = last(collected, "challenge");
      assertThat(probe.status()).isEqualTo(status);
      assertThat(probe.viaProxy()).isEqualTo(Answer.YES);
      assertThat(probe.registryAnswer()).isEqualTo(Answer.UNKNOWN);
    }
  }

  @Test
  void anAnswerOfTheRegistryThatAProxyPassedOnIsStillOfTheRegistry() throws IOException {
    MockResponse passed =
        StandInFaults.error(503, "UNAVAILABLE", "try later")
            .response()
            .newBuilder()
            .addHeader("Via", "1.1 proxy")
            .build();
    HttpProbe probe = probe("challenge", (request, connection) -> passed);
    assertThat(probe.registryAnswer()).isEqualTo(Answer.YES);
    assertThat(probe.viaProxy()).isEqualTo(Answer.NO);
  }

  @Test
  void aThrottleSaysHowLongToWait() throws IOException {
    registry.fault("token", StandInFaults.throttled(30));
    Collected collected = collect();
    HttpProbe probe = last(collected, "token");
    assertThat(probe.status()).isEqualTo(429);
    assertThat(probe.retryAfter()).isEqualTo(30);
    assertThat(probe.code()).isEqualTo("TOOMANYREQUESTS");
    assertThat(collected.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.text()).contains("Too many requests"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aBrokenServiceIsAStatus(int status) throws IOException {
    HttpProbe probe = probe("manifest", StandInFaults.error(status, "UNKNOWN", "unknown error"));
    assertThat(probe.status()).isEqualTo(status);
    assertThat(probe.registryAnswer()).isEqualTo(Answer.YES);
  }

  @Test
  void anEmptyAnswerOfABrokenServiceIsNobodys() throws IOException {
    MockResponse empty = new MockResponse.Builder().code(503).build();
    HttpProbe probe = probe("challenge", (request, connection) -> empty);
    assertThat(probe.registryAnswer()).isEqualTo(Answer.UNKNOWN);
    assertThat(probe.result()).isEqualTo("answered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"challenge", "anonymous-token", "token", "manifest"})
  void aRedirectIsNotFollowed(String step) throws IOException {
    HttpProbe probe =
        probe(step, StandInFaults.redirect("https://" + registry.dataHost() + "/somewhere"));
    assertThat(probe.result()).isEqualTo("redirect");
    assertThat(probe.registryAnswer()).isEqualTo(Answer.NO);
    assertThat(registry.dataRequests()).isEmpty();
  }

  @Test
  void aCircleOfRedirectsEndsAtItsFirst() throws IOException {
    HttpProbe probe = probe("challenge", StandInFaults.redirect("/v2/"));
    assertThat(probe.result()).isEqualTo("redirect");
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void aTokenThatIsCutShortIsNoLogin() throws IOException {
    registry.fault("token", StandInFaults.truncated(200));
    Collected collected = collect();
    assertThat(last(collected, "token").result()).isEqualTo("malformed");
    assertThat(Collecting.facts(collected, NotCollected.class))
        .extracting(NotCollected::reason)
        .contains("the registry did not accept the login");
  }

  @Test
  void aManifestBeyondTheLimitIsTooLarge() throws IOException {
    registry.fault("manifest", StandInFaults.oversized(200));
    Collected collected = collect();
    assertThat(last(collected, "manifest").result()).isEqualTo("too-large");
    assertThat(Collecting.facts(collected, Image.class)).isEmpty();
  }

  @Test
  void whatIsNotHttpIsMalformed() throws Exception {
    try (NotHttp server = new NotHttp()) {
      Collected collected =
          new Collecting(new TestMachine(home).build(), server.host(), null)
              .trusting(server.caFile(home))
              .run(new RegistryCollector());
      assertThat(last(collected, "challenge").result()).isEqualTo("malformed");
    }
  }

  @Test
  void aManifestThatNamesPathsInThePlaceOfDigestsLeadsNowhere() throws IOException {
    registry.manifest(
        "team/api", "1.0", "{\"config\":{\"digest\":\"../../../oauth2/exchange\",\"size\":1}}");
    Collected collected = collect();
    assertThat(Collecting.facts(collected, Image.class)).hasSize(1);
    assertThat(registry.requests())
        .noneMatch(request -> request.getUrl().encodedPath().contains("exchange"));
  }

  @Test
  void aLayerThatTheRegistryGivesItselfNeedsNoOtherHost() throws IOException {
    MockResponse layer = new MockResponse.Builder().code(200).body("layer").build();
    assertThat(probe("blob", (request, connection) -> layer).status()).isEqualTo(200);
  }
}
