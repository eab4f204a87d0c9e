package io.github.acrdoctor.collect.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on loopback that does with each connection what a test says. */
public final class TestServer implements AutoCloseable {
  /** What to do with a connection. */
  public interface Service {
    void serve(Socket socket) throws Exception;
  }

  private final ServerSocket listener;
  private final Service service;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private TestServer(ServerSocket listener, Service service) {
    this.listener = listener;
    this.service = service;
  }

  public static TestServer start(Service service) throws IOException {
    return start("127.0.0.1", service);
  }

  public static TestServer start(String address, Service service) throws IOException {
    TestServer server =
        new TestServer(new ServerSocket(0, 50, InetAddress.getByName(address)), service);
    daemon(server::accept);
    return server;
  }

  static void daemon(Runnable work) {
    Thread thread = new Thread(work, "test server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      service.serve(socket);
    } catch (Exception e) {
      // The test looks at what its client makes of it.
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections came. */
  public int connections() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Never says anything. */
  public static Service silent() {
    return socket -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
  }

  /** Hangs up as soon as the client has said something. */
  public static Service closing() {
    return socket -> {
      socket.getInputStream().readNBytes(1);
      // Only what has been read can be closed without a reset.
      socket.getInputStream().skipNBytes(socket.getInputStream().available());
    };
  }

  /** Resets the connection as soon as the client has said something. */
  public static Service resetting() {
    return socket -> {
      socket.getInputStream().readNBytes(1);
      socket.setSoLinger(true, 0);
    };
  }

  /** Says the same whatever comes, then hangs up. */
  public static Service saying(String text) {
    return socket -> {
      InputStream in = socket.getInputStream();
      in.readNBytes(1);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      in.skipNBytes(in.available());
      socket.shutdownOutput();
      in.transferTo(java.io.OutputStream.nullOutputStream());
    };
  }

  /** Speaks TLS, and answers a request with the given text. */
  public static Service tls(SSLContext context, String answer) {
    return socket -> {
      SSLSocket secure =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      secure.setUseClientMode(false);
      secure.startHandshake();
      head(secure.getInputStream());
      secure.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      secure.close();
    };
  }

  /** Reads the head of a request. */
  public static String head(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      text.append((char) next);
    }
    return text.toString();
  }

  /** A proxy that opens a way to this machine whatever host it is asked for. */
  public static TestServer proxy(int status, String login, int port) throws IOException {
    TestServer[] self = new TestServer[1];
    self[0] = start(socket -> self[0].tunnel(socket, status, login, port));
    return self[0];
  }

  /** Heads of the requests that came to the proxy. */
  public List<String> requests() {
    return requests;
  }

  private void tunnel(Socket socket, int status, String login, int port) throws IOException {
    String head = head(socket.getInputStream());
    requests.add(head);
    boolean allowed = login == null || head.contains("Proxy-Authorization: Basic " + login);
    int answer = allowed ? status : 407;
    socket
        .getOutputStream()
        .write(("HTTP/1.1 " + answer + " Word\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    if (answer == 200) {
      try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), port)) {
        daemon(() -> copy(behind, socket));
        copy(socket, behind);
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has hung up.
    }
  }
}
