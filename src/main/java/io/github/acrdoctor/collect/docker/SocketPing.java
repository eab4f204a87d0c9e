package io.github.acrdoctor.collect.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks an engine for a sign of life over its socket. It tells an engine that is not there from one
 * that does not like the version of the client.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">GET /_ping</a>
 */
final class SocketPing {
  private static final String QUESTION = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";
  private static final String ANSWER = "HTTP/";

  private SocketPing() {}

  /**
   * Asks.
   *
   * @param socket file of the socket
   * @param time how long to wait for an answer
   * @return whether anything answers that speaks HTTP
   */
  static boolean answers(Path socket, Duration time) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
        return false;
      }
      channel.write(ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.US_ASCII)));
      channel.register(selector, SelectionKey.OP_READ);
      ByteBuffer answer = ByteBuffer.allocate(ANSWER.length());
      long until = System.nanoTime() + time.toNanos();
      while (answer.hasRemaining()) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0 || selector.select(left) == 0 || channel.read(answer) < 0) {
          return false;
        }
        selector.selectedKeys().clear();
      }
      return new String(answer.array(), StandardCharsets.US_ASCII).equals(ANSWER);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
