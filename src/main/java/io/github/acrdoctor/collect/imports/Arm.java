package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A resource of Azure Resource Manager, as the REST API answers it or as az prints it: az lifts
 * what is under {@code properties} to the top, and writes some names with other capitals.
 *
 * @param node the resource
 */
record Arm(JsonNode node) {
  static Arm of(JsonNode node) {
    return new Arm(node);
  }

  /**
   * A property, wherever it is.
   *
   * @param name its name; capitals do not matter
   * @return a missing node when there is none
   */
  JsonNode path(String name) {
    JsonNode under = field(node.path("properties"), name);
    return under.isMissingNode() ? field(node, name) : under;
  }

  /**
   * A property of a property.
   *
   * @param name name of the outer one
   * @param inner name of the inner one
   * @return a missing node when there is none
   */
  JsonNode path(String name, String inner) {
    return field(path(name), inner);
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode exact = node.path(name);
    if (!exact.isMissingNode() || !node.isObject()) {
      return exact;
    }
    var names = node.fieldNames();
    while (names.hasNext()) {
      String other = names.next();
      if (other.equalsIgnoreCase(name)) {
        return node.path(other);
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * Whether the resource is of a type.
   *
   * @param type such as {@code Microsoft.ContainerRegistry/registries}
   * @return false when it does not say
   */
  boolean is(String type) {
    return node.path("type").asText("").equalsIgnoreCase(type);
  }
}
