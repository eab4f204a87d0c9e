package io.github.acrdoctor.facts;

/**
 * An address of the machine that fails.
 *
 * @param ip the address; null when not known
 * @param seenBy registry (public egress, as the registry saw it) or self (own interface); null when
 *     not known
 * @param insideVirtualNetwork whether the machine sits in the network of the private endpoint
 */
@About(value = "An address of the machine that fails.", from = "registry")
public record ClientAddress(
    @About(value = "the address", example = "203.0.113.16") String ip,
    @About(
            value = "registry (public egress, as the registry saw it) or self (own interface)",
            example = "registry",
            words = {"registry", "self"})
        String seenBy,
    @About(
            value = "whether the machine sits in the network of the private endpoint",
            example = "no")
        Answer insideVirtualNetwork)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public ClientAddress {
    insideVirtualNetwork = Answer.known(insideVirtualNetwork);
  }

  /**
   * Whether the address is private, link-local or loopback.
   *
   * @return false when it is public or cannot be read
   */
  public boolean isPrivate() {
    return Addresses.isPrivate(ip);
  }
}
