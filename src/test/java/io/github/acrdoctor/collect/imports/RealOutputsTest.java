package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Programs.Ran;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.TlsProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the curl and openssl of this machine print about a registry on this machine. */
class RealOutputsTest {
  private static final Duration TIME = Duration.ofSeconds(20);

  @TempDir Path home;
  private final MockWebServer server = new MockWebServer();
  private Machine machine;
  private String host;
  private HeldCertificate certificate;

  @BeforeEach
  void aRegistryWithACertificateThatNobodyTrusts() throws IOException {
    machine = new TestMachine(home).variable("PATH", System.getenv("PATH")).build();
    HeldCertificate root =
        new HeldCertificate.Builder().certificateAuthority(0).commonName("Contoso CA").build();
    certificate =
        new HeldCertificate.Builder()
            .signedBy(root)
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .build();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    host = "localhost:" + server.getPort();
    String challenge =
        "Bearer realm=\"https://" + host + "/oauth2/token\",service=\"" + host + "\"";
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("Www-Authenticate", challenge)
            .body("{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"required\"}]}")
            .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Collected printed(String... command) throws IOException {
    assumeTrue(machine.programs().find(command[0]) != null, command[0] + " is not installed here");
    Ran ran = machine.programs().run(TIME, "", command);
    return Imports.read("terminal", String.join(" ", command) + "\n" + ran.err() + ran.out());
  }

  private Instant end() {
    return certificate.certificate().getNotAfter().toInstant();
  }

  @Test
  void curlIsRead() throws IOException {
    Collected collected =
        printed("curl", "-sv", "-k", "--max-time", "10", "https://" + host + "/v2/");
    assertThat(collected.facts())
        .contains(
            new HttpProbe(
                "challenge", host, 401, "UNAUTHORIZED", Answer.NO, Answer.YES, "answered", null))
        .anySatisfy(
            fact ->
                assertThat(fact)
                    .isInstanceOfSatisfying(
                        TlsProbe.class,
                        probe -> {
                          assertThat(probe.host()).isEqualTo("localhost");
                          assertThat(probe.signedBy()).contains("Contoso CA");
                          assertThat(probe.trusted()).isNotEqualTo(Answer.YES);
                        }));
    assertThat(collected.texts().toString()).doesNotContain("UNAUTHORIZED");
  }

  @Test
  void opensslIsRead() throws IOException {
    Collected collected =
        printed("openssl", "s_client", "-connect", host, "-servername", "localhost");
    assertThat(collected.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            TlsProbe.class,
            probe -> {
              assertThat(probe.host()).isEqualTo("localhost");
              assertThat(probe.signedBy()).contains("Contoso CA");
              assertThat(probe.trusted()).isEqualTo(Answer.NO);
              assertThat(probe.expiresAt()).isIn(end(), null);
            });
    assertThat(collected.texts().toString()).contains("Verify return code");
  }
}
