package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.facts.Answer;
import java.util.Locale;
import java.util.Set;

/**
 * What the files are about: some say something about a registry only when one knows which, and what
 * they say about other things does not count.
 *
 * @param server host of the registry, with a port when it is not 443, in small letters; null when
 *     not known
 * @param id its resource id, in small letters; null when not known
 * @param ignored what does not count, as {@link #key} names it
 */
record Subject(String server, String id, Set<String> ignored) {
  /** The set is copied. */
  Subject {
    ignored = Set.copyOf(ignored);
  }

  /**
   * How an object is told from others.
   *
   * @param object a resource of Azure, or an object of Kubernetes
   * @return its resource id in small letters, or its kind, namespace and name
   */
  static String key(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return metadata.isObject()
        ? key(
            object.path("kind").asText(""),
            metadata.path("namespace").asText("default"),
            metadata.path("name").asText(""))
        : object.path("id").asText("").toLowerCase(Locale.ROOT);
  }

  /**
   * How an object of Kubernetes is told from others.
   *
   * @param kind its kind
   * @param namespace its namespace
   * @param name its name
   * @return all of it
   */
  static String key(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }

  /**
   * Whether an object is none that matters.
   *
   * @param object a resource of Azure, or an object of Kubernetes
   * @return true when what it says must not count
   */
  boolean ignores(JsonNode object) {
    return ignored.contains(key(object));
  }

  /** The name as it stands in resource ids: without the hash of a domain name label. */
  private String name() {
    return server == null ? null : server.replaceFirst("[.:].*$", "").replaceFirst("-[^-]*$", "");
  }

  /**
   * Whether a scope holds the registry.
   *
   * @param scope a resource id, of a registry or of something above or beside it; null is not known
   * @return unknown when it cannot be told without asking Azure
   */
  Answer covers(String scope) {
    if (scope == null) {
      return Answer.UNKNOWN;
    }
    String place = scope.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    if (place.isEmpty()) {
      return Answer.YES;
    } else if (id != null && !place.contains("/managementgroups/")) {
      return (id + "/").startsWith(place + "/") ? Answer.YES : Answer.NO;
    }
    return byName(place);
  }

  private Answer byName(String place) {
    String mark = "/providers/microsoft.containerregistry/registries/";
    int at = place.indexOf(mark);
    if (at >= 0 && name() != null) {
      return place.substring(at + mark.length()).equals(name()) ? Answer.YES : Answer.NO;
    }
    boolean inGroup = place.startsWith("/subscriptions/") && place.contains("/resourcegroups/");
    return at < 0 && inGroup && place.contains("/providers/") ? Answer.NO : Answer.UNKNOWN;
  }
}
