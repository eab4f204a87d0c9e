package io.github.acrdoctor.collect.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A DNS server on loopback, over UDP and TCP. It follows aliases as a resolver does; names that no
 * test gave it do not exist.
 */
public final class TestDns implements AutoCloseable {
  /** What it can do instead of answering. */
  public enum Fault {
    SERVFAIL,
    REFUSED,
    SILENT,
    GARBAGE,
    TOO_LONG_FOR_UDP
  }

  private final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final ServerSocket tcp;
  private final DatagramSocket udp;

  private TestDns(ServerSocket tcp, DatagramSocket udp) {
    this.tcp = tcp;
    this.udp = udp;
  }

  public static TestDns start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int tries = 0; ; tries++) {
      ServerSocket tcp = new ServerSocket(0, 50, loopback);
      try {
        TestDns dns = new TestDns(tcp, new DatagramSocket(tcp.getLocalPort(), loopback));
        run(dns::serveUdp);
        run(dns::serveTcp);
        return dns;
      } catch (IOException e) {
        tcp.close();
        if (tries == 10) {
          throw e;
        }
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The server was closed.
              }
            },
            "test dns");
    thread.setDaemon(true);
    thread.start();
  }

  public InetSocketAddress server() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  /** The server as facts name it. */
  public String name() {
    return "127.0.0.1:" + tcp.getLocalPort();
  }

  public TestDns address(String name, String... given) {
    addresses.put(name, List.of(given));
    return this;
  }

  public TestDns alias(String name, String target) {
    aliases.put(name, target);
    return this;
  }

  public TestDns fault(String name, Fault fault) {
    faults.put(name, fault);
    return this;
  }

  /** What was asked, such as {@code UDP A contoso.azurecr.io}. */
  public List<String> questions() {
    return questions;
  }

  private void serveUdp() throws IOException {
    byte[] bytes = new byte[4096];
    while (true) {
      DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
      udp.receive(packet);
      byte[] answer = answer(java.util.Arrays.copyOf(bytes, packet.getLength()), "UDP");
      if (answer != null) {
        udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    }
  }

  private void serveTcp() throws IOException {
    while (true) {
      Socket socket = tcp.accept();
      run(
          () -> {
            try (socket) {
              DataInputStream in = new DataInputStream(socket.getInputStream());
              DataOutputStream out = new DataOutputStream(socket.getOutputStream());
              while (true) {
                byte[] answer = answer(in.readNBytes(in.readUnsignedShort()), "TCP");
                if (answer != null) {
                  out.writeShort(answer.length);
                  out.write(answer);
                }
              }
            }
          });
    }
  }

  private byte[] answer(byte[] bytes, String over) throws IOException {
    Message question = new Message(bytes);
    Record asked = question.getQuestion();
    String name = asked.getName().toString(true).toLowerCase(Locale.ROOT);
    questions.add(over + " " + Type.string(asked.getType()) + " " + name);
    Fault fault = faults.get(name);
    if (fault == Fault.SILENT) {
      return null;
    } else if (fault == Fault.GARBAGE) {
      byte[] garbage = java.util.Arrays.copyOf(bytes, bytes.length + 7);
      garbage[2] = (byte) 0x81;
      garbage[7] = 9;
      return garbage;
    }
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(asked, Section.QUESTION);
    if (fault == Fault.TOO_LONG_FOR_UDP && over.equals("UDP")) {
      answer.getHeader().setFlag(Flags.TC);
    } else if (fault == Fault.SERVFAIL || fault == Fault.REFUSED) {
      answer.getHeader().setRcode(fault == Fault.SERVFAIL ? Rcode.SERVFAIL : Rcode.REFUSED);
    } else {
      follow(answer, asked, name);
    }
    return answer.toWire();
  }

  private void follow(Message answer, Record asked, String start) throws IOException {
    String name = start;
    List<String> seen = new ArrayList<>();
    while (aliases.containsKey(name) && !seen.contains(name)) {
      seen.add(name);
      Name target = Name.fromString(aliases.get(name), Name.root);
      answer.addRecord(
          new CNAMERecord(Name.fromString(name, Name.root), DClass.IN, 60, target), Section.ANSWER);
      name = aliases.get(name);
    }
    if (!addresses.containsKey(name) && !aliases.containsKey(name)) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    for (String address : addresses.getOrDefault(name, List.of())) {
      int type = address.contains(":") ? Type.AAAA : Type.A;
      if (type == asked.getType()) {
        answer.addRecord(record(name, address), Section.ANSWER);
      }
    }
  }

  private static Record record(String name, String address) throws IOException {
    Name owner = Name.fromString(name, Name.root);
    InetAddress parsed = InetAddress.getByName(address);
    return address.contains(":")
        ? new AAAARecord(owner, DClass.IN, 60, parsed)
        : new ARecord(owner, DClass.IN, 60, parsed);
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }
}
