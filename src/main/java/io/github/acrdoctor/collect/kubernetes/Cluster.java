package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Tells clusters of Azure from others. */
public final class Cluster {
  /** What Azure Kubernetes Service is called among the facts. */
  public static final String AKS = "aks";

  /** What any other cluster is called. */
  public static final String OTHER = "kubernetes";

  /**
   * Domains of AKS API servers in the three clouds.
   *
   * @see <a href="https://learn.microsoft.com/azure/aks/outbound-rules-control-egress">AKS
   *     addresses</a>
   */
  private static final List<String> DOMAINS =
      List.of(".azmk8s.io", ".cx.prod.service.azk8s.cn", ".cx.aks.containerservice.azure.us");

  private Cluster() {}

  /**
   * Whether an API server is one of AKS.
   *
   * @param server its address; empty for none
   * @return false when it is not, or when a name of its own hides it
   */
  static boolean isAksServer(String server) {
    try {
      String host = new URI(server).getHost();
      return host != null && DOMAINS.stream().anyMatch(host.toLowerCase(Locale.ROOT)::endsWith);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * The kind of cluster that a node belongs to.
   *
   * @param node as {@code kubectl get node -o json} prints it
   * @return null when the node does not say who runs it
   */
  public static String kind(JsonNode node) {
    JsonNode labels = node.path("metadata").path("labels");
    if (!labels.path("kubernetes.azure.com/cluster").isMissingNode()
        || node.path("spec").path("providerID").asText("").startsWith("azure://")) {
      return AKS;
    }
    return labels.isObject() ? OTHER : null;
  }
}
