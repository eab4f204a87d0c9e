package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * An Azure role given to an identity.
 *
 * @param role name of the role; null when not known
 * @param scope resource id it applies to; null when not known
 * @param coversRegistry whether the scope is the registry or above it
 * @param principalId object id that has the role; null when not known
 * @param effective whether it belongs to the identity in use, directly or through a group
 * @param condition condition of the assignment, as written; null when not known
 * @param conditionMet whether the condition holds for the repository in question
 * @param createdAt when it was created; null when not known
 */
@About(value = "An Azure role given to an identity.", from = "azure")
public record RoleAssignment(
    @About(value = "name of the role", example = "AcrPull") String role,
    @About(
            value = "resource id it applies to",
            example = "/subscriptions/00000000-aaaa-bbbb-cccc-000000000001")
        String scope,
    @About(value = "whether the scope is the registry or above it", example = "yes")
        Answer coversRegistry,
    @About(value = "object id that has the role", example = "22222222-aaaa-bbbb-cccc-000000000001")
        String principalId,
    @About(
            value = "whether it belongs to the identity in use, directly or through a group",
            example = "yes")
        Answer effective,
    @About(
            value = "condition of the assignment, as written",
            example = "repository name starts with team/")
        String condition,
    @About(value = "whether the condition holds for the repository in question", example = "no")
        Answer conditionMet,
    @About(value = "when it was created", example = "2026-11-24T09:57:00Z") Instant createdAt)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public RoleAssignment {
    coversRegistry = Answer.known(coversRegistry);
    effective = Answer.known(effective);
    conditionMet = Answer.known(conditionMet);
  }

  /**
   * Whether the role was given a short while before a moment.
   *
   * @param now the case's clock, never null
   * @param minutes length of the while
   * @return false when the time of creation is not known
   */
  public boolean givenWithin(Instant now, int minutes) {
    return Moments.within(createdAt, now, minutes);
  }
}
