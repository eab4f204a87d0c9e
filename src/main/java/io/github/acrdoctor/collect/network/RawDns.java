package io.github.acrdoctor.collect.network;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/**
 * Asks a DNS server itself, past hosts file and caches of this machine, for both kinds of addresses
 * and the chain of aliases.
 */
final class RawDns {
  private static final int NO_EDNS = -1;
  private static final int USUAL_PORT = 53;

  private RawDns() {}

  /**
   * What a server said.
   *
   * @param server its address, with a port when it is not 53
   * @param result ok, nxdomain, servfail, timeout or refused
   * @param addresses addresses in the answer
   * @param aliases names on the chain, in order; without the name that was asked for
   * @param text the answers as dig prints them
   * @param error the answer that says that something is wrong, as dig prints it; empty when none
   *     does
   */
  record Said(
      String server,
      String result,
      List<String> addresses,
      List<String> aliases,
      String text,
      String error) {}

  /**
   * Asks a server.
   *
   * @param server the server
   * @param host the name
   * @param time how long it may take in all; an answer too long for UDP is asked for over TCP
   * @return never null
   * @throws InterruptedException when this thread was interrupted
   */
  static Said ask(InetSocketAddress server, String host, Duration time)
      throws InterruptedException {
    SimpleResolver resolver = new SimpleResolver(server);
    resolver.setTimeout(time);
    // As the resolvers of most systems: some old servers refuse questions with extensions.
    resolver.setEDNS(NO_EDNS, 0, 0, List.of());
    long until = System.nanoTime() + time.toNanos();
    try {
      Name name = Name.fromString(host, Name.root);
      CompletableFuture<Message> v4 = send(resolver, name, Type.A);
      CompletableFuture<Message> v6 = send(resolver, name, Type.AAAA);
      One first = one(v4, name, until);
      return both(address(server), first, one(v6, name, until));
    } catch (TextParseException e) {
      return new Said(address(server), "nxdomain", List.of(), List.of(), "not a name of DNS", "");
    }
  }

  private static CompletableFuture<Message> send(SimpleResolver resolver, Name name, int type) {
    return resolver
        .sendAsync(Message.newQuery(Record.newRecord(name, type, DClass.IN)))
        .toCompletableFuture();
  }

  /** The answer to one question; its error is empty when nothing is wrong or nothing was said. */
  private record One(
      String result, List<String> addresses, List<String> aliases, String text, String error) {}

  private static One one(CompletableFuture<Message> answer, Name name, long until)
      throws InterruptedException {
    try {
      return read(answer.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS), name);
    } catch (TimeoutException e) {
      return failed("timeout", "no answer in time");
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** An answer that is no DNS counts as a failure of the server; any other as none. */
  private static One failed(Throwable cause) {
    return failed(
        cause instanceof WireParseException ? "servfail" : "timeout",
        String.valueOf(cause.getMessage()));
  }

  private static One failed(String result, String text) {
    return new One(result, List.of(), List.of(), text, "");
  }

  private static One read(Message answer, Name name) {
    List<Record> records = answer.getSection(Section.ANSWER);
    Set<Name> chain = new LinkedHashSet<>(List.of(name));
    for (Name at = name; at != null; ) {
      at = alias(records, at);
      if (at != null && !chain.add(at)) {
        at = null;
      }
    }
    List<String> addresses =
        records.stream()
            .filter(record -> chain.contains(record.getName()))
            .flatMap(RawDns::addressOf)
            .toList();
    List<String> aliases =
        chain.stream().skip(1).map(at -> at.toString(true).toLowerCase(Locale.ROOT)).toList();
    String result = result(answer.getRcode());
    String text = answer.toString();
    return new One(result, addresses, aliases, text, result.equals("ok") ? "" : text);
  }

  private static Name alias(List<Record> records, Name name) {
    return records.stream()
        .filter(record -> record instanceof CNAMERecord && record.getName().equals(name))
        .map(record -> ((CNAMERecord) record).getTarget())
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> addressOf(Record record) {
    if (record instanceof ARecord v4) {
      return Stream.of(v4.getAddress().getHostAddress());
    }
    return record instanceof AAAARecord v6
        ? Stream.of(v6.getAddress().getHostAddress())
        : Stream.of();
  }

  private static String result(int code) {
    return switch (code) {
      case Rcode.NOERROR -> "ok";
      case Rcode.NXDOMAIN -> "nxdomain";
      case Rcode.REFUSED -> "refused";
      default -> "servfail";
    };
  }

  /** A name that exists and has no address is none for whoever wants to connect. */
  private static Said both(String server, One v4, One v6) {
    List<String> addresses = Stream.of(v4, v6).flatMap(one -> one.addresses().stream()).toList();
    List<String> aliases = v4.aliases().isEmpty() ? v6.aliases() : v4.aliases();
    One failed = v4.result().equals("ok") ? v6 : v4;
    String failure = failed.result().equals("ok") ? "nxdomain" : failed.result();
    return new Said(
        server,
        addresses.isEmpty() ? failure : "ok",
        addresses,
        aliases,
        v4.text() + "\n" + v6.text(),
        addresses.isEmpty() ? failed.error() : "");
  }

  private static String address(InetSocketAddress server) {
    String address =
        server.getAddress() == null ? server.getHostString() : server.getAddress().getHostAddress();
    return server.getPort() == USUAL_PORT ? address : address + ":" + server.getPort();
  }
}
