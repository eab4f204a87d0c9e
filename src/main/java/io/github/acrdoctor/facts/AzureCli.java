package io.github.acrdoctor.facts;

/**
 * The Azure CLI on the machine that fails.
 *
 * @param installed whether az is on the path
 * @param version its version; null when not known
 * @param signedIn whether az account show succeeds
 * @param subscription current subscription; null when not known
 * @param tenantId tenant that is signed in to; null when not known
 * @param cloud AzureCloud, AzureChinaCloud or AzureUSGovernment; null when not known
 */
@About(value = "The Azure CLI on the machine that fails.", from = "azure")
public record AzureCli(
    @About(value = "whether az is on the path", example = "yes") Answer installed,
    @About(value = "its version", example = "2.67.0") String version,
    @About(value = "whether az account show succeeds", example = "no") Answer signedIn,
    @About(value = "current subscription", example = "00000000-aaaa-bbbb-cccc-000000000002")
        String subscription,
    @About(value = "tenant that is signed in to", example = "11111111-aaaa-bbbb-cccc-000000000002")
        String tenantId,
    @About(
            value = "AzureCloud, AzureChinaCloud or AzureUSGovernment",
            example = "AzureCloud",
            words = {"AzureCloud", "AzureChinaCloud", "AzureUSGovernment"})
        String cloud)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public AzureCli {
    installed = Answer.known(installed);
    signedIn = Answer.known(signedIn);
  }

  /**
   * Whether the version is known and lower than another.
   *
   * @param other a dotted version, never null
   * @return false when the version is not known
   */
  public boolean olderThan(String other) {
    return Versions.older(version, other);
  }
}
