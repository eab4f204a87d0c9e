package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.Addresses;

/** What facts call the resolver that answered. */
final class Resolvers {
  /**
   * The resolver of Azure inside virtual networks; its address is public, its answers are not.
   *
   * @see <a
   *     href="https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16">
   *     what it is</a>
   */
  private static final String AZURE = "168.63.129.16";

  private Resolvers() {}

  /**
   * The word for a resolver.
   *
   * @param address its address; null when not known
   * @param asked whether somebody chose it, instead of taking what the machine is set to
   * @return system, public or the address
   */
  static String word(String address, boolean asked) {
    if (address == null) {
      return asked ? null : "system";
    }
    boolean inside = Addresses.isPrivate(address) || address.equals(AZURE);
    return inside ? asked ? address : "system" : "public";
  }
}
