package io.github.acrdoctor.collect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Keeps the connections that a server accepts, so that a test can tear one down below TLS. */
final class RawSockets extends ServerSocketFactory {
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  Socket get(int index) {
    return accepted.get(index);
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        // Head and body are sent apart; without this each answer waits for a late acknowledgement.
        socket.setTcpNoDelay(true);
        accepted.add(socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }
}
