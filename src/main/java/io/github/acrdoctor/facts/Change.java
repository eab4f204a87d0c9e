package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * Something that was changed, and when.
 *
 * @param what role-assignment, network-rule, public-access, role-mode, admin-password,
 *     token-password, secret, registry-created, private-endpoint; null when not known
 * @param at when it was changed; null when not known
 * @param detail who or what exactly; null when not known
 */
@About(value = "Something that was changed, and when.", from = "azure")
public record Change(
    @About(
            value =
                "role-assignment, network-rule, public-access, role-mode, admin-password, token-password, secret, registry-created, private-endpoint",
            example = "network-rule",
            words = {
              "role-assignment",
              "network-rule",
              "public-access",
              "role-mode",
              "admin-password",
              "token-password",
              "secret",
              "registry-created",
              "private-endpoint"
            })
        String what,
    @About(value = "when it was changed", example = "2026-11-24T09:58:00Z") Instant at,
    @About(value = "who or what exactly", example = "203.0.113.16 added") String detail)
    implements Fact {

  /**
   * Whether it happened a short while before a moment.
   *
   * @param now the case's clock, never null
   * @param minutes length of the while
   * @return false when the time is not known
   */
  public boolean within(Instant now, int minutes) {
    return Moments.within(at, now, minutes);
  }
}
