package io.github.acrdoctor.collect;

import io.github.acrdoctor.facts.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Which certificates are believed: those of Java, those of the operating system, and those that
 * somebody named.
 */
public final class Trust implements X509TrustManager {
  private static final List<String> SYSTEM =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/ssl/cert.pem");

  private final X509TrustManager named;
  private final List<Certificate> namedCertificates;
  private final X509TrustManager java;
  private X509TrustManager system;

  private Trust(List<Certificate> named, X509TrustManager java) {
    this.named = named.isEmpty() ? null : manager(named);
    this.namedCertificates = named;
    this.java = java;
  }

  /**
   * What is believed on this machine.
   *
   * @param files files with certificates that somebody named, in PEM form
   * @return never null
   * @throws InputException when a file holds no certificates
   */
  public static Trust of(List<Path> files) {
    List<Certificate> certificates = new ArrayList<>();
    for (Path file : files) {
      certificates.addAll(read(file));
    }
    return new Trust(certificates, manager(null));
  }

  private static List<Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> found =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (found.isEmpty()) {
        throw new InputException(file.toString(), "holds no certificate", "give a PEM file");
      }
      return found;
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "there is no such file", "give a PEM file");
    } catch (IOException e) {
      throw new InputException(file.toString(), "cannot be read", "give a PEM file");
    } catch (CertificateException e) {
      throw new InputException(file.toString(), "holds no certificates", "give a PEM file");
    }
  }

  private static X509TrustManager manager(List<Certificate> certificates) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(certificates == null ? null : store(certificates));
      return first(factory);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot load certificates", e);
    }
  }

  private static X509TrustManager first(TrustManagerFactory factory) {
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new IllegalStateException("this Java has no trust manager for X.509");
  }

  private static KeyStore store(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("ca" + i, certificates.get(i));
    }
    return store;
  }

  /**
   * Whether a chain leads to a certificate that somebody named. The dates do not count: an expired
   * certificate is still from whom it is from.
   *
   * @param chain the server's certificate first
   * @return false when nobody named any
   */
  public boolean trustsByName(List<X509Certificate> chain) {
    if (named == null || chain.isEmpty()) {
      return false;
    }
    try {
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(store(namedCertificates), new X509CertSelector());
      parameters.setRevocationEnabled(false);
      parameters.setDate(
          Collections.max(chain.stream().map(X509Certificate::getNotBefore).toList()));
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(parameters));
      return isTrusted(first(factory), chain.toArray(X509Certificate[]::new));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot check certificates", e);
    }
  }

  /**
   * Whether a chain is believed at all.
   *
   * @param chain the server's certificate first
   * @return whether it leads to a certificate of Java, of the system, or one that was named
   */
  public boolean trusts(List<X509Certificate> chain) {
    try {
      checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /**
   * A TLS context that believes what this does.
   *
   * @return a new one
   */
  public SSLContext context() {
    return context(this);
  }

  static SSLContext context(X509TrustManager manager) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (named != null && isTrusted(named, chain)) {
      return;
    }
    try {
      java.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      if (!isTrusted(system(), chain)) {
        throw e;
      }
    }
  }

  private static boolean isTrusted(X509TrustManager manager, X509Certificate[] chain) {
    try {
      manager.checkServerTrusted(chain, "UNKNOWN");
      return true;
    } catch (CertificateException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Read when Java does not trust a chain only: on most systems the two lists are the same. */
  private synchronized X509TrustManager system() {
    if (system == null) {
      system = java;
      for (String file : SYSTEM) {
        if (Files.isReadable(Path.of(file))) {
          system = manager(read(Path.of(file)));
          break;
        }
      }
    }
    return system;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this program is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
