package io.github.acrdoctor.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Sockets of a server that can be reset, below TLS, as a middle box does it. */
final class ResettingSockets extends ServerSocketFactory {
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  /** Resets a connection, counted from 0 in the order they were accepted. */
  void reset(int connection) {
    try {
      accepted.get(connection).setSoLinger(true, 0);
      accepted.get(connection).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
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
