package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.StandInRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server that speaks TLS and no HTTP. */
final class NotHttp implements AutoCloseable {
  private final HeldCertificate certificate = StandInRegistry.certificate();
  private final ServerSocket server;

  NotHttp() throws IOException {
    HandshakeCertificates tls =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    server =
        tls.sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "not HTTP");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.getInputStream().read();
          socket
              .getOutputStream()
              .write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          socket.getOutputStream().flush();
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  String host() {
    return "localhost:" + server.getLocalPort();
  }

  Path caFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
