package io.github.acrdoctor.facts;

/**
 * The Azure subscription of the registry.
 *
 * @param id subscription id; null when not known
 * @param state Enabled, Warned, PastDue or Disabled; null when not known
 * @param providerRegistered whether Microsoft.ContainerRegistry is registered in it
 */
@About(value = "The Azure subscription of the registry.", from = "azure")
public record Subscription(
    @About(value = "subscription id", example = "00000000-aaaa-bbbb-cccc-000000000001") String id,
    @About(
            value = "Enabled, Warned, PastDue or Disabled",
            example = "Disabled",
            words = {"Enabled", "Warned", "PastDue", "Disabled"})
        String state,
    @About(value = "whether Microsoft.ContainerRegistry is registered in it", example = "no")
        Answer providerRegistered)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Subscription {
    providerRegistered = Answer.known(providerRegistered);
  }
}
