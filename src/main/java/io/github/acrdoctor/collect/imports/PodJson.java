package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.kubernetes.Cluster;
import io.github.acrdoctor.collect.kubernetes.FailingPod;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;

/** Reads {@code kubectl get pods -o json}: what the kubelet says of those that wait for images. */
final class PodJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return object.path("kind").asText("").equals("Pod");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    FailingPod pod = FailingPod.read(object);
    if (pod != null && !subject.ignores(object)) {
      pod.messages().forEach(message -> found.text(pod.namespace() + "/" + pod.name(), message));
      if (pod.isOnAks()) {
        found.fact(new Environment(Cluster.AKS, Answer.UNKNOWN, Answer.UNKNOWN));
      }
    }
  }
}
