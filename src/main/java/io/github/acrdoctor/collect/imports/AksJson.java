package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.kubernetes.Cluster;
import io.github.acrdoctor.facts.AksCluster;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;

/** Reads {@code az aks show}. */
final class AksJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return Arm.of(object).is("Microsoft.ContainerService/managedClusters");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    String[] id = object.path("id").asText("").split("/", -1);
    String group = Json.text(object.path("resourceGroup"));
    JsonNode kubelet = new Arm(Arm.of(object).path("identityProfile")).path("kubeletidentity");
    found.fact(
        new AksCluster(
            Json.text(object.path("name")),
            group == null && id.length > 4 ? id[4] : group,
            Json.text(kubelet.path("objectId")),
            Answer.UNKNOWN,
            Json.text(object.path("identity").path("tenantId"))));
    found.fact(new Environment(Cluster.AKS, Answer.UNKNOWN, Answer.UNKNOWN));
  }
}
