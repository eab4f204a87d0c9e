package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * One entry of the registry firewall.
 *
 * @param range IPv4 address or CIDR range; null when not known
 * @param action Allow or Deny; null when not known
 * @param changedAt when the rule was added or changed; null when not known
 */
@About(value = "One entry of the registry firewall.", from = "azure")
public record NetworkRule(
    @About(value = "IPv4 address or CIDR range", example = "203.0.113.0/24") String range,
    @About(
            value = "Allow or Deny",
            example = "Allow",
            words = {"Allow", "Deny"})
        String action,
    @About(value = "when the rule was added or changed", example = "2026-11-24T09:58:00Z")
        Instant changedAt)
    implements Fact {

  /**
   * Whether the rule's range holds an address.
   *
   * @param ip an IPv4 address; null is held by no rule
   * @return false when either side cannot be read
   */
  public boolean covers(String ip) {
    return Addresses.covers(range, ip);
  }
}
