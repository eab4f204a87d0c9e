package io.github.acrdoctor.facts;

/**
 * An attempt to open a connection.
 *
 * @param host host that was tried; null when not known
 * @param role what the host is for: login-server, data-endpoint, entra, arm or other; null when not
 *     known
 * @param port TCP port; null when not known
 * @param result connected, refused, timeout, reset or unreachable; null when not known
 * @param address address that was tried; null when not known
 */
@About(value = "An attempt to open a connection.", from = "network")
public record TcpProbe(
    @About(value = "host that was tried", example = "contoso.azurecr.io") String host,
    @About(
            value = "what the host is for: login-server, data-endpoint, entra, arm or other",
            example = "login-server",
            words = {"login-server", "data-endpoint", "entra", "arm", "other"})
        String role,
    @About(value = "TCP port", example = "443") Integer port,
    @About(
            value = "connected, refused, timeout, reset or unreachable",
            example = "timeout",
            words = {"connected", "refused", "timeout", "reset", "unreachable"})
        String result,
    @About(value = "address that was tried", example = "10.1.0.5") String address)
    implements Fact {

  /**
   * Whether the address belongs to a private network.
   *
   * @return false when it is not known, or of this machine itself
   */
  public boolean toPrivate() {
    return address != null && Addresses.isOfPrivateNetwork(address);
  }

  /**
   * Whether the connection went over IPv6.
   *
   * @return false when the address is not known
   */
  public boolean overIpv6() {
    return address != null && address.indexOf(':') >= 0;
  }
}
