package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pod with a container that waits because its image cannot be had.
 *
 * @param namespace its namespace
 * @param name its name
 * @param serviceAccount the account it runs as; null when not said
 * @param node the node it was put on; null when not said
 * @param images the images that cannot be had, as written, without a scheme
 * @param secrets names of the pull secrets it names
 * @param messages what the kubelet says about it
 */
public record FailingPod(
    String namespace,
    String name,
    String serviceAccount,
    String node,
    List<String> images,
    Set<String> secrets,
    Set<String> messages) {
  /**
   * Reasons by which the kubelet says that it waits for an image.
   *
   * @see <a href="https://pkg.go.dev/k8s.io/kubernetes/pkg/kubelet/images#pkg-variables">the
   *     kubelet's list</a>
   */
  private static final Set<String> REASONS =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "ImageInspectError",
          "RegistryUnavailable",
          "SignatureValidationFailed");

  private static final List<String> STATUSES =
      List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses");
  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  /** How AKS names its Linux nodes; other clusters of Azure have other names. */
  private static final Pattern AKS_NODE = Pattern.compile("aks-.{1,60}-vmss[0-9a-z]{1,12}");

  /** Collections are copied. */
  public FailingPod {
    images = List.copyOf(images);
    secrets = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(secrets));
    messages = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(messages));
  }

  /**
   * Reads a pod.
   *
   * @param pod as {@code kubectl get pod -o json} prints it
   * @return null when none of its containers waits for an image
   */
  public static FailingPod read(JsonNode pod) {
    List<String> images = new ArrayList<>();
    Set<String> messages = new LinkedHashSet<>();
    for (String kind : STATUSES) {
      for (JsonNode status : pod.path("status").path(kind)) {
        JsonNode waiting = status.path("state").path("waiting");
        if (REASONS.contains(waiting.path("reason").asText())) {
          images.add(image(pod.path("spec"), status));
          messages.add(waiting.path("message").asText(""));
        }
      }
    }
    messages.remove("");
    return images.isEmpty() ? null : pod(pod, images, messages);
  }

  private static FailingPod pod(JsonNode pod, List<String> images, Set<String> messages) {
    JsonNode spec = pod.path("spec");
    return new FailingPod(
        pod.path("metadata").path("namespace").asText("default"),
        pod.path("metadata").path("name").asText(""),
        Json.text(spec.path("serviceAccountName")),
        Json.text(spec.path("nodeName")),
        images,
        secrets(spec),
        messages);
  }

  /** The status may name the image by its digest; the specification has it as it was written. */
  private static String image(JsonNode spec, JsonNode status) {
    for (String kind : CONTAINERS) {
      for (JsonNode container : spec.path(kind)) {
        if (container.path("name").asText("").equals(status.path("name").asText())) {
          return plain(container.path("image").asText(""));
        }
      }
    }
    return plain(status.path("image").asText(""));
  }

  private static String plain(String image) {
    return image.trim().replaceFirst("(?i)^https?://", "");
  }

  /**
   * The pull secrets that a pod's specification or a service account names.
   *
   * @param holder what has {@code imagePullSecrets}
   * @return their names
   */
  static Set<String> secrets(JsonNode holder) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode secret : holder.path("imagePullSecrets")) {
      names.add(secret.path("name").asText(""));
    }
    names.remove("");
    return names;
  }

  /**
   * The image that it cannot have from a registry.
   *
   * @param server host of the registry, with a port when it is not 443
   * @return null when it waits for images of other registries only
   */
  public String imageOf(String server) {
    String start = server.toLowerCase(Locale.ROOT) + "/";
    return images.stream()
        .filter(image -> image.toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether the name of its node is one that AKS gives.
   *
   * @return false when it is not, or not known
   */
  public boolean isOnAks() {
    return node != null && AKS_NODE.matcher(node).matches();
  }
}
