package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.facts.Credential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the certificate ends that an application proves itself with; its key is not read. */
final class CertificateFile {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");
  private static final long MOST = 1 << 20;

  private CertificateFile() {}

  static void read(Session session) {
    String file = session.machine().variable("AZURE_CLIENT_CERTIFICATE_PATH");
    if (file == null) {
      return;
    }
    try {
      X509Certificate found = certificate(session, Path.of(file));
      if (found != null) {
        session
            .notebook()
            .fact(
                new Credential(
                    "certificate",
                    session.machine().variable("AZURE_CLIENT_ID"),
                    null,
                    null,
                    null,
                    null,
                    found.getNotBefore().toInstant(),
                    found.getNotAfter().toInstant()));
        return;
      }
    } catch (IOException | GeneralSecurityException | InvalidPathException e) {
      // What is said below holds: messages may quote the file.
    }
    session
        .notebook()
        .missing(
            "credential",
            "the file that AZURE_CLIENT_CERTIFICATE_PATH names holds no certificate that can be"
                + " read",
            null);
  }

  private static X509Certificate certificate(Session session, Path file)
      throws IOException, GeneralSecurityException {
    if (Files.size(file) > MOST) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(file);
    Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (pem.find()) {
      InputStream block = new ByteArrayInputStream(pem.group().getBytes(StandardCharsets.US_ASCII));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(block);
    }
    String password = session.machine().variable("AZURE_CLIENT_CERTIFICATE_PASSWORD");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(
        new ByteArrayInputStream(bytes), password == null ? new char[0] : password.toCharArray());
    for (String alias : Collections.list(store.aliases())) {
      Certificate found = store.getCertificate(alias);
      if (found instanceof X509Certificate certificate) {
        return certificate;
      }
    }
    return null;
  }
}
