package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.facts.DnsAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.ResolverConfig;

/**
 * Looks a name up as ordinary programs do, and asks the system's DNS servers themselves, so that
 * hosts files, caches and the chain of aliases come to light.
 */
final class Names {
  private static final Duration SYSTEM = Duration.ofSeconds(3);
  private static final Duration SERVERS = Duration.ofSeconds(2);
  private static final int MOST_SERVERS = 2;

  private final Machine machine;
  private final Notebook notebook;

  private Names(Machine machine, Notebook notebook) {
    this.machine = machine;
    this.notebook = notebook;
  }

  /**
   * What is known of a name.
   *
   * @param addresses its addresses for ordinary programs; empty when there are none
   * @param system the answer for ordinary programs; null when nobody was asked, for an address
   *     needs no resolver
   * @param server the answer of a DNS server where it differs; null when it does not, or when none
   *     was asked
   * @param complaint what was said about a name without addresses, by the DNS server or else by the
   *     system's resolver; empty when nothing was
   */
  record Found(List<InetAddress> addresses, DnsAnswer system, DnsAnswer server, String complaint) {
    /** Whether there is no address to connect to. */
    boolean failed() {
      return addresses.isEmpty();
    }

    /**
     * Writes the answers down.
     *
     * @param notebook takes them
     */
    void write(Notebook notebook) {
      if (system != null) {
        notebook.fact(system);
      }
      if (server != null) {
        notebook.fact(server);
      }
      notebook.text("name resolution", complaint);
    }
  }

  /** What ordinary programs get to know. */
  private record Local(List<InetAddress> addresses, String failure, boolean late) {}

  /**
   * Looks a name up. Writes down what was asked, but no fact.
   *
   * @param context names the machine
   * @param notebook takes the questions
   * @param host a name or an address
   * @return never null
   * @throws InterruptedException when this thread was interrupted
   */
  static Found look(Context context, Notebook notebook, String host) throws InterruptedException {
    return new Names(context.machine(), notebook).look(host);
  }

  /**
   * The addresses ordinary programs use, without asking anybody else.
   *
   * @param context names the machine
   * @param notebook takes the question
   * @param host a name or an address
   * @return empty when there are none
   * @throws InterruptedException when this thread was interrupted
   */
  static List<InetAddress> addresses(Context context, Notebook notebook, String host)
      throws InterruptedException {
    return new Names(context.machine(), notebook).local(host).addresses();
  }

  private Found look(String host) throws InterruptedException {
    Local local = local(host);
    if (isAddress(host)) {
      return new Found(local.addresses(), null, null, "");
    }
    RawDns.Said said = isWorthAsking(host, local) ? servers(host) : null;
    boolean agree = said != null && agree(local, said);
    DnsAnswer system =
        new DnsAnswer(
            host,
            "system",
            result(local, said),
            texts(local.addresses()),
            agree ? said.aliases() : List.of());
    DnsAnswer server =
        said == null || agree
            ? null
            : new DnsAnswer(host, said.server(), said.result(), said.addresses(), said.aliases());
    boolean told = said != null && !said.error().isEmpty() && local.addresses().isEmpty();
    return new Found(local.addresses(), system, server, told ? said.error() : local.failure());
  }

  private Local local(String host) throws InterruptedException {
    Instant since = machine.clock().instant();
    notebook.doing("looking up " + host);
    String what = "DNS " + host + " as programs on this machine do";
    try {
      List<InetAddress> addresses =
          InTime.get(SYSTEM, () -> machine.resolver().resolve(host), () -> {});
      notebook.asked(what, since, "ok", String.join("\n", texts(addresses)));
      return new Local(addresses, "", false);
    } catch (UnknownHostException e) {
      notebook.asked(what, since, "not found", e.getMessage());
      // The second time Java names the host alone, which complains of nothing.
      String complaint = host.equals(e.getMessage()) ? "" : String.valueOf(e.getMessage());
      return new Local(List.of(), complaint, false);
    } catch (IOException e) {
      notebook.asked(what, since, "timeout", e.getMessage());
      return new Local(List.of(), "", true);
    }
  }

  static boolean isAddress(String host) {
    return host.matches("[0-9.]+") || host.contains(":");
  }

  /** A name of this machine is no business of DNS servers, unless somebody named one. */
  private boolean isWorthAsking(String host, Local local) {
    boolean atHome =
        !local.addresses().isEmpty()
            && local.addresses().stream().allMatch(InetAddress::isLoopbackAddress);
    return host.contains(".") && (!atHome || !machine.dnsServers().isEmpty());
  }

  /** Asks one server after the other until one answers. */
  private RawDns.Said servers(String host) throws InterruptedException {
    List<InetSocketAddress> servers = machine.dnsServers();
    if (servers.isEmpty()) {
      servers = ResolverConfig.getCurrentConfig().servers();
    }
    servers = servers.subList(0, Math.min(MOST_SERVERS, servers.size()));
    RawDns.Said said = null;
    for (InetSocketAddress server : servers) {
      if (said == null || said.result().equals("timeout")) {
        said = server(server, host, SERVERS.dividedBy(servers.size()));
      }
    }
    return said;
  }

  private RawDns.Said server(InetSocketAddress server, String host, Duration time)
      throws InterruptedException {
    Instant since = machine.clock().instant();
    notebook.doing("asking DNS for " + host);
    RawDns.Said said = RawDns.ask(server, host, time);
    notebook.asked(
        "DNS A and AAAA of " + host + " at " + said.server(), since, said.result(), said.text());
    return said;
  }

  /** Addresses that take turns differ from one question to the next; one in common is enough. */
  private static boolean agree(Local local, RawDns.Said said) {
    if (local.addresses().isEmpty()) {
      return !said.result().equals("ok") && (!local.late() || said.result().equals("timeout"));
    }
    Set<String> common = new HashSet<>(texts(local.addresses()));
    common.retainAll(said.addresses());
    return !common.isEmpty();
  }

  /** Java does not tell why a name has no address; the DNS server does. */
  private static String result(Local local, RawDns.Said said) {
    if (!local.addresses().isEmpty()) {
      return "ok";
    } else if (local.late()) {
      return "timeout";
    } else if (said == null) {
      return null;
    }
    return said.result().equals("ok") ? "nxdomain" : said.result();
  }

  private static List<String> texts(List<InetAddress> addresses) {
    return addresses.stream().map(InetAddress::getHostAddress).distinct().toList();
  }
}
