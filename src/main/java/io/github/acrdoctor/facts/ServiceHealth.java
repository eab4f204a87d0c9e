package io.github.acrdoctor.facts;

/**
 * What Azure says about its own health.
 *
 * @param service registry, entra or network; null when not known
 * @param degraded whether an incident is open for the region
 */
@About(value = "What Azure says about its own health.", from = "azure")
public record ServiceHealth(
    @About(
            value = "registry, entra or network",
            example = "registry",
            words = {"registry", "entra", "network"})
        String service,
    @About(value = "whether an incident is open for the region", example = "yes") Answer degraded)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public ServiceHealth {
    degraded = Answer.known(degraded);
  }
}
