package io.github.acrdoctor.collect;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * Which addresses may be talked to. A hostile registry can name any host in a redirect or among its
 * data endpoints: it must not be able to make this machine talk to itself or to the metadata
 * service.
 */
public final class Reach {
  private final Set<String> named = ConcurrentHashMap.newKeySet();
  private final Set<String> metadata = ConcurrentHashMap.newKeySet();
  private volatile boolean atHome;
  private volatile String target = "";

  /**
   * What a run of the collectors may talk to.
   *
   * @param machine names the metadata service and the proxy
   * @param target the registry
   * @param cloud a cloud whose addresses the person who runs it named; null for one of Azure's
   * @return never null
   */
  public static Reach of(Machine machine, Target target, Cloud cloud) {
    Reach reach = new Reach();
    reach.target(target.host());
    // App Service and Container Apps have a metadata service of their own.
    for (String address :
        List.of(machine.metadata(), orEmpty(machine.variable("IDENTITY_ENDPOINT")))) {
      reach.metadata(host(address));
    }
    ProxyAddress proxy = Proxies.of(machine).encrypted();
    reach.name(proxy == null ? "" : proxy.host());
    if (cloud != null) {
      for (String address :
          List.of(
              cloud.resourceManager(), cloud.authority(), cloud.graph(), cloud.logAnalytics())) {
        reach.name(host(address));
      }
    }
    return reach;
  }

  private static String orEmpty(String variable) {
    return variable == null ? "" : variable;
  }

  private static String host(String address) {
    HttpUrl url = HttpUrl.parse(address);
    return url == null ? "" : url.host();
  }

  /**
   * Names the registry itself. When it turns out to lie on this machine, its other hosts may, too.
   *
   * @param host its login server, without a port
   */
  public void target(String host) {
    name(host);
    target = host.toLowerCase(Locale.ROOT);
    atHome = target.equals("localhost") || target.startsWith("127.");
  }

  /**
   * Allows a host that the person who runs it named, or that the definition of the cloud names: it
   * may lie on this machine.
   *
   * @param host the host, without a port
   */
  public void name(String host) {
    named.add(host.toLowerCase(Locale.ROOT));
  }

  /**
   * Allows the metadata service.
   *
   * @param host its host
   */
  public void metadata(String host) {
    metadata.add(host.toLowerCase(Locale.ROOT));
  }

  boolean isMetadata(String host) {
    return metadata.contains(host.toLowerCase(Locale.ROOT));
  }

  /**
   * Why a host may not be talked to.
   *
   * @param host its name
   * @param addresses its addresses
   * @return null when it may
   */
  public String refusal(String host, List<InetAddress> addresses) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals(target)
        && !addresses.isEmpty()
        && addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      atHome = true;
    }
    for (InetAddress address : addresses) {
      String kind = kind(address);
      boolean allowed =
          kind == null
              || isMetadata(name)
              || kind.equals("this machine itself") && (atHome || named.contains(name));
      if (!allowed) {
        return host + " leads to " + kind + " (" + address.getHostAddress() + "): not contacted";
      }
    }
    return null;
  }

  private static String kind(InetAddress address) {
    if (address.isLinkLocalAddress()) {
      return "a link-local address";
    } else if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return "this machine itself";
    }
    return address.isMulticastAddress() ? "a multicast address" : null;
  }
}
