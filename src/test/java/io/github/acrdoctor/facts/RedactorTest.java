package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  static Stream<Arguments> everyWritingOfEverySecret() {
    return SecretSamples.all().stream()
        .map(s -> Arguments.of(s.before(), s.secret(), s.after(), s.kind()));
  }

  @ParameterizedTest(name = "{0}*{2}")
  @MethodSource("everyWritingOfEverySecret")
  void replacesTheSecretAndNothingElse(
      String before, String secret, String after, Redactor.Kind kind) {
    assertThat(Redactor.redact(before + secret + after)).isEqualTo(before + kind.marker() + after);
  }

  @ParameterizedTest(name = "{0}*{2}")
  @MethodSource("everyWritingOfEverySecret")
  void findsTheSecretBetweenOtherLinesAndInEscapedJson(
      String before, String secret, String after, Redactor.Kind kind) {
    String line = before + secret + after;
    assertThat(Redactor.redact("first line\r\n" + line + "\r\nlast line"))
        .isEqualTo("first line\r\n" + before + kind.marker() + after + "\r\nlast line");
    assertThat(Redactor.redact("{\"log\":\"" + escaped(line) + "\\n\",\"stream\":\"stderr\"}"))
        .doesNotContain(escaped(secret))
        .endsWith("\"stream\":\"stderr\"}");
    assertThat(
            Redactor.redact(
                "{\"log\":\"{\\\"log\\\":\\\"" + escaped(escaped(line)) + "\\\\n\\\"}\"}"))
        .doesNotContain(escaped(escaped(secret)));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error response from daemon: Get \"https://contoso.azurecr.io/v2/\": unauthorized:"
            + " authentication required",
        "denied: client with IP '203.0.113.16' is not allowed access. Refer"
            + " https://aka.ms/acr/firewall",
        "CorrelationId: 0b9d8a3e-7f2b-4d0c-9a3e-1c2d3e4f5a6b",
        "sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
        "docker login contoso.azurecr.io -u contoso -p $PASSWORD",
        "docker login contoso.azurecr.io -u contoso -p \"$ACR_PASSWORD\"",
        "docker login contoso.azurecr.io -u contoso -p %PASSWORD%",
        "docker login contoso.azurecr.io -u contoso -p <password>",
        "docker login contoso.azurecr.io -u contoso -p ********",
        "docker login contoso.azurecr.io -u contoso --password=***",
        "docker login contoso.azurecr.io -u contoso --password $(az acr credential show -n contoso"
            + " -o tsv)",
        "docker login contoso.azurecr.io -u contoso --password-stdin < file",
        "az acr login -n contoso --expose-token --output tsv --query accessToken",
        "az ad sp create-for-rbac --query password -o tsv",
        "az acr token credential generate --query \"passwords[0].value\" --password1",
        "az acr credential renew --name contoso --password-name password2",
        "WARNING! Using --password via the CLI is insecure. Use --password-stdin.",
        "  -p, --password string   Password",
        "usage: az login [--username USERNAME] [--password PASSWORD]",
        "docker run -p 8080:80 contoso.azurecr.io/team/api:1.0",
        "docker run -u root -p 8080:80 nginx",
        "mkdir -p /var/lib/app",
        "docker compose -p proj-2024 up",
        "docker login contoso.azurecr.io && docker run -p 8080:80 nginx",
        "curl -u $USER:$PASSWORD https://contoso.azurecr.io/v2/",
        "www-authenticate: Bearer"
            + " realm=\"https://contoso.azurecr.io/oauth2/token\",service=\"contoso.azurecr.io\"",
        "Www-Authenticate: Basic realm=\"contoso123.azurecr.io\"",
        "no basic auth credentials",
        "Basic authentication failed",
        "The Basic SKU does not offer this, Standard2 neither",
        "bearer token is missing",
        "Authorization: Bearer $TOKEN",
        "Authorization: Bearer <token>",
        "Authorization failed for user 4711",
        "invalid username/password: unauthorized: authentication required",
        "Password: \nLogin Succeeded",
        "Password: Error: Cannot perform an interactive login from a non TTY device",
        "Password: WARNING! Your password will be stored unencrypted in /root/.docker/config.json.",
        "failed to fetch anonymous token: unexpected status: 401 Unauthorized",
        "failed to fetch oauth token: unexpected status",
        "Please specify both username and password in non-interactive mode.",
        "AADSTS7000215: Invalid client secret provided.",
        "AADSTS7000222: The provided client secret keys for app"
            + " '33333333-aaaa-bbbb-cccc-000000000001' are expired.",
        "secret \"acr-secret\" not found",
        "{\"auths\":{\"contoso.azurecr.io\":{}},\"credsStore\":\"desktop\"}",
        "{\"password\": null, \"identitytoken\": \"\"}",
        "{\"auth\": \"basic\", \"token\": \"ci-pull\"}",
        "{\"passwords\": [{\"name\": \"password\"}]}",
        "password: ${{ secrets.ACR_PASSWORD }}",
        "password: $(acrPassword)",
        "password: {{ .Values.password }}",
        "[{name:name, password:password}]",
        "PWD=/home/dana",
        "https://contoso.azurecr.io:443/v2/",
        "https://contoso.azurecr.io/oauth2/token?service=contoso.azurecr.io&scope=repository:team/api:pull",
        "git@github.com:contoso/api.git",
        "https://<user>:<password>@contoso.azurecr.io",
        "SharedAccessKeyName=RootManageSharedAccessKey",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----",
        "eyJ is how a token starts",
        "/subscriptions/00000000-aaaa-bbbb-cccc-000000000001/resourceGroups/rgACR/providers/Microsoft.ContainerRegistry",
        "ab1Q~short",
        "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer",
        "grant_type=refresh_token&service=contoso.azurecr.io",
        "MANIFEST_UNKNOWN: manifest tagged by \"1.0\" is not found",
      })
  void leavesAloneWhatIsNoSecret(String text) {
    assertThat(Redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void returnsTheSameObjectWhenThereIsNothingToHide() {
    String text = "unauthorized: authentication required";
    assertThat(Redactor.redact(text)).isSameAs(text);
    assertThat(Redactor.redact(null)).isNull();
  }

  @Test
  void hidesASecretThatColoursSurround() {
    assertThat(
            Redactor.redact(
                "\u001b[34;1m\"password\"\u001b[0m\u001b[39m:\u001b[0;32m \"S3cret-1\"\u001b[0m"))
        .isEqualTo(
            "\u001b[34;1m\"password\"\u001b[0m\u001b[39m:\u001b[0;32m \"[redacted"
                + " password]\"\u001b[0m");
  }

  @Test
  void hidesWhatTheShellGluesTogether() {
    assertThat(Redactor.redact("docker login -p 'it'\\''s s3cret' host"))
        .isEqualTo("docker login -p '[redacted password]' host");
  }

  @Test
  void takesAVariableInSingleQuotesForTheSecretThatItIs() {
    assertThat(Redactor.redact("docker login -p '$ecret1' host")).doesNotContain("$ecret1");
    assertThat(Redactor.redact("docker login -p $secret host")).contains("$secret");
  }

  @Test
  void hidesAKeyThatWasCutOff() {
    String text =
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq0\nMIIEpAIBAAKCAQEA7bq0\nthe end";
    assertThat(Redactor.redact(text)).isEqualTo("[redacted private key]\nthe end");
  }

  @Test
  void hidesAllPasswordsThatTheCliPrints() {
    String json =
        "{\n"
            + "  \"passwords\": [\n"
            + "    {\n"
            + "      \"name\": \"password\",\n"
            + "      \"value\": \"abc=DEF/1234567890\"\n"
            + "    },\n"
            + "    {\n"
            + "      \"name\": \"password2\",\n"
            + "      \"value\": \"ghi+JKL/1234567890\"\n"
            + "    }\n"
            + "  ],\n"
            + "  \"username\": \"contoso\"\n"
            + "}";
    assertThat(Redactor.redact(json))
        .isEqualTo(
            json.replace("abc=DEF/1234567890", "[redacted password]")
                .replace("ghi+JKL/1234567890", "[redacted password]"));
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "a",
        "-p ",
        "password=",
        "password:",
        "--password ",
        "--creds=",
        "pwd=/",
        "authorization:",
        "://",
        "eyJ",
        "Q~",
        "ACR",
        "aACR",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n",
        "\"",
        "\\",
        "\\\"",
        "'",
        "password=\"",
        "\"password\":\"",
        "password=\\\"",
        "basic ",
        "basic",
        "bearer a",
        "%3D",
        "sig%3D",
        "://a:",
        "curl -u ",
        "login -p",
        "1Q~a",
        ",",
        "password=,",
        "[redacted ",
        "$(",
        "<",
        "\u001b[",
        "\u001b[1;",
        "\n",
        "eyJ.a");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void readsTenMegabytesWhateverTheyHold(String unit) {
    String text = unit.repeat(10 * 1024 * 1024 / unit.length());
    assertThatCode(() -> Redactor.redact(text)).doesNotThrowAnyException();
  }

  @Test
  void doesNotLookAtAPlaceTwice() {
    List<Redactor.Place> places = Redactor.places("password=abc1 password=abc2");
    assertThat(places).extracting(Redactor.Place::start).containsExactly(9, 23);
  }
}
