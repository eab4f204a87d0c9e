package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Programs;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for pods that wait for an image of the registry: what the kubelet says about them, and the
 * pull secrets they use. Does nothing on a machine without kubectl.
 *
 * <p>What kubectl itself complains is about the cluster, not about the registry: it becomes the
 * reason for what is missing, and is no text for the recogniser.
 */
public final class KubernetesCollector implements Collector {
  private static final String FACT = "pullSecret";
  private static final Duration LONG = Duration.ofSeconds(4);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int MOST_PODS = 5;
  private static final int MOST_MESSAGES = 20;

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(12);
  }

  @Override
  public List<String> supplies() {
    return List.of(FACT);
  }

  @Override
  public void collect(Context context, Notebook notebook) throws IOException {
    Path program = context.machine().programs().find("kubectl");
    if (program == null) {
      return;
    }
    Kubectl kubectl = new Kubectl(context.machine(), program, notebook);
    Programs.Ran current = kubectl.config("current-context");
    if (current.exit() != 0 || current.out().isBlank()) {
      String reason =
          current.timedOut() ? "kubectl gave no answer in time" : "kubectl has no context";
      notebook.missing(FACT, reason, "a kubeconfig, or --skip kubernetes");
      return;
    }
    List<FailingPod> pods = new ArrayList<>();
    String server = context.target().server();
    for (JsonNode pod : pods(kubectl, context.options().namespace(), notebook)) {
      FailingPod failing = FailingPod.read(pod);
      if (failing != null && failing.imageOf(server) != null) {
        pods.add(failing);
      }
    }
    if (!pods.isEmpty()) {
      report(kubectl, different(pods), server, notebook);
    }
  }

  private static void report(
      Kubectl kubectl, List<FailingPod> pods, String server, Notebook notebook) throws IOException {
    messages(kubectl, pods, notebook);
    PullSecrets secrets = new PullSecrets(kubectl, notebook);
    for (FailingPod pod : pods) {
      secrets.lookAt(pod, pod.imageOf(server));
    }
    environment(kubectl, pods, notebook);
  }

  /** Replicas fail alike: one of them is enough. */
  private static List<FailingPod> different(List<FailingPod> pods) {
    Map<List<Object>, FailingPod> first = new LinkedHashMap<>();
    for (FailingPod pod : pods) {
      Object account = String.valueOf(pod.serviceAccount());
      first.putIfAbsent(List.of(pod.namespace(), pod.images(), pod.secrets(), account), pod);
    }
    return first.values().stream().limit(MOST_PODS).toList();
  }

  private static JsonNode pods(Kubectl kubectl, String namespace, Notebook notebook)
      throws IOException {
    Kubectl.Answer answer =
        namespace == null ? list(kubectl, "-A") : list(kubectl, "-n", namespace);
    if (answer.isForbidden() && namespace == null) {
      notebook.missing(
          FACT,
          "only the namespace of the context could be looked at: " + answer.problem(),
          "list pods in all namespaces, or --namespace");
      answer = list(kubectl);
    }
    if (answer.problem() != null) {
      notebook.missing(
          FACT,
          answer.problem(),
          answer.isForbidden() ? "list pods" : "a cluster that answers, or --skip kubernetes");
    }
    return answer.json().path("items");
  }

  /** Of a cluster with too many pods, those that never started are listed alone. */
  private static Kubectl.Answer list(Kubectl kubectl, String... where) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("pods"));
    arguments.addAll(List.of(where));
    Kubectl.Answer answer = get(kubectl, arguments);
    if (answer.isUnreadable()) {
      arguments.add("--field-selector=status.phase=Pending");
      answer = get(kubectl, arguments);
    }
    return answer;
  }

  private static Kubectl.Answer get(Kubectl kubectl, List<String> arguments) throws IOException {
    return kubectl.get(LONG, KubernetesCollector::summary, arguments.toArray(String[]::new));
  }

  /** Specifications of pods may hold passwords: only what fails is written down. */
  private static String summary(JsonNode list) {
    List<String> failing = new ArrayList<>();
    for (JsonNode item : list.path("items")) {
      FailingPod pod = FailingPod.read(item);
      if (pod != null) {
        failing.add(pod.namespace() + "/" + pod.name() + " waits for " + pod.images());
      }
    }
    return list.path("items").size() + " pods; " + String.join(", ", failing);
  }

  private static void messages(Kubectl kubectl, List<FailingPod> pods, Notebook notebook)
      throws IOException {
    Set<String> events = new LinkedHashSet<>();
    Set<String> states = new LinkedHashSet<>();
    for (FailingPod pod : pods) {
      states.addAll(pod.messages());
      Kubectl.Answer answer =
          kubectl.get(
              SHORT,
              list -> String.join("\n", Events.messages(list)),
              "events",
              "-n",
              pod.namespace(),
              "--field-selector",
              "involvedObject.name=" + pod.name());
      events.addAll(Events.messages(answer.json()));
    }
    states.removeAll(events);
    events.stream().limit(MOST_MESSAGES).forEach(it -> notebook.text("kubectl events", it));
    states.stream().limit(MOST_MESSAGES).forEach(it -> notebook.text("kubectl pods", it));
  }

  private static void environment(Kubectl kubectl, List<FailingPod> pods, Notebook notebook)
      throws IOException {
    String kind = null;
    if (pods.stream().anyMatch(FailingPod::isOnAks) || isAks(kubectl)) {
      kind = Cluster.AKS;
    } else if (pods.get(0).node() != null) {
      Kubectl.Answer node =
          kubectl.get(SHORT, json -> "kind: " + Cluster.kind(json), "node", pods.get(0).node());
      kind = Cluster.kind(node.json());
    }
    if (kind == null) {
      notebook.missing("environment", "no node says who runs the cluster", "get nodes");
    } else {
      notebook.fact(new Environment(kind, Answer.UNKNOWN, Answer.UNKNOWN));
    }
  }

  private static boolean isAks(Kubectl kubectl) throws IOException {
    return Cluster.isAksServer(
        kubectl
            .config("view", "--minify", "-o", "jsonpath={.clusters[0].cluster.server}")
            .out()
            .trim());
  }
}
