package io.github.acrdoctor.collect.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.facts.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An image's manifest, or the list of those for several platforms.
 *
 * @param json the document
 * @see <a href="https://github.com/opencontainers/image-spec">its form</a>
 */
record Manifest(JsonNode json) {
  /** The forms that clients ask for. */
  static final String TYPES =
      "application/vnd.oci.image.index.v1+json,"
          + " application/vnd.docker.distribution.manifest.list.v2+json,"
          + " application/vnd.oci.image.manifest.v1+json,"
          + " application/vnd.docker.distribution.manifest.v2+json";

  private static final Pattern DIGEST = Pattern.compile("sha(256:[a-f0-9]{64}|512:[a-f0-9]{128})");

  /** Whether it lists manifests instead of layers. */
  boolean isList() {
    return json.path("manifests").isArray();
  }

  /**
   * Whether it has a build for this machine. Engines on other systems run Linux inside.
   *
   * @return unknown when it is no list: then only the image itself says so
   */
  Answer fitsThisMachine() {
    if (!isList() || json.path("manifests").isEmpty()) {
      return Answer.UNKNOWN;
    }
    for (JsonNode entry : json.path("manifests")) {
      if (fits(entry.path("platform"))) {
        return Answer.YES;
      }
    }
    return Answer.NO;
  }

  private static boolean fits(JsonNode platform) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String written = platform.path("os").asText("");
    boolean windows = system.startsWith("windows") && written.equals("windows");
    return (written.equals("linux") || windows)
        && platform.path("architecture").asText("").equals(architecture());
  }

  private static String architecture() {
    String java = System.getProperty("os.arch", "");
    return switch (java) {
      case "x86_64", "amd64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      case "x86", "i386", "i686" -> "386";
      default -> java;
    };
  }

  /**
   * The manifest of the list that this machine would pull, else the first.
   *
   * @return its digest; null when there is none
   */
  String child() {
    String first = null;
    for (JsonNode entry : json.path("manifests")) {
      String digest = digest(entry);
      if (digest != null && fits(entry.path("platform"))) {
        return digest;
      }
      first = first == null ? digest : first;
    }
    return first;
  }

  /**
   * The smallest thing that a pull would load.
   *
   * @return its digest; null when there is none
   */
  String smallest() {
    List<JsonNode> parts = new ArrayList<>();
    json.path("layers").forEach(parts::add);
    parts.add(json.path("config"));
    return parts.stream()
        .filter(part -> digest(part) != null)
        .min(Comparator.comparingLong(part -> part.path("size").asLong(Long.MAX_VALUE)))
        .map(Manifest::digest)
        .orElse(null);
  }

  /** What a registry writes becomes part of an address: it must be a digest. */
  private static String digest(JsonNode entry) {
    String digest = entry.path("digest").asText("");
    return DIGEST.matcher(digest).matches() ? digest : null;
  }
}
