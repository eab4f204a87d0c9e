package io.github.acrdoctor.collect.kubernetes;

import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.PullSecret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the pull secrets of pods: whether they exist and have an entry for the image. */
final class PullSecrets {
  private static final String FACT = "pullSecret";
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final int MOST = 10;

  private final Kubectl kubectl;
  private final Notebook notebook;
  private final Map<String, PullSecret> known = new HashMap<>();
  private final Map<String, Set<String>> accounts = new HashMap<>();

  PullSecrets(Kubectl kubectl, Notebook notebook) {
    this.kubectl = kubectl;
    this.notebook = notebook;
  }

  /**
   * Looks at the secrets of a pod and of its service account. When one of them has an entry for the
   * image, the kubelet uses that one, and the others do not matter.
   *
   * @param pod a failing pod
   * @param image the image it waits for
   */
  void lookAt(FailingPod pod, String image) throws IOException {
    Set<String> names = new LinkedHashSet<>(pod.secrets());
    names.addAll(ofAccount(pod));
    List<PullSecret> secrets = new ArrayList<>();
    for (String name : names) {
      PullSecret secret = secret(pod.namespace(), name, image);
      if (secret != null) {
        secrets.add(secret);
      }
    }
    boolean covered = secrets.stream().anyMatch(it -> it.coversRegistry() == Answer.YES);
    secrets.stream()
        .filter(it -> !covered || it.coversRegistry() == Answer.YES)
        .forEach(notebook::fact);
  }

  private Set<String> ofAccount(FailingPod pod) throws IOException {
    String account = pod.serviceAccount() == null ? "default" : pod.serviceAccount();
    String key = pod.namespace() + "/" + account;
    if (!accounts.containsKey(key)) {
      Kubectl.Answer answer =
          kubectl.get(
              TIME,
              json -> "pull secrets: " + FailingPod.secrets(json),
              "serviceaccount",
              account,
              "-n",
              pod.namespace(),
              "--ignore-not-found");
      explain(answer, "get serviceaccounts in namespace " + pod.namespace());
      accounts.put(key, FailingPod.secrets(answer.json()));
    }
    return accounts.get(key);
  }

  private PullSecret secret(String namespace, String name, String image) throws IOException {
    String key = namespace + "/" + name + " " + image;
    if (known.containsKey(key) || known.size() >= MOST) {
      return known.get(key);
    }
    Kubectl.Answer answer =
        kubectl.get(
            TIME,
            json -> SecretContent.read(json).summary(),
            "secret",
            name,
            "-n",
            namespace,
            "--ignore-not-found");
    explain(answer, "get secrets in namespace " + namespace);
    known.put(key, read(answer, namespace, name, image));
    return known.get(key);
  }

  private static PullSecret read(
      Kubectl.Answer answer, String namespace, String name, String image) {
    if (answer.json().isMissingNode()) {
      Answer exists = answer.problem() == null ? Answer.NO : Answer.UNKNOWN;
      return new PullSecret(name, namespace, exists, Answer.UNKNOWN, Answer.UNKNOWN);
    }
    SecretContent content = SecretContent.read(answer.json());
    Answer covers = content.entryFor(image) != null ? Answer.YES : Answer.NO;
    return new PullSecret(
        name, namespace, Answer.YES, content.readable() ? covers : Answer.UNKNOWN, Answer.UNKNOWN);
  }

  private void explain(Kubectl.Answer answer, String right) {
    if (answer.problem() != null) {
      notebook.missing(FACT, answer.problem(), answer.isForbidden() ? right : null);
    }
  }
}
