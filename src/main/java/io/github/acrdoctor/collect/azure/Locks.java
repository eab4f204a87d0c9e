package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.ResourceLock;

/**
 * Locks on the registry or above it.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/management-locks">Management
 *     Locks</a>
 */
final class Locks {
  private Locks() {}

  /**
   * Reads them. A registry lists the locks on itself, so those above it come from its subscription.
   *
   * @param session what is shared
   * @param arm asks
   * @param found the registry
   */
  static void read(Session session, Arm arm, Found found) {
    write(session, arm, found, found.id());
    write(session, arm, found, "/subscriptions/" + found.subscription());
  }

  private static void write(Session session, Arm arm, Found found, String at) {
    Arm.Items locks = arm.list(at + "/providers/Microsoft.Authorization/locks", "2020-05-01");
    arm.usable("resourceLock", locks.end());
    for (JsonNode lock : locks.items()) {
      Answer covers = Scope.covers(Scope.ofChild(lock.path("id").asText("")), found.id());
      if (covers != Answer.NO) {
        session
            .notebook()
            .fact(
                new ResourceLock(
                    Json.text(lock.path("name")),
                    Json.text(lock.path("properties").path("level")),
                    covers));
      }
    }
  }
}
