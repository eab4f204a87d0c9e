package io.github.acrdoctor.collect.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.StandInCodec;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
  private static Claims of(String json) {
    return Claims.of(new Secret("e30." + StandInCodec.base64(json) + ".c2ln"));
  }

  @Test
  void aTokenSaysWhoMadeItForWhomAndUntilWhen() {
    Claims claims =
        of(
            "{\"iss\":\"Azure Container Registry\",\"aud\":\"contoso.azurecr.io\",\"iat\":1,"
                + "\"exp\":4000000000}");
    assertThat(claims.isOfRegistry()).isTrue();
    assertThat(claims.audience()).isEqualTo("contoso.azurecr.io");
    assertThat(claims.createdAt()).isEqualTo(Instant.ofEpochSecond(1));
    assertThat(claims.expiresAt()).isEqualTo(Instant.ofEpochSecond(4_000_000_000L));
    assertThat(claims.actions("team/api")).isNull();
  }

  @Test
  void aTokenListsWhatItAllowsByRepository() {
    Claims claims =
        of(
            "{\"access\":[{\"name\":\"a\",\"actions\":[\"pull\"]},"
                + "{\"name\":\"b\",\"actions\":[\"pull\",\"push\"]},7]}");
    assertThat(claims.actions("b")).containsExactlyInAnyOrder("pull", "push");
    assertThat(claims.actions("c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a.b.c.d", "a.%%.c", "password", "e30.W10.c2ln"})
  void whatIsNoTokenHasNoClaims(String text) {
    assertThat(Claims.of(new Secret(text))).isNull();
  }

  @Test
  void momentsBeyondAllTimeAreNotKnown() {
    assertThat(of("{\"exp\":9223372036854775807}").expiresAt()).isNull();
    assertThat(of("{\"exp\":\"soon\"}").expiresAt()).isNull();
  }
}
