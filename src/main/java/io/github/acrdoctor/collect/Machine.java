package io.github.acrdoctor.collect;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The machine that the collectors run on.
 *
 * @param environment environment variables
 * @param home the user's home folder; null when there is none
 * @param clock tells the time
 * @param resolver the resolver that ordinary programs use
 * @param dnsServers servers to ask for the chain of aliases; empty for those of the system
 * @param metadata address of the instance metadata service
 */
public record Machine(
    Map<String, String> environment,
    Path home,
    Clock clock,
    Resolver resolver,
    List<InetSocketAddress> dnsServers,
    String metadata) {
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  /** Lists are copied. */
  public Machine {
    environment = Map.copyOf(environment);
    dnsServers = List.copyOf(dnsServers);
  }

  /**
   * The machine this runs on.
   *
   * @return never null
   */
  public static Machine real() {
    String home = System.getProperty("user.home");
    return new Machine(
        System.getenv(),
        home == null || home.equals("?") ? null : Path.of(home),
        Clock.systemUTC(),
        host -> List.of(InetAddress.getAllByName(host)),
        List.of(),
        "http://169.254.169.254");
  }

  /**
   * An environment variable.
   *
   * @param names names that mean the same, the one that wins first
   * @return null when none is set to more than spaces
   */
  public String variable(String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /**
   * Whether this is Windows.
   *
   * @return false elsewhere
   */
  public boolean isWindows() {
    return WINDOWS;
  }

  /**
   * Runs programs of this machine.
   *
   * @return never null
   */
  public Programs programs() {
    return new Programs(this);
  }
}
