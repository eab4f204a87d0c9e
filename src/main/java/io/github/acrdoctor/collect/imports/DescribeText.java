package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.collect.kubernetes.Cluster;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Environment;
import io.github.acrdoctor.facts.PullSecret;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code kubectl describe}: the node of a pod, and the pull secrets of a service account. It
 * takes no line away: the events of a pod are for the recogniser.
 */
final class DescribeText implements TextReader {
  private static final Pattern NAMESPACE = Pattern.compile("Namespace: +(\\S{1,253})\\s*");
  private static final Pattern AKS_NODE =
      Pattern.compile("Node: +aks-\\S{1,60}-vmss[0-9a-z]{1,12}(?:/\\S{0,60})?\\s*");
  private static final Pattern SECRETS = Pattern.compile("Image pull secrets: +(\\S.{0,300})");
  private static final Pattern MORE = Pattern.compile(" {10,}(\\S.{0,300})");
  private static final String NOT_THERE = "(not found)";

  @Override
  public List<String> marks() {
    return List.of("Node:", "Image pull secrets:");
  }

  @Override
  public void read(Lines lines, Found found) {
    String namespace = null;
    for (int i = 0; i < lines.count(); i++) {
      Matcher place = lines.match(i, NAMESPACE);
      namespace = place == null ? namespace : place.group(1);
      if (lines.match(i, AKS_NODE) != null) {
        found.fact(new Environment(Cluster.AKS, Answer.UNKNOWN, Answer.UNKNOWN));
      }
      Matcher secret = lines.match(i, SECRETS);
      for (int next = i + 1; secret != null; next++) {
        secret(secret.group(1).trim(), namespace, found);
        secret = lines.match(next, MORE);
      }
    }
  }

  /** kubectl itself looks whether the secrets are there. */
  private static void secret(String written, String namespace, Found found) {
    String name = written.replace(NOT_THERE, "").trim();
    if (!name.isEmpty() && !name.startsWith("<")) {
      Answer exists = written.contains(NOT_THERE) ? Answer.NO : Answer.YES;
      found.fact(new PullSecret(name, namespace, exists, Answer.UNKNOWN, Answer.UNKNOWN));
    }
  }
}
