package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Proxies;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/**
 * Looks at the way to the registry: its name, its addresses, the proxy before it, its certificate,
 * and its time.
 */
public final class NetworkCollector implements Collector {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "network";
  }

  @Override
  public Duration deadline() {
    return DEADLINE;
  }

  @Override
  public List<String> supplies() {
    return List.of("dnsAnswer", "tcpProbe", "tlsProbe", "clockOffset");
  }

  @Override
  public void collect(Context context, Notebook notebook) throws InterruptedException {
    Target target = context.target();
    tellOfUnreadableProxy(context, notebook);
    Place place = new Place(target.host(), target.port(), "login-server");
    Socket socket = new Way(context, notebook, place).go(true);
    try {
      if (socket == null) {
        notebook.missing("tlsProbe", "there is no connection to " + target.host(), null);
        notebook.missing("clockOffset", "there is no connection to " + target.host(), null);
        return;
      }
      Handshake handshake = Handshake.with(context, notebook, socket, target.host(), target.port());
      notebook.fact(new Certificates(context).judge(target.host(), handshake));
      tellTime(context, notebook, handshake);
    } finally {
      Connections.close(socket);
    }
  }

  private static void tellTime(Context context, Notebook notebook, Handshake handshake)
      throws InterruptedException {
    if (handshake.socket() == null) {
      notebook.missing("clockOffset", "there is no secure connection to the registry", null);
    } else {
      ServerTime.compare(context.machine(), notebook, handshake.socket(), context.target());
    }
  }

  /** Its text stays out: whatever cannot be understood may hold a password anywhere. */
  private static void tellOfUnreadableProxy(Context context, Notebook notebook) {
    String written =
        context.machine().variable("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    Proxies proxies = context.web().proxies();
    if (written != null && proxies.encrypted() == null) {
      notebook.fact(new Proxy("client", null, proxies.direct(), null, null));
      notebook.missing(
          "proxy",
          "the environment names a proxy in a way that cannot be understood",
          "HTTPS_PROXY written as http://host:port");
    }
  }
}
