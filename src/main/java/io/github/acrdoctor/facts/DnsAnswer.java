package io.github.acrdoctor.facts;

import java.util.List;

/**
 * What a resolver said about a host name.
 *
 * @param host name that was asked for; null when not known
 * @param resolver which resolver: system, public, or its address; null when not known
 * @param result ok, nxdomain, servfail, timeout or refused; null when not known
 * @param addresses addresses in the answer; empty when none is known
 * @param aliases names on the CNAME chain; empty when none is known
 */
@About(value = "What a resolver said about a host name.", from = "network")
public record DnsAnswer(
    @About(value = "name that was asked for", example = "contoso.azurecr.io") String host,
    @About(value = "which resolver: system, public, or its address", example = "system")
        String resolver,
    @About(
            value = "ok, nxdomain, servfail, timeout or refused",
            example = "nxdomain",
            words = {"ok", "nxdomain", "servfail", "timeout", "refused"})
        String result,
    @About(value = "addresses in the answer", example = "10.1.0.5") List<String> addresses,
    @About(value = "names on the CNAME chain", example = "contoso.privatelink.azurecr.io")
        List<String> aliases)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public DnsAnswer {
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }

  /**
   * Whether the answer holds addresses and all of them are of a private network.
   *
   * @return false when there is none, or when one is of this machine itself
   */
  public boolean isPrivate() {
    return !addresses.isEmpty() && addresses.stream().allMatch(Addresses::isOfPrivateNetwork);
  }

  /**
   * Whether the answer holds a public address.
   *
   * @return false when there is none
   */
  public boolean isPublic() {
    return addresses.stream().anyMatch(a -> !Addresses.isPrivate(a));
  }

  /**
   * Whether the chain of aliases goes through a private link name.
   *
   * @return true when an alias has the label privatelink
   */
  public boolean isPrivateLink() {
    return aliases.stream().anyMatch(a -> a.contains(".privatelink."));
  }
}
