package io.github.acrdoctor.collect;

import io.github.acrdoctor.facts.Addresses;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which proxy the environment names for a host, read as the docker client and az read it.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy">how Go programs choose a
 *     proxy</a>
 */
public final class Proxies {
  private static final int USUAL_PORT = 80;

  private final ProxyAddress https;
  private final ProxyAddress http;
  private final List<String> direct;

  private Proxies(ProxyAddress https, ProxyAddress http, List<String> direct) {
    this.https = https;
    this.http = http;
    this.direct = direct;
  }

  /**
   * Reads the environment of a machine.
   *
   * @param machine the machine
   * @return never null
   */
  public static Proxies of(Machine machine) {
    String none = machine.variable("no_proxy", "NO_PROXY");
    return new Proxies(
        parse(machine.variable("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")),
        parse(machine.variable("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")),
        none == null
            ? List.of()
            : Arrays.stream(none.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(entry -> !entry.isBlank())
                .toList());
  }

  /**
   * Reads the address of a proxy.
   *
   * @param written as in an environment variable; null for none
   * @return null when there is none, or when it cannot be understood
   */
  public static ProxyAddress parse(String written) {
    if (written == null) {
      return null;
    }
    try {
      URI uri = new URI(written.contains("://") ? written : "http://" + written);
      if (uri.getHost() == null) {
        return null;
      }
      String info = uri.getUserInfo();
      int colon = info == null ? -1 : info.indexOf(':');
      return new ProxyAddress(
          uri.getHost(),
          uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
          colon < 0 ? info : info.substring(0, colon),
          colon < 0 ? null : info.substring(colon + 1));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * The proxy for a host.
   *
   * @param encrypted whether the request goes over TLS
   * @param host the host
   * @param port the port
   * @return null when requests go straight to it
   */
  public ProxyAddress forHost(boolean encrypted, String host, int port) {
    ProxyAddress proxy = encrypted ? https : http;
    return proxy == null || isDirect(host.toLowerCase(Locale.ROOT), port) ? null : proxy;
  }

  /**
   * The proxy for encrypted requests, whatever the host.
   *
   * @return null when there is none
   */
  public ProxyAddress encrypted() {
    return https;
  }

  /**
   * Hosts that go around the proxy.
   *
   * @return as written, in small letters
   */
  public List<String> direct() {
    return direct;
  }

  private boolean isDirect(String host, int port) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("::1")) {
      return true;
    }
    return direct.stream().anyMatch(entry -> matches(entry, host, port));
  }

  private static boolean matches(String written, String host, int port) {
    if (written.equals("*") || Addresses.covers(written, host)) {
      return true;
    }
    int colon = written.lastIndexOf(':');
    boolean hasPort = colon > 0 && written.substring(colon + 1).matches("\\d+");
    if (hasPort && !written.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String name = hasPort ? written.substring(0, colon) : written;
    String bare = name.startsWith("*.") ? name.substring(2) : name.replaceFirst("^\\.", "");
    boolean onlyBelow = name.startsWith(".") || name.startsWith("*.");
    return !bare.isEmpty() && (host.endsWith("." + bare) || !onlyBelow && host.equals(bare));
  }
}
