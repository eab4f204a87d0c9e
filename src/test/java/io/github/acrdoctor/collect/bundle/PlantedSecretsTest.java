package io.github.acrdoctor.collect.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets of every kind in every place of a bundle: none comes out. None of them is real. */
class PlantedSecretsTest {
  /** No piece of a secret that is this long may be seen. */
  private static final int WINDOW = 8;

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String PASSWORD = "Hunter2-Winter-9";
  private static final String BASIC = "Y29udG9zbzpIdW50ZXIyLVdpbnRlci05";
  private static final String BODY = "eyJzdWIiOiJjb250b3NvLWNpIn0.aW52ZW50ZWQtc2lnbmF0dXJl";
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9." + BODY;
  private static final String ENTRA = "abc8" + "Q~" + "DefGhiJklMnoPqrStuVwxYz0123456789A";
  private static final String ADMIN =
      "Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaW" + "+ACR" + "Ab1Cd2Ef";
  private static final String PEM = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";
  private static final String SIGNATURE = "Zm9vYmFyYmF6cXV4aW52ZW50ZWQ%3D";
  private static final String KEY = "QWxhZGRpbjpvcGVuIHNlc2FtZWludmVudGVk==";

  /**
   * A secret as it is met.
   *
   * @param kind what it is
   * @param secret what must not be seen
   * @param text with what stands around it
   */
  private record Planted(String kind, String secret, String text) {
    @Override
    public String toString() {
      return kind;
    }
  }

  private static final List<Planted> PLANTED =
      List.of(
          new Planted("access token", BODY, "token " + JWT),
          new Planted(
              "refresh token", "0.AXoAbcdefgh-1234", "refresh_token=0.AXoAbcdefgh-1234&x=1"),
          new Planted("bearer header", BODY, "Authorization: Bearer " + JWT),
          new Planted("basic header", BASIC, "> authorization: Basic " + BASIC),
          new Planted("docker auth", BASIC, "{\"auths\":{\"x\":{\"auth\":\"" + BASIC + "\"}}}"),
          new Planted("identity token", BODY, "{\"identitytoken\":\"" + JWT + "\"}"),
          new Planted("admin password", ADMIN, "the value '" + ADMIN + "' was refused"),
          new Planted("client secret", ENTRA, "it is " + ENTRA),
          new Planted("client secret variable", ENTRA, "AZURE_CLIENT_SECRET=" + ENTRA),
          new Planted(
              "token password",
              PASSWORD,
              "{\"name\":\"password1\",\"value\":\"" + PASSWORD + "\"}"),
          new Planted("login", PASSWORD, "docker login x.azurecr.io -u ci -p " + PASSWORD),
          new Planted(
              "shared access link",
              SIGNATURE,
              "https://x.blob.core.windows.net/l?sv=2024-05-04&sig=" + SIGNATURE),
          new Planted("connection string", KEY, "DefaultEndpointsProtocol=https;AccountKey=" + KEY),
          new Planted("proxy", PASSWORD, "HTTPS_PROXY=http://ci:" + PASSWORD + "@proxy:3128"),
          new Planted(
              "private key",
              PEM,
              "-----BEGIN " + "PRIVATE KEY-----\n" + PEM + "\n-----END " + "PRIVATE KEY-----"),
          new Planted("assertion", BODY, "client_assertion=" + JWT + "&x=1"));

  private static void assertNoSecret(Planted planted, Unzipped unzipped) {
    List<String> produced = new ArrayList<>(unzipped.files().values());
    produced.addAll(unzipped.files().keySet());
    produced.add(new String(unzipped.zip(), StandardCharsets.ISO_8859_1));
    for (String content : produced) {
      for (int i = 0; i + WINDOW <= planted.secret().length(); i++) {
        assertThat(content).doesNotContain(planted.secret().substring(i, i + WINDOW));
      }
    }
    assertThat(unzipped.file("redactions.json")).contains("\"kind\" : \"");
  }

  static Stream<Arguments> everySecretInEveryKindOfFact() {
    return PLANTED.stream()
        .flatMap(planted -> RandomCases.KINDS.stream().map(kind -> Arguments.of(planted, kind)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource
  void everySecretInEveryKindOfFact(Planted planted, Class<?> kind) {
    Fact fact = RandomCases.fact(kind, type -> value(type, planted.text()));
    Case input = new Case(null, NOW, List.of(), List.of(fact));
    boolean holdsTexts = !fact.equals(RandomCases.fact(kind, type -> value(type, "")));
    Unzipped unzipped = Unzipped.of(new Bundle(input, List.of(), "1.2.3", "abcdef"));
    if (holdsTexts) {
      assertNoSecret(planted, unzipped);
    } else {
      assertThat(unzipped.file("case.yaml")).doesNotContain(planted.secret());
    }
  }

  private static Object value(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == List.class) {
      return List.of("first", text, text + " again");
    }
    if (type == Map.class) {
      return Map.of("status", text, text, "x");
    }
    return type == int.class ? 1 : null;
  }

  static Stream<Planted> everySecret() {
    return PLANTED.stream();
  }

  @ParameterizedTest
  @MethodSource("everySecret")
  void inTextsTheirNamesAndTheId(Planted planted) {
    String text = "first\r\n" + planted.text() + "\r\nlast";
    Case input = new Case(planted.text(), NOW, List.of(new Text(planted.text(), text)), List.of());
    assertNoSecret(planted, Unzipped.of(new Bundle(input, List.of(), "1.2.3", "abcdef")));
  }

  static Stream<Arguments> everySecretInEveryPartOfAQuestion() {
    return PLANTED.stream()
        .flatMap(
            planted ->
                Stream.of("collector", "what", "outcome", "answer", "json", "version", "knowledge")
                    .map(part -> Arguments.of(planted, part)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource
  void everySecretInEveryPartOfAQuestion(Planted planted, String part) {
    String text = planted.text();
    Asked asked =
        switch (part) {
          case "collector" -> new Asked(text, "GET x", NOW, 1, "200", "ok");
          case "what" -> new Asked("azure", "GET " + text, NOW, 1, "200", "ok");
          case "outcome" -> new Asked("azure", "GET x", NOW, 1, text, "ok");
          case "answer" -> new Asked("azure", "GET x", NOW, 1, "200", "ok\n" + text + "\n");
          case "json" -> new Asked("azure", "GET x", NOW, 1, "200", "{\"log\":" + json(text) + "}");
          default -> new Asked("azure", "password: S3cret-1", NOW, 1, "200", "ok");
        };
    String version = part.equals("version") ? text : "1.2.3";
    String knowledge = part.equals("knowledge") ? text : "abcdef";
    Case input = new Case(null, NOW, List.of(), List.of());
    Unzipped unzipped = Unzipped.of(new Bundle(input, List.of(asked), version, knowledge));
    assertNoSecret(planted, unzipped);
    if (part.equals("json")) {
      assertThat(Unzipped.json("raw", unzipped.file("raw/01-azure-get-x.json")).has("log"))
          .isTrue();
    }
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  @Test
  void thereAreSeveralHundredOfThem() {
    assertThat(everySecretInEveryKindOfFact().count() + everySecretInEveryPartOfAQuestion().count())
        .isGreaterThan(500);
  }
}
