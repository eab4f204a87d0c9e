package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.kubernetes.Cluster;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;

/** Reads {@code kubectl get nodes -o json}: whether the cluster is one of AKS. */
final class NodeJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("kind").asText("").equals("Node") && object.has("metadata");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    String kind = Cluster.kind(object);
    if (kind != null) {
      found.fact(new Environment(kind, Answer.UNKNOWN, Answer.UNKNOWN));
    }
  }
}
