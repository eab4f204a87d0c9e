package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactQuestionsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "17.12.1-ce, 18.03, true",
    "18.03.0, 18.03, false",
    "18.3, 18.03, false",
    "28.2.2, 18.03, false",
    "1.13.1, 18.03, true",
    "unknown, 18.03, false",
    "'', 18.03, false"
  })
  void versionsAreComparedByNumber(String version, String than, boolean older) {
    assertThat(new DockerClient(null, version, null, null).olderThan(than)).isEqualTo(older);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7/32, 203.0.113.8, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "203.0.113.0/33, 203.0.113.1, false",
    "contoso.azurecr.io, 203.0.113.1, false",
    "2001:db8::/32, 2001:db8::1, true",
    "2001:db8::/32, 203.0.113.1, false"
  })
  void rangesHoldAddresses(String range, String ip, boolean holds) {
    assertThat(new NetworkRule(range, "Allow", null).covers(ip)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true",
    "172.16.0.1, true",
    "172.32.0.1, false",
    "192.168.1.1, true",
    "127.0.0.1, true",
    "169.254.169.254, true",
    "100.64.1.1, true",
    "203.0.113.1, false",
    "fd00::1, true",
    "2001:db8::1, false",
    "host, false"
  })
  void privateAddressesAreKnown(String ip, boolean isPrivate) {
    assertThat(new ClientAddress(ip, null, null).isPrivate()).isEqualTo(isPrivate);
  }

  @ParameterizedTest
  @CsvSource({
    "repositories/team/api/content/read, team/api, content/read, true",
    "repositories/team/*/content/read, team/api, content/read, true",
    "repositories/*/content/read, team/api, content/read, true",
    "repositories/team/api/content/read, team/web, content/read, false",
    "repositories/team/api/content/read, team/api, content/write, false",
    "repositories//content/read, team/api, content/read, false"
  })
  void scopeMapsCoverActions(String entry, String repository, String action, boolean allowed) {
    assertThat(new ScopeMap("m", List.of(entry)).allows(repository, action)).isEqualTo(allowed);
  }

  @Test
  void timesAreJudgedByTheCasesClock() {
    assertThat(new Change("x", NOW.minusSeconds(300), null).within(NOW, 10)).isTrue();
    assertThat(new Change("x", NOW.minusSeconds(3000), null).within(NOW, 10)).isFalse();
    assertThat(new Change("x", NOW.plusSeconds(1), null).within(NOW, 10)).isFalse();
    assertThat(new Change("x", null, null).within(NOW, 10)).isFalse();
    Credential ended = new Credential(null, null, null, null, null, null, null, NOW);
    assertThat(ended.expiredAt(NOW)).isTrue();
    assertThat(ended.expiredAt(NOW.minusSeconds(1))).isFalse();
    assertThat(new Credential(null, null, null, null, null, null, null, null).expiredAt(NOW))
        .isFalse();
    assertThat(new Credential(null, null, null, null, null, null, null, null).validAt(NOW))
        .isFalse();
  }

  @Test
  void missingIsNotFalse() {
    assertThat(new DockerClient(null, null, null, null).installed()).isEqualTo(Answer.UNKNOWN);
  }
}
