package io.github.acrdoctor.collect.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority of a test, and certificates that it signs. */
final class TestCertificates {
  private static final Duration YEAR = Duration.ofDays(365);

  private final HeldCertificate root;

  TestCertificates(String name) {
    root =
        new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName(name)
            .organizationalUnit("Lab")
            .validityInterval(millis(YEAR.multipliedBy(-5)), millis(YEAR.multipliedBy(5)))
            .build();
  }

  private static long millis(Duration fromNow) {
    return Instant.now().plus(fromNow).toEpochMilli();
  }

  /** The authority in a file, for those who trust it. */
  Path file(Path folder) throws IOException {
    return Files.writeString(folder.resolve("authority.pem"), root.certificatePem());
  }

  /** A server that shows a certificate for a host, valid from and to the given moments. */
  SSLContext server(String host, Duration from, Duration to) {
    return context(
        new HeldCertificate.Builder()
            .signedBy(root)
            .commonName(host)
            .addSubjectAlternativeName(host)
            .validityInterval(millis(from), millis(to))
            .build());
  }

  SSLContext server(String host) {
    return server(host, YEAR.negated(), YEAR);
  }

  /** A server whose certificate nobody else signed. */
  static SSLContext selfSigned(String host) {
    return context(
        new HeldCertificate.Builder().commonName(host).addSubjectAlternativeName(host).build());
  }

  private static SSLContext context(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
  }
}
