package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Notebook;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A TLS handshake that believes every certificate, in order to see it. No credential may be sent
 * over its connection.
 *
 * @param result completed, timeout, reset, closed or refused
 * @param chain what the server showed, its own certificate first; empty when it showed none
 * @param nameMatches whether the first certificate is for the host; false without one
 * @param socket the connection; null when the handshake did not complete
 */
record Handshake(
    String result, List<X509Certificate> chain, boolean nameMatches, SSLSocket socket) {
  private static final Duration TIME = Duration.ofSeconds(3);

  /**
   * Shakes hands, and writes down how it went.
   *
   * @param context knows when a certificate is for a host
   * @param notebook takes what was asked, and what went wrong as an error text
   * @param plain an open connection; closed when the handshake fails
   * @param host the host, named in the handshake
   * @param port its port
   * @return never null
   * @throws InterruptedException when this thread was interrupted; the connection is closed
   */
  static Handshake with(Context context, Notebook notebook, Socket plain, String host, int port)
      throws InterruptedException {
    Instant since = context.machine().clock().instant();
    String what = "TLS " + host + ":" + port;
    notebook.doing(what);
    Seen seen = new Seen();
    try {
      SSLSocket socket = InTime.get(TIME, () -> shake(seen, plain, host, port), plain);
      boolean matches = context.web().client().hostnameVerifier().verify(host, socket.getSession());
      notebook.asked(what, since, "completed", readable(seen.chain));
      return new Handshake("completed", seen.chain, matches, socket);
    } catch (IOException e) {
      Connections.close(plain);
      String result = result(e);
      notebook.asked(what, since, result, e.getMessage());
      notebook.text("TLS handshake with " + host, result.equals("timeout") ? "" : said(e));
      return new Handshake(result, List.of(), false, null);
    } catch (InterruptedException e) {
      Connections.close(plain);
      throw e;
    }
  }

  private static SSLSocket shake(Seen seen, Socket plain, String host, int port)
      throws IOException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {seen}, null);
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
    socket.startHandshake();
    return socket;
  }

  private static String result(IOException failure) {
    return switch (NoReply.of(failure).kind()) {
      case TIMEOUT -> "timeout";
      case RESET -> "reset";
      case CLOSED -> "closed";
      default -> "refused";
    };
  }

  private static String said(IOException failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String readable(List<X509Certificate> chain) {
    return chain.stream()
        .map(
            one ->
                "subject %s\nissuer %s\nvalid %s to %s"
                    .formatted(
                        one.getSubjectX500Principal(),
                        one.getIssuerX500Principal(),
                        one.getNotBefore().toInstant(),
                        one.getNotAfter().toInstant()))
        .collect(Collectors.joining("\n\n"));
  }

  /** Looks at certificates and believes them all; whether one is trusted is judged afterwards. */
  private static final class Seen extends X509ExtendedTrustManager {
    private volatile List<X509Certificate> chain = List.of();

    private void see(X509Certificate[] shown) {
      chain = List.of(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type) {
      see(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket) {
      see(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine) {
      see(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type) {
      throw new IllegalStateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket) {
      throw new IllegalStateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine) {
      throw new IllegalStateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
