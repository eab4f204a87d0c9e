package io.github.acrdoctor.collect;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine for tests: its own environment, home and hosts; programs are real ones found on its
 * PATH. Names that no test gave an address do not resolve.
 */
public final class TestMachine {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, List<String>> hosts = new HashMap<>();
  private final List<InetSocketAddress> dnsServers = new ArrayList<>();
  private final Path home;
  private Clock clock = Clock.systemUTC();
  private String metadata = "http://127.0.0.1:9";

  public TestMachine(Path home) {
    this.home = home;
    environment.put("HOME", home.toString());
    environment.put("PATH", "");
  }

  public TestMachine variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public TestMachine host(String name, String... addresses) {
    hosts.put(name, List.of(addresses));
    return this;
  }

  public TestMachine dns(InetSocketAddress server) {
    dnsServers.add(server);
    return this;
  }

  public TestMachine clock(Clock given) {
    clock = given;
    return this;
  }

  public TestMachine metadata(String address) {
    metadata = address;
    return this;
  }

  public Machine build() {
    return new Machine(environment, home, clock, this::resolve, dnsServers, metadata);
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    if (host.equals("localhost") || host.matches("[0-9.]+") || host.contains(":")) {
      return List.of(InetAddress.getByName(host));
    }
    if (!hosts.containsKey(host)) {
      throw new UnknownHostException(host + ": Name or service not known");
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String address : hosts.get(host)) {
      addresses.add(InetAddress.getByAddress(host, InetAddress.getByName(address).getAddress()));
    }
    return addresses;
  }
}
