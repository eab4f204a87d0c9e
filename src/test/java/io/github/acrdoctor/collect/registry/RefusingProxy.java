package io.github.acrdoctor.collect.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A proxy that lets nothing through. */
final class RefusingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int status;

  RefusingProxy(int status) throws IOException {
    this.status = status;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          refuse(socket);
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void refuse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
    String answer =
        "HTTP/1.1 "
            + status
            + " No\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
            + "Content-Length: 0\r\n\r\n";
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
