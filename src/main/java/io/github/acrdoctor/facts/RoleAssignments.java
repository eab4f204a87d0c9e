package io.github.acrdoctor.facts;

/**
 * Whether the list of role assignments of the identity is complete.
 *
 * @param complete whether every assignment that counts for the registry is among the facts
 */
@About(value = "Whether the list of role assignments of the identity is complete.", from = "azure")
public record RoleAssignments(
    @About(
            value = "whether every assignment that counts for the registry is among the facts",
            example = "yes")
        Answer complete)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public RoleAssignments {
    complete = Answer.known(complete);
  }
}
