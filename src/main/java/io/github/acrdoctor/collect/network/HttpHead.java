package io.github.acrdoctor.collect.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer, read from a socket to the byte: what follows it belongs to somebody
 * else.
 *
 * @param status HTTP status
 * @param text status line and headers as they came
 */
record HttpHead(int status, String text) {
  private static final int MOST = 32 << 10;
  private static final Pattern STATUS =
      Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b.*", Pattern.DOTALL);

  /**
   * Reads one.
   *
   * @param in what the other side sends
   * @return never null
   * @throws IOException when it breaks off, or is no HTTP
   */
  static HttpHead read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < MOST && !ends(text)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection was closed before the answer was complete");
      }
      text.append((char) next);
    }
    Matcher status = STATUS.matcher(text);
    if (!status.matches()) {
      throw new ProtocolException("the answer is not HTTP");
    }
    return new HttpHead(Integer.parseInt(status.group(1)), text.toString().strip());
  }

  private static boolean ends(StringBuilder text) {
    int from = Math.max(0, text.length() - 3);
    String last = text.substring(from);
    return last.equals("\n\r\n") || last.endsWith("\n\n");
  }

  /**
   * A header.
   *
   * @param name its name
   * @return its value; null when there is none
   */
  String header(String name) {
    return text.lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse(null);
  }

  /**
   * A request without a body as bytes.
   *
   * @param lines request line and headers
   * @return what to send
   */
  static byte[] request(String... lines) {
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
