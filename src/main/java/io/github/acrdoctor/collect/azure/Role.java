package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a role allows.
 *
 * @param name its name; null when not known
 * @param permissions what it allows; empty when not known
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/role-definitions">role
 *     definitions</a>
 */
record Role(String name, List<JsonNode> permissions) {
  static Role of(JsonNode definition) {
    JsonNode properties = definition.path("properties");
    List<JsonNode> permissions = new ArrayList<>();
    properties.path("permissions").forEach(permissions::add);
    return new Role(properties.path("roleName").asText(null), permissions);
  }

  /** Whether what it allows is known. */
  boolean isKnown() {
    return !permissions.isEmpty();
  }

  /**
   * Whether it allows something.
   *
   * @param action the full name of the action
   * @param onData whether it is an action on data
   */
  boolean allows(String action, boolean onData) {
    String yes = onData ? "dataActions" : "actions";
    String no = onData ? "notDataActions" : "notActions";
    return permissions.stream()
        .anyMatch(one -> matches(one.path(yes), action) && !matches(one.path(no), action));
  }

  private static boolean matches(JsonNode patterns, String action) {
    for (JsonNode pattern : patterns) {
      if (matches(pattern.asText(""), action)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String action) {
    String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
    List<String> quoted = new ArrayList<>();
    for (String part : parts) {
      quoted.add(Pattern.quote(part));
    }
    return action.toLowerCase(Locale.ROOT).matches(String.join(".*", quoted));
  }
}
