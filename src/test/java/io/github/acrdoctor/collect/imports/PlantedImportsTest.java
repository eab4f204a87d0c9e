package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.kubernetes.Shapes;
import io.github.acrdoctor.facts.StoredLogin;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that people send with their files: none may get into a fact or a text. */
class PlantedImportsTest {
  private static final String PASSWORD = Shapes.PASSWORD;
  private static final String CODED = Shapes.base64("ci-pull:" + PASSWORD);
  private static final String CLAIMS =
      "{\"iss\":\"Azure Container Registry\",\"aud\":\"contoso.azurecr.io\",\"iat\":1795510800,"
          + "\"exp\":1795514400}";
  private static final String TOKEN =
      "eyJhbGciOiJSUzI1NiJ9."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(CLAIMS.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          + ".Zq8-Planted-Signature-4711";

  private static String fill(String template) {
    return template.replace("PASSWORD", PASSWORD).replace("CODED", CODED).replace("TOKEN", TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\":{\"contoso.azurecr.io\":{\"auth\":\"CODED\",\"identitytoken\":\"TOKEN\"}}}",
        "{\"auths\":{\"contoso.azurecr.io\":{\"username\":\"ci\",\"password\":\"PASSWORD\"}}}",
        "{\"auths\":{\"contoso.azurecr.io\":{\"registrytoken\":\"TOKEN\"}}}",
        "{\"accessToken\":\"TOKEN\",\"loginServer\":\"contoso.azurecr.io\"}",
        "{\"accessToken\":\"TOKEN\",\"expiresOn\":\"2026-11-24\",\"tenant\":\"t\"}",
        "{\"username\":\"contoso\",\"passwords\":[{\"name\":\"password\",\"value\":\"PASSWORD\"}]}",
        "{\"type\":\"Microsoft.ContainerRegistry/registries/tokens\",\"name\":\"ci\","
            + "\"credentials\":{\"passwords\":[{\"name\":\"password1\",\"value\":\"PASSWORD\"}]}}",
        "{\"keyId\":\"k\",\"endDateTime\":\"2026-11-20T00:00:00Z\",\"secretText\":\"PASSWORD\"}",
        "https_proxy=http://dana:PASSWORD@proxy.contoso.example:3128",
        "export HTTP_PROXY='http://dana:PASSWORD@proxy.contoso.example:3128'",
        "> GET /v2/ HTTP/1.1\n> Host: contoso.azurecr.io\n> Authorization: Basic CODED\n"
            + "< HTTP/1.1 200 OK\n",
      })
  void noSecretGetsIntoWhatIsRead(String template) {
    Collected collected = Imports.read("sent", fill(template));
    assertThat(collected.facts()).isNotEmpty();
    assertThat(collected.toString()).doesNotContain(PASSWORD, CODED, TOKEN, "Planted");
  }

  @Test
  void noSecretOfAClusterGetsIntoWhatIsRead() {
    String text =
        Shapes.list(
            Shapes.secret("acr", "contoso.azurecr.io", "ci-pull"),
            Shapes.typed("db", "Opaque", PASSWORD),
            Shapes.pod("api-1", "contoso.azurecr.io/a:1", "[{\"name\":\"acr\"}]", "node-1"));
    Collected collected = Imports.read("cluster.json", text);
    assertThat(collected.facts()).hasSize(1);
    assertThat(collected.toString()).doesNotContain(PASSWORD, CODED, Shapes.base64(PASSWORD));
  }

  @Test
  void aTokenTellsItsEndAndItsRegistry() {
    String text =
        fill(
            "{\"auths\":{\"contoso.azurecr.io\":{\"auth\":\"CODED\",\"identitytoken\":\"TOKEN\"}}}");
    assertThat(Imports.read("config.json", text).facts())
        .anyMatch(
            fact ->
                fact instanceof StoredLogin login
                    && "ci-pull".equals(login.user())
                    && "contoso.azurecr.io".equals(login.tokenRegistry())
                    && Instant.ofEpochSecond(1795514400).equals(login.expiresAt()));
  }
}
