package io.github.acrdoctor.collect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** A request that got no answer, and how it failed. */
public final class NoReply extends IOException {
  private static final long serialVersionUID = 1L;
  private static final Pattern CONNECT = Pattern.compile("response code for CONNECT: (\\d{3})");

  private final Kind kind;
  private final int proxyStatus;

  /** How a request can fail. */
  public enum Kind {
    /** The name has no address. */
    NAME("name not resolved"),
    /** Nothing listens. */
    REFUSED("refused"),
    /** Time was over. */
    TIMEOUT("timeout"),
    /** There is no way to the address. */
    UNREACHABLE("unreachable"),
    /** The connection was reset. */
    RESET("reset"),
    /** The connection was closed before the answer was complete. */
    CLOSED("closed"),
    /** The certificate or the handshake. */
    TLS("tls"),
    /** The proxy does not let it through. */
    PROXY("proxy"),
    /** The answer is not HTTP. */
    MALFORMED("malformed"),
    /** We do not want to talk to this address. */
    FORBIDDEN("not allowed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /**
     * The kind as facts name it.
     *
     * @return a word or two
     */
    public String word() {
      return word;
    }
  }

  NoReply(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.proxyStatus = 0;
  }

  private NoReply(Kind kind, int proxyStatus, IOException cause) {
    super(said(cause), cause);
    this.kind = kind;
    this.proxyStatus = proxyStatus;
  }

  private static String said(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /**
   * Tells what kind of failure an exception is.
   *
   * @param cause what was thrown
   * @return never null
   */
  public static NoReply of(IOException cause) {
    if (cause instanceof NoReply already) {
      return already;
    }
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof NoReply inner) {
        return inner;
      }
    }
    String text = said(cause).toLowerCase(Locale.ROOT);
    Matcher proxy = CONNECT.matcher(said(cause));
    if (proxy.find()) {
      return new NoReply(Kind.PROXY, Integer.parseInt(proxy.group(1)), cause);
    }
    if (text.contains("failed to authenticate with proxy")) {
      return new NoReply(Kind.PROXY, 407, cause);
    }
    return new NoReply(kind(cause, text), 0, cause);
  }

  private static Kind kind(IOException cause, String text) {
    if (cause instanceof UnknownHostException) {
      return Kind.NAME;
    } else if (cause instanceof NoRouteToHostException || text.contains("unreachable")) {
      return Kind.UNREACHABLE;
    } else if (text.contains("reset") || text.contains("broken pipe")) {
      return Kind.RESET;
    } else if (text.contains("timed out") || text.contains("timeout")) {
      return Kind.TIMEOUT;
    } else if (cause instanceof ConnectException) {
      return Kind.REFUSED;
    } else if (cause instanceof InterruptedIOException) {
      return Kind.TIMEOUT;
    } else if (cause instanceof EOFException
        || text.contains("unexpected end")
        || text.contains("closed")
        || text.contains("terminated the handshake")) {
      return Kind.CLOSED;
    } else if (cause instanceof SSLException) {
      return Kind.TLS;
    } else if (cause instanceof ProtocolException) {
      return Kind.MALFORMED;
    }
    return Kind.MALFORMED;
  }

  /**
   * How it failed.
   *
   * @return never null
   */
  public Kind kind() {
    return kind;
  }

  /**
   * What the proxy answered instead.
   *
   * @return an HTTP status; 0 when it was not the proxy
   */
  public int proxyStatus() {
    return proxyStatus;
  }
}
