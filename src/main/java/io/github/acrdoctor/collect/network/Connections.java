package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Notebook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Opens TCP connections to all addresses of a host at the same time. */
final class Connections {
  private static final int MOST = 16;

  private Connections() {}

  /**
   * An attempt.
   *
   * @param address address that was tried
   * @param result connected, refused, timeout, reset or unreachable
   * @param socket the connection; null when there is none
   */
  record Attempt(InetAddress address, String result, Socket socket) {}

  /**
   * Tries all addresses, and writes the attempts down.
   *
   * @param addresses the addresses; a hostile number of them is cut
   * @param port the port
   * @param time how long to wait
   * @param what what is connected to, for the record
   * @param clock tells when
   * @param notebook takes what was asked
   * @return an attempt for each address, in order
   * @throws InterruptedException when this thread was interrupted; no connection stays open
   */
  static List<Attempt> open(
      List<InetAddress> addresses,
      int port,
      Duration time,
      String what,
      Clock clock,
      Notebook notebook)
      throws InterruptedException {
    Instant since = clock.instant();
    notebook.doing("connecting to " + what);
    List<Future<Attempt>> running =
        addresses.stream()
            .limit(MOST)
            .map(address -> InTime.start(() -> connect(address, port, time)))
            .toList();
    List<Attempt> attempts = new ArrayList<>();
    try {
      for (Future<Attempt> future : running) {
        Attempt attempt = future.get();
        attempts.add(attempt);
        String where = attempt.address().getHostAddress() + " port " + port;
        notebook.asked("TCP " + where + " for " + what, since, attempt.result(), null);
      }
      return attempts;
    } catch (InterruptedException e) {
      running.forEach(future -> future.cancel(true));
      attempts.forEach(Connections::close);
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Attempt connect(InetAddress address, int port, Duration time) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address, port), Math.toIntExact(time.toMillis()));
      if (Thread.interrupted()) {
        socket.close();
      }
      return new Attempt(address, "connected", socket);
    } catch (IOException e) {
      socket.close();
      return new Attempt(address, result(e), null);
    }
  }

  private static String result(IOException failure) {
    return switch (NoReply.of(failure).kind()) {
      case REFUSED -> "refused";
      case TIMEOUT -> "timeout";
      case RESET -> "reset";
      default -> "unreachable";
    };
  }

  /**
   * The first connection among attempts; the others are closed.
   *
   * @param attempts the attempts
   * @return null when none succeeded
   */
  static Socket first(List<Attempt> attempts) {
    Socket first = null;
    for (Attempt attempt : attempts) {
      if (first == null) {
        first = attempt.socket();
      } else {
        close(attempt);
      }
    }
    return first;
  }

  /**
   * Closes the connection of an attempt, if it has one.
   *
   * @param attempt the attempt
   */
  static void close(Attempt attempt) {
    close(attempt.socket());
  }

  /**
   * Closes a connection.
   *
   * @param socket null for none
   */
  static void close(Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It was only a probe: nothing is lost with it.
      }
    }
  }
}
