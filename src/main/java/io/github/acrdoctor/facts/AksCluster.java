package io.github.acrdoctor.facts;

/**
 * A Kubernetes cluster of Azure Kubernetes Service.
 *
 * @param name name of the cluster; null when not known
 * @param resourceGroup resource group of the cluster; null when not known
 * @param kubeletObjectId object id of the kubelet identity; null when not known
 * @param kubeletMayPull whether the kubelet identity has a pull role on this registry
 * @param tenantId tenant of the cluster; null when not known
 */
@About(value = "A Kubernetes cluster of Azure Kubernetes Service.", from = "azure")
public record AksCluster(
    @About(value = "name of the cluster", example = "aks-prod") String name,
    @About(value = "resource group of the cluster", example = "rg-prod") String resourceGroup,
    @About(
            value = "object id of the kubelet identity",
            example = "44444444-aaaa-bbbb-cccc-000000000001")
        String kubeletObjectId,
    @About(value = "whether the kubelet identity has a pull role on this registry", example = "no")
        Answer kubeletMayPull,
    @About(value = "tenant of the cluster", example = "11111111-aaaa-bbbb-cccc-000000000001")
        String tenantId)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public AksCluster {
    kubeletMayPull = Answer.known(kubeletMayPull);
  }
}
