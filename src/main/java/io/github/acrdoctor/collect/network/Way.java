package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.ProxyAddress;
import io.github.acrdoctor.facts.TcpProbe;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Finds the way to a place as clients go it: its addresses, then straight to them or through the
 * proxy that the environment names.
 */
final class Way {
  private static final Duration TCP = Duration.ofSeconds(3);
  private static final Duration AROUND = Duration.ofMillis(1500);

  private final Context context;
  private final Notebook notebook;
  private final Place place;

  /**
   * A way that nobody has gone yet.
   *
   * @param context what it is looked for with
   * @param notebook takes what is learnt
   * @param place where it leads
   */
  Way(Context context, Notebook notebook, Place place) {
    this.context = context;
    this.notebook = notebook;
    this.place = place;
  }

  /**
   * Goes it, and writes down what the resolver said and how connecting went. Where a proxy does the
   * looking up, a name that this machine does not know is a fact only when the proxy cannot reach
   * the place either.
   *
   * @param tellsOfName whether the addresses of the place are worth a fact even when all is well
   * @return an open connection; null when there is none, which is written down as well
   * @throws InterruptedException when this thread was interrupted
   */
  Socket go(boolean tellsOfName) throws InterruptedException {
    Names.Found found = Names.look(context, notebook, place.host());
    ProxyAddress proxy = context.web().proxies().forHost(true, place.host(), place.port());
    if (found.failed() ? proxy == null : tellsOfName) {
      found.write(notebook);
    }
    String refusal = found.failed() ? null : context.web().refusal(place.host(), found.addresses());
    if (refusal != null) {
      missing(refusal);
      return null;
    }
    return proxy == null ? straight(found.addresses()) : through(proxy, found);
  }

  private Socket straight(List<InetAddress> addresses) throws InterruptedException {
    if (addresses.isEmpty()) {
      missing(place.host() + " has no address");
      return null;
    }
    List<Connections.Attempt> attempts = attempt(addresses, TCP, place.host());
    for (Connections.Attempt one : attempts) {
      tcp(one.result(), one.address().getHostAddress());
    }
    return Connections.first(attempts);
  }

  private List<Connections.Attempt> attempt(List<InetAddress> addresses, Duration time, String what)
      throws InterruptedException {
    return Connections.open(
        addresses, place.port(), time, what, context.machine().clock(), notebook);
  }

  /** Whether the host can be reached around the proxy is for the record only: clients do not. */
  private Socket through(ProxyAddress proxy, Names.Found found) throws InterruptedException {
    Future<?> around = InTime.start(() -> around(found.addresses()));
    Tunnel tunnel = Tunnel.open(context, notebook, proxy, place.host(), place.port());
    try {
      around.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Connections.close(tunnel.socket());
      throw e;
    }
    if (found.failed() && tunnel.cannotReach()) {
      found.write(notebook);
    }
    tell(tunnel, proxy);
    return tunnel.socket();
  }

  private Void around(List<InetAddress> addresses) throws InterruptedException {
    attempt(addresses, AROUND, place.host() + ", around the proxy").forEach(Connections::close);
    return null;
  }

  /**
   * A login server that the proxy does not let through is told of by the proxy's own answer; a
   * direct connection was not what failed.
   */
  private void tell(Tunnel tunnel, ProxyAddress proxy) {
    String result = tunnel.result();
    if (result == null || (tunnel.socket() == null && place.role().equals("login-server"))) {
      missing("the proxy " + proxy.url() + " opens no way to " + place.host());
    } else {
      tcp(result, null);
    }
  }

  private void tcp(String result, String address) {
    notebook.fact(new TcpProbe(place.host(), place.role(), place.port(), result, address));
  }

  private void missing(String reason) {
    notebook.missing("tcpProbe", reason, null);
  }
}
