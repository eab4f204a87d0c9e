package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.AksCluster;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Identity;

/**
 * A cluster that pulls from the registry.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/cluster-container-registry-integration">
 *     authenticate with a registry from AKS</a>
 */
final class Cluster {
  private static final String RIGHT =
      "Microsoft.ContainerService/managedClusters/read, as in the role Reader on the cluster";

  private final Session session;
  private final Arm arm;

  Cluster(Session session, Arm arm) {
    this.session = session;
    this.arm = arm;
  }

  /**
   * Looks for the cluster.
   *
   * @param name its name, as somebody wrote it
   * @return a missing node when it is not to be seen; then that is written down
   */
  JsonNode find(String name) {
    if (!name.matches("[A-Za-z0-9_-]{1,63}")) {
      session.notebook().missing("aksCluster", "--aks is not the name of a cluster", null);
      return Json.read("");
    }
    Outcome outcome =
        RegistryFinder.query(
            arm,
            "resources | where type =~ 'microsoft.containerservice/managedclusters'"
                + " | where name =~ '"
                + name
                + "'");
    if (arm.usable("aksCluster", outcome) && outcome.json().path("data").isEmpty()) {
      String reason = "no subscription that can be seen has a cluster " + name;
      session.notebook().missing("aksCluster", reason, RIGHT);
    }
    return outcome.json().path("data").path(0);
  }

  /**
   * Writes the cluster down.
   *
   * @param cluster what {@link #find} found
   * @param roles tells who may pull; null when the registry is not to be seen
   * @param mode legacy or abac; null when not known
   */
  void read(JsonNode cluster, RoleAssignmentsReader roles, String mode) {
    String kubelet = kubelet(cluster);
    String tenant = Json.text(cluster.path("tenantId"));
    if (kubelet != null) {
      session
          .notebook()
          .fact(new Identity("kubelet", null, kubelet, tenant, null, null, null, null));
    }
    Answer mayPull = kubelet == null || roles == null ? null : roles.mayPull(kubelet, mode);
    session
        .notebook()
        .fact(
            new AksCluster(
                Json.text(cluster.path("name")),
                Json.text(cluster.path("resourceGroup")),
                kubelet,
                mayPull,
                tenant));
  }

  /** The object id of the identity that the nodes pull with; null when there is none. */
  static String kubelet(JsonNode cluster) {
    return Json.text(
        cluster
            .path("properties")
            .path("identityProfile")
            .path("kubeletidentity")
            .path("objectId"));
  }
}
