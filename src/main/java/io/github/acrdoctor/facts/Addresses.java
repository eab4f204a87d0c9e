package io.github.acrdoctor.facts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** IP addresses and ranges, read without ever asking a resolver. */
public final class Addresses {
  private Addresses() {}

  /**
   * Whether an address belongs to a private network, to this machine or to a link.
   *
   * @param ip an IPv4 or IPv6 address
   * @return false when it is public or no address at all
   */
  public static boolean isPrivate(String ip) {
    byte[] bytes = parse(ip);
    if (bytes == null) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      return address.isSiteLocalAddress()
          || address.isLoopbackAddress()
          || address.isLinkLocalAddress()
          || isUniqueLocal(bytes)
          || isSharedSpace(bytes);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Whether an address is that of a private network, and not only this machine itself: a name that
   * leads to this machine says nothing about a private endpoint.
   *
   * @param ip an IPv4 or IPv6 address
   * @return false when it is public, of this machine, or no address at all
   */
  static boolean isOfPrivateNetwork(String ip) {
    byte[] bytes = parse(ip);
    try {
      return isPrivate(ip) && !InetAddress.getByAddress(bytes).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Whether a range holds an address.
   *
   * @param range an address, or a range such as 203.0.113.0/24; null holds nothing
   * @param ip an address; null is in no range
   * @return false when either cannot be read
   */
  public static boolean covers(String range, String ip) {
    if (range == null || ip == null) {
      return false;
    }
    int slash = range.indexOf('/');
    byte[] network = parse(slash < 0 ? range : range.substring(0, slash));
    byte[] address = parse(ip);
    if (network == null || address == null || network.length != address.length) {
      return false;
    }
    int bits =
        slash < 0 ? network.length * 8 : prefix(range.substring(slash + 1), network.length * 8);
    return bits >= 0 && samePrefix(network, address, bits);
  }

  private static int prefix(String digits, int max) {
    if (!digits.matches("\\d{1,3}")) {
      return -1;
    }
    int bits = Integer.parseInt(digits);
    return bits <= max ? bits : -1;
  }

  private static boolean samePrefix(byte[] a, byte[] b, int bits) {
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((a[i / 8] & mask) != (b[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** fc00::/7, which {@link InetAddress} does not count as site local. */
  private static boolean isUniqueLocal(byte[] bytes) {
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }

  /** 100.64.0.0/10, carrier and cloud internal addresses (RFC 6598). */
  private static boolean isSharedSpace(byte[] bytes) {
    return bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
  }

  /** Only literals are read: a host name would make {@link InetAddress} ask DNS. */
  private static byte[] parse(String ip) {
    if (ip == null) {
      return null;
    }
    String text = ip.trim().toLowerCase(Locale.ROOT);
    boolean v4 = text.matches("(\\d{1,3}\\.){3}\\d{1,3}");
    boolean v6 = text.contains(":") && text.matches("[0-9a-f:.]{2,45}");
    if (!v4 && !v6) {
      return null;
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
