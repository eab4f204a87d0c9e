package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.ProxyAddress;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A way through a proxy, or what the proxy did instead of opening it.
 *
 * @param socket the way to the host; null when it is not open
 * @param status what the proxy answered to CONNECT; 0 when it did not answer as a proxy
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-connect">CONNECT</a>
 */
record Tunnel(Socket socket, int status) {
  private static final Duration TIME = Duration.ofSeconds(3);
  private static final int LOGIN = 407;

  /**
   * Asks a proxy for a way to a host, and writes down what is known of the proxy then.
   *
   * @param context names the machine
   * @param notebook takes the proxy, the question, and a refusal as an error text
   * @param proxy the proxy; its credentials are sent to it, and written nowhere
   * @param host the host
   * @param port its port
   * @return never null
   * @throws InterruptedException when this thread was interrupted
   */
  static Tunnel open(Context context, Notebook notebook, ProxyAddress proxy, String host, int port)
      throws InterruptedException {
    Instant since = context.machine().clock().instant();
    String what = "CONNECT " + host + ":" + port + " through " + proxy.url();
    Socket socket = connect(context, notebook, proxy);
    Tunnel tunnel = new Tunnel(null, 0);
    if (socket != null) {
      notebook.doing(what);
      try {
        HttpHead head = InTime.get(TIME, () -> ask(socket, proxy, host + ":" + port), socket);
        tunnel = of(head.status(), socket);
        notebook.asked(what, since, Integer.toString(head.status()), head.text());
        if (tunnel.socket == null) {
          notebook.text("proxy " + proxy.url(), head.text());
        }
      } catch (IOException e) {
        Connections.close(socket);
        notebook.asked(what, since, NoReply.of(e).kind().word(), e.getMessage());
      } catch (InterruptedException e) {
        Connections.close(socket);
        throw e;
      }
    }
    notebook.fact(tunnel.proxy(proxy, context.web().proxies().direct()));
    return tunnel;
  }

  private static Socket connect(Context context, Notebook notebook, ProxyAddress proxy)
      throws InterruptedException {
    String host = proxy.host().replaceFirst("^\\[(.*)]$", "$1");
    List<InetAddress> addresses = Names.addresses(context, notebook, host);
    return Connections.first(
        Connections.open(
            addresses, proxy.port(), TIME, "proxy " + host, context.machine().clock(), notebook));
  }

  private static Tunnel of(int status, Socket socket) {
    boolean open = status >= 200 && status < 300;
    if (!open) {
      Connections.close(socket);
    }
    return new Tunnel(open ? socket : null, status);
  }

  private static HttpHead ask(Socket socket, ProxyAddress proxy, String authority)
      throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "CONNECT " + authority + " HTTP/1.1",
                "Host: " + authority,
                "User-Agent: acr-doctor"));
    if (proxy.user() != null) {
      String login = proxy.user() + ":" + (proxy.password() == null ? "" : proxy.password());
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      lines.add("Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    socket.getOutputStream().write(HttpHead.request(lines.toArray(String[]::new)));
    return HttpHead.read(socket.getInputStream());
  }

  /** A proxy that refuses for another reason has not said whether it wants a login as well. */
  private Proxy proxy(ProxyAddress address, List<String> direct) {
    Answer needsLogin = status == LOGIN ? Answer.YES : socket != null ? Answer.NO : Answer.UNKNOWN;
    return new Proxy(
        "client", address.url(), direct, status == 0 ? Answer.NO : Answer.YES, needsLogin);
  }

  /** Whether the proxy tried and could not reach the host. */
  boolean cannotReach() {
    return status >= 500;
  }

  /**
   * How the connection behind the proxy went, as a TCP probe names it.
   *
   * @return null when nothing is known of it
   */
  String result() {
    if (socket != null) {
      return "connected";
    } else if (status == 0 || status == LOGIN) {
      return null;
    } else if (cannotReach()) {
      return status == 504 ? "timeout" : "unreachable";
    }
    return "refused";
  }
}
