package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Looks at the way to a host that layers come from. Registries name these hosts, so it contacts
 * those only that belong to the cloud.
 */
public final class DataEndpointCollector implements Collector {
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private final String written;

  /**
   * A collector for a host.
   *
   * @param host the host, with a port when it is not 443
   */
  public DataEndpointCollector(String host) {
    this.written = host.toLowerCase(Locale.ROOT);
  }

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
    return List.of("dnsAnswer", "tcpProbe", "tlsProbe");
  }

  @Override
  public void collect(Context context, Notebook notebook) throws InterruptedException {
    Place place = Place.of(written, "data-endpoint");
    if (place == null || !mayContact(context, notebook, place.host())) {
      notebook.missing(
          "tcpProbe",
          "the registry sends layers to "
              + written
              + ", which is not a host of this cloud: not contacted",
          null);
      return;
    }
    Socket socket = new Way(context, notebook, place).go(true);
    try {
      if (socket != null) {
        Handshake handshake = Handshake.with(context, notebook, socket, place.host(), place.port());
        notebook.fact(new Certificates(context).judge(place.host(), handshake));
        Connections.close(handshake.socket());
      }
    } finally {
      Connections.close(socket);
    }
  }

  private static boolean mayContact(Context context, Notebook notebook, String host)
      throws InterruptedException {
    Cloud cloud = context.cloud();
    return host.endsWith(cloud.registrySuffix())
        || host.endsWith("." + cloud.storageSuffix())
        || host.equals(context.target().host())
        || (isHere(context, notebook, context.target().host()) && isHere(context, notebook, host));
  }

  /** A registry on this machine is a stand-in, and its other hosts are on this machine, too. */
  private static boolean isHere(Context context, Notebook notebook, String host)
      throws InterruptedException {
    List<InetAddress> addresses = Names.addresses(context, notebook, host);
    return !addresses.isEmpty()
        && addresses.stream().allMatch(InetAddress::isLoopbackAddress)
        && context.web().refusal(host, addresses) == null;
  }
}
