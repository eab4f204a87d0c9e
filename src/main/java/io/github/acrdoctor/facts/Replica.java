package io.github.acrdoctor.facts;

/**
 * A copy of the registry in another region.
 *
 * @param location region; null when not known
 * @param status Ready, Syncing or another state of its provisioning; null when not known
 * @param endpointEnabled whether requests are routed to it
 */
@About(value = "A copy of the registry in another region.", from = "azure")
public record Replica(
    @About(value = "region", example = "westeurope") String location,
    @About(value = "Ready, Syncing or another state of its provisioning", example = "Syncing")
        String status,
    @About(value = "whether requests are routed to it", example = "yes") Answer endpointEnabled)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Replica {
    endpointEnabled = Answer.known(endpointEnabled);
  }
}
