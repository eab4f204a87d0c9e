package io.github.acrdoctor.facts;

/**
 * A private endpoint connection of the registry.
 *
 * @param name name of the connection; null when not known
 * @param status Approved, Pending, Rejected or Disconnected; null when not known
 * @param address private IP address of the endpoint; null when not known
 * @param zoneLinked whether the private DNS zone is linked to the client network
 */
@About(value = "A private endpoint connection of the registry.", from = "azure")
public record PrivateEndpoint(
    @About(value = "name of the connection", example = "pe-contoso") String name,
    @About(
            value = "Approved, Pending, Rejected or Disconnected",
            example = "Approved",
            words = {"Approved", "Pending", "Rejected", "Disconnected"})
        String status,
    @About(value = "private IP address of the endpoint", example = "10.1.0.5") String address,
    @About(value = "whether the private DNS zone is linked to the client network", example = "no")
        Answer zoneLinked)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public PrivateEndpoint {
    zoneLinked = Answer.known(zoneLinked);
  }
}
