package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.TlsProbe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkImportsTest {
  private static final String HOST = "contoso.azurecr.io";

  private static final String CURL =
      """
      *   Trying 203.0.113.80:443...
      * Connected to contoso.azurecr.io (203.0.113.80) port 443 (#0)
      * Server certificate:
      *  subject: CN=*.azurecr.io
      *  expire date: Mar  1 00:00:00 2027 GMT
      *  subjectAltName: host "contoso.azurecr.io" matched cert's "*.azurecr.io"
      *  issuer: C=US; O=Microsoft Corporation; CN=Microsoft Azure RSA TLS Issuing CA 03
      *  SSL certificate verify ok.
      > GET /v2/ HTTP/1.1
      > Host: contoso.azurecr.io
      > User-Agent: curl/7.88.1
      >
      < HTTP/1.1 401 Unauthorized
      < Content-Type: application/json; charset=utf-8
      < Www-Authenticate: Bearer realm="https://contoso.azurecr.io/oauth2/token",service="contoso.azurecr.io"
      <
      {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}
      * Connection #0 to host contoso.azurecr.io left intact
      """;

  private static HttpProbe probe(
      int status, String code, Answer proxy, Answer registry, Integer wait) {
    return new HttpProbe("challenge", HOST, status, code, proxy, registry, "answered", wait);
  }

  @Test
  void theOrdinaryAnswerOfARegistryIsNoErrorText() {
    Collected collected = Imports.read("curl.txt", CURL);
    assertThat(collected.facts())
        .containsExactly(
            probe(401, "UNAUTHORIZED", Answer.NO, Answer.YES, null),
            new TlsProbe(
                HOST,
                Answer.YES,
                "C=US; O=Microsoft Corporation; CN=Microsoft Azure RSA TLS Issuing CA 03",
                Answer.UNKNOWN,
                Answer.YES,
                Answer.NO,
                "completed",
                Instant.parse("2027-03-01T00:00:00Z")));
    assertThat(collected.texts().toString())
        .contains("SSL certificate verify ok")
        .doesNotContain("authentication required")
        .doesNotContain("401");
  }

  @Test
  void anAnswerThatIsNotOrdinaryStaysAText() {
    String text =
        CURL.replace("401 Unauthorized", "403 Forbidden")
            .replace("UNAUTHORIZED", "DENIED")
            .replaceAll("< Www-Authenticate.*\n", "< Retry-After: 30\n");
    Collected collected = Imports.read("curl.txt", text);
    assertThat(collected.facts())
        .contains(probe(403, "DENIED", Answer.UNKNOWN, Answer.UNKNOWN, 30));
    assertThat(collected.texts().toString()).contains("403 Forbidden", "DENIED");
  }

  @Test
  void aRequestForAnotherServersTokenIsNoAzureRegistry() {
    String text = CURL.replace("https://contoso.azurecr.io/oauth2/token", "https://auth.example/t");
    assertThat(Imports.read("curl.txt", text).facts())
        .contains(probe(401, "UNAUTHORIZED", Answer.UNKNOWN, Answer.NO, null));
  }

  @Test
  void aProxyThatRefusesTheTunnelIsTheOneThatAnswers() {
    String text =
        """
        * Connected to proxy.contoso.example (10.0.0.8) port 3128 (#0)
        > CONNECT contoso.azurecr.io:443 HTTP/1.1
        > Host: contoso.azurecr.io:443
        >
        < HTTP/1.1 407 Proxy Authentication Required
        <
        curl: (56) CONNECT tunnel failed, response 407
        """;
    Collected collected = Imports.read("curl.txt", text);
    assertThat(collected.facts())
        .containsExactly(probe(407, null, Answer.YES, Answer.UNKNOWN, null));
    assertThat(collected.texts().toString()).contains("curl: (56)");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ok, YES, UNKNOWN, NO",
    "19, self-signed certificate in certificate chain, NO, UNKNOWN, UNKNOWN",
    "20, unable to get local issuer certificate, NO, UNKNOWN, UNKNOWN",
    "10, certificate has expired, UNKNOWN, UNKNOWN, YES",
    "62, hostname mismatch, UNKNOWN, NO, UNKNOWN",
  })
  void theVerdictOfOpensslIsRead(
      int code, String words, Answer trusted, Answer named, Answer expired) {
    String text =
        """
        $ openssl s_client -connect contoso.azurecr.io:443 -servername contoso.azurecr.io
        CONNECTED(00000003)
        ---
        Certificate chain
         0 s:CN = *.azurecr.io
           i:C = US, O = Contoso, CN = Contoso Proxy CA
           a:PKEY: rsaEncryption, 2048 (bit); sigalg: RSA-SHA256
           v:NotBefore: Mar  1 00:00:00 2026 GMT; NotAfter: Mar 11 00:00:00 2027 GMT
        ---
        Server certificate
        -----BEGIN CERTIFICATE-----
        MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ
        -----END CERTIFICATE-----
        subject=CN = *.azurecr.io
        issuer=C = US, O = Contoso, CN = Contoso Proxy CA
        ---
        SSL-Session:
            Master-Key: 0123456789ABCDEF
            Verify return code: %d (%s)
        ---
        """
            .formatted(code, words);
    Collected collected = Imports.read("tls.txt", text);
    assertThat(collected.facts())
        .containsExactly(
            new TlsProbe(
                HOST,
                trusted,
                "C = US, O = Contoso, CN = Contoso Proxy CA",
                Answer.UNKNOWN,
                named,
                expired,
                "completed",
                Instant.parse("2027-03-11T00:00:00Z")));
    assertThat(collected.texts().toString())
        .contains("Verify return code")
        .doesNotContain("MIIDdzCC", "0123456789ABCDEF");
  }

  @Test
  void proxiesOfTheEnvironmentAreReadWithoutTheirPasswords() {
    String text =
        """
        HTTPS_PROXY=http://dana:Zq8-Planted-Password-4711@proxy.contoso.example:3128
        https_proxy=http://proxy.contoso.example:3128
        no_proxy=localhost,.contoso.example
        """;
    Collected collected = Imports.read("env.txt", text);
    assertThat(collected.facts())
        .containsExactly(
            new Proxy(
                "client",
                "http://proxy.contoso.example:3128",
                List.of("localhost", ".contoso.example"),
                Answer.UNKNOWN,
                Answer.UNKNOWN));
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void aWholeEnvironmentLeavesNothingBehind() {
    String text =
        "A=1\nB=2\nC=3\nD=4\nMY_PAT=Zq8-Planted-Password-4711\nE=5\nF=6\nG=7\n"
            + "http_proxy=http://proxy.contoso.example:8080\n";
    Collected collected = Imports.read("env.txt", text);
    assertThat(collected.facts()).hasSize(1);
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void theUnitFileOfTheEngineTellsItsProxy() {
    String text = "[Service]\nEnvironment=\"HTTPS_PROXY=http://proxy.contoso.example:3128\"\n";
    assertThat(Imports.read("http-proxy.conf", text).facts())
        .containsExactly(
            new Proxy(
                "daemon",
                "http://proxy.contoso.example:3128",
                List.of(),
                Answer.UNKNOWN,
                Answer.UNKNOWN));
  }
}
