package io.github.acrdoctor.facts;

/**
 * An Azure Policy that applies to the registry.
 *
 * @param name name of the assignment; null when not known
 * @param effect deny, modify, audit, disabled or deployIfNotExists; null when not known
 * @param coversRegistry whether its scope holds the registry
 */
@About(value = "An Azure Policy that applies to the registry.", from = "azure")
public record PolicyAssignment(
    @About(value = "name of the assignment", example = "deny-public-registries") String name,
    @About(
            value = "deny, modify, audit, disabled or deployIfNotExists",
            example = "deny",
            words = {"deny", "modify", "audit", "disabled", "deployIfNotExists"})
        String effect,
    @About(value = "whether its scope holds the registry", example = "yes") Answer coversRegistry)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public PolicyAssignment {
    coversRegistry = Answer.known(coversRegistry);
  }
}
