package io.github.acrdoctor.collect.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.acrdoctor.facts.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigFileTest {
  @TempDir private Path folder;

  private static DockerConfigFile parse(String json) {
    return DockerConfigFile.parse(Path.of("config.json"), json);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLoginIsReadWithoutPrintingItsSecret() {
    DockerConfigFile file =
        parse("{\"auths\":{\"a.azurecr.io\":{\"auth\":\"" + base64("dana:pa:ss") + "\"}}}");
    assertThat(file.readable()).isEqualTo(Answer.YES);
    StoredCredential login = file.logins().get(0);
    assertThat(login.user()).isEqualTo("dana");
    assertThat(login.secret().reveal()).isEqualTo("pa:ss");
    assertThat(login.identityToken()).isFalse();
    assertThat(file.toString()).doesNotContain("pa:ss").contains("(secret)");
  }

  @Test
  void aRefreshTokenWinsOverThePassword() {
    DockerConfigFile file =
        parse(
            "{\"auths\":{\"a.azurecr.io\":{\"identitytoken\":\"t\",\"auth\":\""
                + base64(StoredCredential.NOBODY + ":")
                + "\"}}}");
    assertThat(file.logins())
        .extracting(StoredCredential::user, StoredCredential::identityToken)
        .containsExactly(tuple(StoredCredential.NOBODY, true));
  }

  @Test
  void webAddressesCountAsTheirHosts() {
    String entry = "{\"auth\":\"" + base64("u:p") + "\"}";
    DockerConfigFile file =
        parse("{\"auths\":{\"https://a.azurecr.io/v2/\":%s,\"b.azurecr.io\":{}}}".formatted(entry));
    assertThat(file.logins())
        .extracting(StoredCredential::registry)
        .containsExactly("a.azurecr.io");
  }

  @Test
  void theHelperOfAHostWinsOverTheOneForAll() {
    DockerConfigFile file =
        parse("{\"credsStore\":\"desktop\",\"credHelpers\":{\"a.azurecr.io\":\"acr-env\"}}");
    assertThat(file.helper("a.azurecr.io")).isEqualTo("acr-env");
    assertThat(file.helper("b.azurecr.io")).isEqualTo("desktop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"text\"",
        "\uFEFF{}",
        "{\"auths\":[]}",
        "{\"auths\":{\"a\":{\"auth\":\"%%%\"}}}",
        "{\"auths\":{\"a\":{\"auth\":\"bm9jb2xvbg==\"}}}",
        "{\"credHelpers\":\"desktop\"}",
        "{\u0000\"\u0000a\u0000"
      })
  void whatDockerRefusesIsNotReadable(String text) {
    assertThat(parse(text).readable()).isEqualTo(Answer.NO);
    assertThat(parse(text).logins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "{} trailing", "{\"auths\":null}"})
  void whatDockerTakesForEmptyIsReadable(String text) {
    assertThat(parse(text).readable()).isEqualTo(Answer.YES);
    assertThat(parse(text).names()).isFalse();
  }

  @Test
  void randomTextsNeverBreakIt() {
    Random random = new Random(4);
    String letters = "{}[]\":,\\authscredStore0\u0000\uD800 \n";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder("{\"auths\":{\"a\":");
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(parse(text.toString()).readable()).isNotNull();
    }
  }

  @Test
  void aFileThatIsNotThereIsAnEmptyOne() {
    DockerConfigFile file = DockerConfigFile.read(folder.resolve("none.json"));
    assertThat(file.readable()).isEqualTo(Answer.YES);
    assertThat(file.logins()).isEmpty();
  }

  @Test
  void aFolderInItsPlaceIsNotReadable() {
    assertThat(DockerConfigFile.read(folder).readable()).isEqualTo(Answer.NO);
  }

  @Test
  void aFileBeyondTheLimitIsNotJudged() throws IOException {
    Path file = Files.writeString(folder.resolve("large.json"), " ".repeat((1 << 20) + 1) + "{}");
    assertThat(DockerConfigFile.read(file).readable()).isEqualTo(Answer.UNKNOWN);
  }
}
