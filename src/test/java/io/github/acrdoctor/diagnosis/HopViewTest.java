package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.diagnosis.HopState.State;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Hop;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopViewTest {
  private static final Diagnoser DIAGNOSER = new Diagnoser(KNOWLEDGE, Clock.systemUTC());

  private static List<HopState> hops(Case input) {
    return DIAGNOSER.diagnose(input).hops();
  }

  private static String bad(List<HopState> hops) {
    return hops.stream()
        .filter(h -> h.state() == State.BAD)
        .map(h -> h.hop().word())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "dial tcp: lookup contoso.azurecr.io on 10.0.0.10:53: no such host~dns",
        "dial tcp 203.0.113.5:443: i/o timeout~tcp",
        "tls: failed to verify certificate: x509: certificate signed by unknown authority~tls",
        "manifest for contoso.azurecr.io/team/api:9 not found: manifest unknown: manifest tagged by \"9\" is not found~manifest"
      })
  void aMessageShowsTheHopAtWhichItFails(String text, String hop) {
    List<HopState> hops = hops(Case.ofText("t", text));
    assertThat(bad(hops)).isEqualTo(hop);
  }

  @Test
  void hopsBeforeTheOneThatFailsMustHaveWorkedButTheTokenExchangeIsNotEverybodysWay() {
    List<HopState> hops =
        hops(
            Case.ofText(
                "t",
                "manifest for contoso.azurecr.io/team/api:9 not found: manifest unknown: manifest tagged by \"9\" is not found"));
    assertThat(hops).hasSize(Hop.values().length);
    assertThat(hops)
        .filteredOn(h -> h.state() == State.PASSED || h.state() == State.GOOD)
        .extracting(HopState::hop)
        .containsExactly(Hop.NAME, Hop.DNS, Hop.TCP, Hop.TLS, Hop.CHALLENGE, Hop.TOKEN);
    assertThat(hops)
        .filteredOn(h -> h.hop() == Hop.EXCHANGE || h.hop() == Hop.DATA)
        .extracting(HopState::state)
        .containsOnly(State.UNKNOWN);
  }

  @Test
  void probesShowHopsByThemselves() {
    Case input =
        CaseReader.read(
            "c",
            "facts:\n"
                + "  dnsAnswer: {host: contoso.azurecr.io, result: ok, addresses: [203.0.113.5]}\n"
                + "  tcpProbe: {host: contoso.azurecr.io, role: login-server, port: 443, result: connected}\n"
                + "  tlsProbe: {host: contoso.azurecr.io, trusted: no, intercepted: yes}\n");
    List<HopState> hops = hops(input);
    assertThat(bad(hops)).isEqualTo("tls");
    assertThat(hops)
        .filteredOn(h -> h.state() == State.GOOD)
        .extracting(HopState::hop)
        .containsExactly(Hop.DNS, Hop.TCP);
  }

  @Test
  void aTextAboutNothingOnTheWayShowsNoHops() {
    assertThat(hops(Case.ofText("t", "bash: docker: command not found"))).isEmpty();
  }
}
