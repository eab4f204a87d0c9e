package io.github.acrdoctor.collect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerEntryTest {
  @ParameterizedTest
  @CsvSource({
    "contoso.azurecr.io, true",
    "https://contoso.azurecr.io, true",
    "https://contoso.azurecr.io/v2/, true",
    "contoso.azurecr.io/team, true",
    "*.azurecr.io, true",
    "Contoso.azurecr.io, true",
    "contoso.azurecr.io/other, false",
    "contoso.azurecr.io/tea, false",
    "fabrikam.azurecr.io, false",
    "*.io, false",
    "contoso.azurecr.io:5000, false",
    "contoso, false",
    "/, false",
  })
  void anEntryCoversTheImagesThatTheKubeletWouldUseItFor(String key, boolean covers) {
    DockerEntry entry = new DockerEntry(key, null, null);
    assertThat(entry.covers("contoso.azurecr.io/team/api:1.0")).isEqualTo(covers);
  }

  @Test
  void anEntryWithAPathIsForTheRegistryToo() {
    assertThat(new DockerEntry("contoso.azurecr.io/other", null, null).covers("contoso.azurecr.io"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "7",
        "{\"a\":null}",
        "{\"a\":[1]}",
        "{\"a\":{\"auth\":\"not base64!\"}}",
        "{\"a\":{\"auth\":7,\"identitytoken\":\"x.y.z\",\"password\":{}}}"
      })
  void whatIsBrokenNamesNobody(String auths) {
    assertThat(DockerEntry.read(Json.read(auths)))
        .isIn(List.of(), List.of(new DockerEntry("a", null, null)));
  }

  @Test
  void theUserIsWhatStandsBeforeTheFirstColon() {
    String auths = "{\"x\":{\"auth\":\"%s\"}}".formatted(Shapes.base64("ci:a:b"));
    assertThat(DockerEntry.read(Json.read(auths)))
        .containsExactly(new DockerEntry("x", "ci", null));
  }
}
