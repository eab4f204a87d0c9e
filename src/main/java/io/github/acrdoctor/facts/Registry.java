package io.github.acrdoctor.facts;

import java.time.Instant;

/**
 * The container registry as Azure Resource Manager describes it.
 *
 * @param name resource name, without a domain; null when not known
 * @param loginServer full host name that clients use; null when not known
 * @param exists whether a registry of this name exists anywhere in the cloud
 * @param inCurrentSubscription whether it is in the subscription the Azure CLI is set to
 * @param subscription subscription that holds it; null when not known
 * @param tenantId Entra tenant that the registry trusts; null when not known
 * @param cloud AzureCloud, AzureChinaCloud or AzureUSGovernment; null when not known
 * @param sku Basic, Standard or Premium; null when not known
 * @param createdAt when it was created; null when not known
 * @param adminUserEnabled whether the admin account is on
 * @param publicNetworkAccess whether the public endpoint is open at all
 * @param networkDefaultAction Allow or Deny: what happens to addresses without a rule; null when
 *     not known
 * @param trustedServicesAllowed whether trusted Azure services may pass the network rules
 * @param tasksBypassAllowed whether ACR Tasks may pass the network rules
 * @param anonymousPullEnabled whether anybody may pull without credentials
 * @param dataEndpointEnabled whether layers come from dedicated data endpoints
 * @param roleAssignmentMode legacy (registry permissions) or abac (repository permissions); null
 *     when not known
 * @param armTokenAccepted whether tokens made for Azure Resource Manager are accepted
 * @param encryptionKeyUsable whether a customer-managed key, if any, can be used
 * @param storageFull whether the storage limit is reached
 * @param provisioningState Succeeded, Creating, Updating, Failed …; null when not known
 * @param quarantineEnabled whether new images wait in quarantine until they are scanned
 * @param endpointProtocol IPv4 or IPv4AndIPv6; null when not known
 */
@About(value = "The container registry as Azure Resource Manager describes it.", from = "azure")
public record Registry(
    @About(value = "resource name, without a domain", example = "contoso") String name,
    @About(value = "full host name that clients use", example = "contoso.azurecr.io")
        String loginServer,
    @About(value = "whether a registry of this name exists anywhere in the cloud", example = "yes")
        Answer exists,
    @About(value = "whether it is in the subscription the Azure CLI is set to", example = "yes")
        Answer inCurrentSubscription,
    @About(value = "subscription that holds it", example = "00000000-aaaa-bbbb-cccc-000000000001")
        String subscription,
    @About(
            value = "Entra tenant that the registry trusts",
            example = "11111111-aaaa-bbbb-cccc-000000000001")
        String tenantId,
    @About(
            value = "AzureCloud, AzureChinaCloud or AzureUSGovernment",
            example = "AzureCloud",
            words = {"AzureCloud", "AzureChinaCloud", "AzureUSGovernment"})
        String cloud,
    @About(
            value = "Basic, Standard or Premium",
            example = "Premium",
            words = {"Basic", "Standard", "Premium", "Classic"})
        String sku,
    @About(value = "when it was created", example = "2026-11-24T09:55:00Z") Instant createdAt,
    @About(value = "whether the admin account is on", example = "Disabled") Answer adminUserEnabled,
    @About(value = "whether the public endpoint is open at all", example = "Disabled")
        Answer publicNetworkAccess,
    @About(
            value = "Allow or Deny: what happens to addresses without a rule",
            example = "Deny",
            words = {"Allow", "Deny"})
        String networkDefaultAction,
    @About(value = "whether trusted Azure services may pass the network rules", example = "yes")
        Answer trustedServicesAllowed,
    @About(value = "whether ACR Tasks may pass the network rules", example = "no")
        Answer tasksBypassAllowed,
    @About(value = "whether anybody may pull without credentials", example = "no")
        Answer anonymousPullEnabled,
    @About(value = "whether layers come from dedicated data endpoints", example = "no")
        Answer dataEndpointEnabled,
    @About(
            value = "legacy (registry permissions) or abac (repository permissions)",
            example = "abac",
            words = {"legacy", "abac", "AbacRepositoryPermissions"})
        String roleAssignmentMode,
    @About(
            value = "whether tokens made for Azure Resource Manager are accepted",
            example = "Enabled")
        Answer armTokenAccepted,
    @About(value = "whether a customer-managed key, if any, can be used", example = "yes")
        Answer encryptionKeyUsable,
    @About(value = "whether the storage limit is reached", example = "no") Answer storageFull,
    @About(value = "Succeeded, Creating, Updating, Failed …", example = "Succeeded")
        String provisioningState,
    @About(value = "whether new images wait in quarantine until they are scanned", example = "no")
        Answer quarantineEnabled,
    @About(
            value = "IPv4 or IPv4AndIPv6: over what its endpoints can be reached",
            example = "IPv4AndIPv6",
            words = {"IPv4", "IPv4AndIPv6"})
        String endpointProtocol)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Registry {
    exists = Answer.known(exists);
    inCurrentSubscription = Answer.known(inCurrentSubscription);
    adminUserEnabled = Answer.known(adminUserEnabled);
    publicNetworkAccess = Answer.known(publicNetworkAccess);
    trustedServicesAllowed = Answer.known(trustedServicesAllowed);
    tasksBypassAllowed = Answer.known(tasksBypassAllowed);
    anonymousPullEnabled = Answer.known(anonymousPullEnabled);
    dataEndpointEnabled = Answer.known(dataEndpointEnabled);
    armTokenAccepted = Answer.known(armTokenAccepted);
    encryptionKeyUsable = Answer.known(encryptionKeyUsable);
    storageFull = Answer.known(storageFull);
    quarantineEnabled = Answer.known(quarantineEnabled);
  }

  /**
   * Whether the registry was created a short while before a moment.
   *
   * @param now the case's clock, never null
   * @param minutes length of the while
   * @return false when the time of creation is not known
   */
  public boolean createdWithin(Instant now, int minutes) {
    return Moments.within(createdAt, now, minutes);
  }
}
