package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.facts.Answer;
import java.util.Locale;

/**
 * Where roles and locks apply: at a resource, and at everything below it.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/scope-overview">scope
 *     for Azure RBAC</a>
 */
final class Scope {
  private static final String AUTHORIZATION = "/providers/microsoft.authorization/";
  private static final String GROUPS = "/providers/microsoft.management/managementgroups/";

  private Scope() {}

  /**
   * Whether a scope is a resource or above it.
   *
   * @param scope a resource id; may be missing
   * @param resource id of the resource
   */
  static Answer covers(String scope, String resource) {
    if (scope == null || !scope.startsWith("/")) {
      return Answer.UNKNOWN;
    }
    String above = scope.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    // Azure lists those management groups only that the resource is in.
    boolean covers =
        above.startsWith(GROUPS)
            || (resource.toLowerCase(Locale.ROOT) + "/").startsWith(above + "/");
    return covers ? Answer.YES : Answer.NO;
  }

  /** The resource that a lock or an assignment lies on. */
  static String ofChild(String id) {
    int end = id.toLowerCase(Locale.ROOT).lastIndexOf(AUTHORIZATION);
    if (end == 0) {
      return "/";
    }
    return end < 0 ? null : id.substring(0, end);
  }
}
