package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted secrets must not come out again, whatever they came in with. None of them is real. */
class SecretsTest {
  /** No piece of a secret that is this long may be seen. */
  private static final int WINDOW = 10;

  private static final String PASSWORD = "Hunter2-Winter-9";
  private static final String JWT_BODY = "eyJzdWIiOiJjb250b3NvLWNpIn0.aW52ZW50ZWQtc2lnbmF0dXJl";
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9." + JWT_BODY;
  private static final String SAS = "Zm9vYmFyYmF6cXV4aW52ZW50ZWQ%3D";
  private static final String KEY = "QWxhZGRpbjpvcGVuIHNlc2FtZWludmVudGVkaW52ZW50ZWQ=";
  private static final String CLIENT_SECRET = "abc8Q~DefGhiJklMnoPqrStuVwxYz0123456789A";
  private static final String AUTH = "Y29udG9zby1jaTppbnZlbnRlZHBhc3N3b3Jk";

  private static final List<String> SECRETS =
      List.of(PASSWORD, JWT_BODY, SAS, KEY, CLIENT_SECRET, AUTH);

  /** Each with the words around it that people paste. */
  private static final Map<String, String> PLANTED =
      Map.of(
          "docker login -p", "docker login contoso.azurecr.io -u contoso-ci -p " + PASSWORD,
          "a bearer token", "Authorization: Bearer " + JWT,
          "a token alone", "token " + JWT,
          "a shared access signature",
              "https://contoso.blob.core.windows.net/layer?sv=2024-05-04&sig=" + SAS,
          "a connection string",
              "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=" + KEY,
          "a client secret", "AZURE_CLIENT_SECRET=" + CLIENT_SECRET,
          "a client secret alone", "it is " + CLIENT_SECRET,
          "docker's configuration",
              "{\"auths\":{\"contoso.azurecr.io\":{\"auth\":\"" + AUTH + "\"}}}",
          "a proxy with a password",
              "HTTPS_PROXY=http://ci:" + PASSWORD + "@proxy.contoso.example:3128");

  @TempDir Path folder;

  private static void assertNoSecretIn(Run run) {
    String all = run.out() + run.err();
    for (String secret : SECRETS) {
      for (int i = 0; i + WINDOW <= secret.length(); i++) {
        assertThat(all).doesNotContain(secret.substring(i, i + WINDOW));
      }
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static String everything() {
    return PLANTED.values().stream()
        .sorted()
        .map(planted -> planted + " " + Run.DENIED + " " + planted)
        .collect(Collectors.joining("\n"));
  }

  static Stream<String> planted() {
    return PLANTED.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("planted")
  void aSecretNextToTheErrorIsNotShownInAnyFormat(String what) {
    String planted = PLANTED.get(what);
    for (ReportFormat format : ReportFormat.values()) {
      Run run =
          Run.of("diagnose", "--format", format.name(), planted + " " + Run.DENIED, "and", planted);
      assertThat(run.code()).isZero();
      assertNoSecretIn(run);
    }
  }

  private static String caseWith(String planted) {
    String value = quoted(planted);
    return "{\"id\":"
        + value
        + ",\"texts\":[{\"source\":\"terminal\",\"text\":"
        + quoted(everything())
        + "}],\"facts\":{"
        + "\"registry\":{\"name\":"
        + value
        + ",\"sku\":\"Premium\",\"subscription\":"
        + value
        + "},"
        + "\"dockerClient\":{\"installed\":\"no\",\"version\":"
        + value
        + ",\"flavour\":"
        + value
        + "},"
        + "\"proxy\":{\"url\":"
        + value
        + "},\"image\":{\"repository\":"
        + value
        + ",\"tag\":"
        + value
        + "},"
        + "\"identity\":{\"name\":"
        + value
        + "},\"attempt\":{\"action\":\"login\",\"user\":"
        + value
        + "},"
        + "\"notCollected\":{\"fact\":"
        + value
        + ",\"reason\":"
        + value
        + "}}}";
  }

  @ParameterizedTest
  @MethodSource("planted")
  void aSecretInACaseFileIsNotShownInAnyFormat(String what) {
    String file = Run.file(folder, "case.json", caseWith(PLANTED.get(what)));
    for (ReportFormat format : ReportFormat.values()) {
      Run run = Run.of("diagnose", "--format", format.name(), "--top", "100", "--case", file);
      assertThat(run.code()).as(run.err()).isZero();
      assertNoSecretIn(run);
    }
  }

  @Test
  void aSecretInTheNameOfATextIsNotShown() {
    for (ReportFormat format : ReportFormat.values()) {
      String file =
          Run.file(
              folder,
              "case.json",
              "{\"texts\":[{\"source\":\"docker login -p "
                  + PASSWORD
                  + "\",\"text\":\""
                  + Run.DENIED
                  + "\"}]}");
      assertNoSecretIn(Run.of("diagnose", "--format", format.name(), "--case", file));
    }
  }

  @Test
  void aBatchShowsNoSecret() {
    String lines =
        PLANTED.values().stream()
            .sorted()
            .map(SecretsTest::caseWith)
            .collect(Collectors.joining("\n"));
    Run run = Run.with(lines, "batch", "-");
    assertThat(run.reports())
        .hasSize(PLANTED.size())
        .allMatch(report -> report.get("identified").asBoolean());
    assertNoSecretIn(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s: 1}",
        "{\"facts\":{%s: {}}}",
        "{\"facts\":{\"registry\":{%s: 1}}}",
        "{\"facts\":{\"registry\":{\"exists\": %s}}}",
        "{\"facts\":{\"registry\":{\"createdAt\": %s}}}",
        "{\"facts\":{\"httpProbe\":{\"status\": %s}}}",
        "{\"now\": %s}",
        "{\"id\":\"a\",%1$s:1,%1$s:1}",
        "{\"texts\":[%s,}",
        "{\"texts\":[%s",
        "texts: [%s",
        "%1$s: a\n%1$s: b",
        "texts: %s: %1$s"
      })
  void aRefusedCaseFileIsNotQuotedWithItsSecrets(String form) {
    for (String planted : PLANTED.values()) {
      String content = String.format(form, quoted(planted));
      Run run = Run.of("diagnose", "--case", Run.file(folder, "case.yaml", content));
      run.isRefused("case.yaml");
      assertNoSecretIn(run);
      Run batch = Run.with(content.replace("\n", " "), "batch", "-");
      assertThat(batch.code()).isEqualTo(ExitCode.USAGE);
      assertNoSecretIn(batch);
    }
  }

  @Test
  void otherComplaintsDoNotQuoteSecretsEither() {
    for (String planted : PLANTED.values()) {
      assertNoSecretIn(Run.of("explain", planted));
      assertNoSecretIn(Run.of("batch", planted));
      assertNoSecretIn(Run.of("diagnose", "--format", planted, "x"));
      assertNoSecretIn(
          Run.of("evaluate", Run.file(folder, "x.jsonl", "{\"text\":" + quoted(planted) + ",}")));
    }
  }
}
