package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What a Kubernetes secret holds for registries; never a password.
 *
 * @param isPullSecret whether its type is one that the kubelet takes for pulls
 * @param entries its entries; empty when it is no pull secret or cannot be read
 * @param readable whether its content could be read
 */
public record SecretContent(boolean isPullSecret, List<DockerEntry> entries, boolean readable) {
  private static final String CURRENT = "kubernetes.io/dockerconfigjson";
  private static final String OLD = "kubernetes.io/dockercfg";

  /** The list is copied. */
  public SecretContent {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a secret.
   *
   * @param secret as {@code kubectl get secret -o json} prints it
   * @return never null
   */
  public static SecretContent read(JsonNode secret) {
    String type = secret.path("type").asText();
    return switch (type) {
      case CURRENT -> of(content(secret, ".dockerconfigjson").path("auths"));
      case OLD -> of(content(secret, ".dockercfg"));
      default -> new SecretContent(false, List.of(), true);
    };
  }

  private static SecretContent of(JsonNode auths) {
    return new SecretContent(true, DockerEntry.read(auths), auths.isObject());
  }

  private static JsonNode content(JsonNode secret, String key) {
    String plain = secret.path("stringData").path(key).asText("");
    String coded = secret.path("data").path(key).asText("");
    return Json.read(plain.isEmpty() ? decoded(coded) : plain);
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * The entry that the kubelet would use.
   *
   * @param image the image, or only its registry
   * @return null when there is none
   */
  public DockerEntry entryFor(String image) {
    return entries.stream().filter(entry -> entry.covers(image)).findFirst().orElse(null);
  }

  /**
   * What it is, without any secret.
   *
   * @return one line
   */
  String summary() {
    if (!isPullSecret) {
      return "not of a type for pulls";
    }
    List<String> hosts =
        entries.stream().map(e -> e.host() + (e.user() == null ? "" : " as " + e.user())).toList();
    return readable ? "registries: " + String.join(", ", hosts) : "content cannot be read";
  }
}
