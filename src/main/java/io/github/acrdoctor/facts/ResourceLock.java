package io.github.acrdoctor.facts;

/**
 * A lock that Azure Resource Manager puts on the registry or above it.
 *
 * @param name name of the lock; null when not known
 * @param level CanNotDelete or ReadOnly; null when not known
 * @param coversRegistry whether it lies on the registry or above it
 */
@About(
    value = "A lock that Azure Resource Manager puts on the registry or above it.",
    from = "azure")
public record ResourceLock(
    @About(value = "name of the lock", example = "keep-registry") String name,
    @About(
            value = "CanNotDelete or ReadOnly",
            example = "ReadOnly",
            words = {"CanNotDelete", "ReadOnly"})
        String level,
    @About(value = "whether it lies on the registry or above it", example = "yes")
        Answer coversRegistry)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public ResourceLock {
    coversRegistry = Answer.known(coversRegistry);
  }
}
