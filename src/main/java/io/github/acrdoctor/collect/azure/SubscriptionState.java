package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Subscription;

/**
 * The state of the registry's subscription.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/subscriptions/get">Subscriptions -
 *     Get</a>
 */
final class SubscriptionState {
  private SubscriptionState() {}

  static void read(Session session, Arm arm, String id) {
    Outcome state = arm.get("/subscriptions/" + id, "2022-12-01");
    Outcome provider =
        arm.get("/subscriptions/" + id + "/providers/Microsoft.ContainerRegistry", "2021-04-01");
    boolean known = arm.usable("subscription", state);
    Answer registered = registered(provider.json().path("registrationState"));
    if (known || registered != Answer.UNKNOWN) {
      String name = Json.text(state.json().path("state"));
      session.notebook().fact(new Subscription(id, name, registered));
    }
  }

  private static Answer registered(JsonNode state) {
    return switch (state.asText()) {
      case "Registered" -> Answer.YES;
      case "NotRegistered", "Unregistered", "Unregistering" -> Answer.NO;
      default -> Answer.UNKNOWN;
    };
  }
}
