package io.github.acrdoctor.collect.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Takes out of a list of events what went wrong. */
public final class Events {
  private static final int MOST = 200;

  private Events() {}

  /**
   * The messages of events that tell of a failure.
   *
   * @param list as {@code kubectl get events -o json} prints it, or a single event
   * @return each message once, in order
   */
  public static Set<String> messages(JsonNode list) {
    Set<String> messages = new LinkedHashSet<>();
    Iterable<JsonNode> events = list.has("items") ? list.path("items") : Set.of(list);
    for (JsonNode event : events) {
      // Older clusters report the waiting after a failed pull as normal.
      String reason = event.path("reason").asText();
      boolean failure = event.path("type").asText().equals("Warning") || reason.equals("BackOff");
      // Newer events have a note instead of a message.
      String message = event.path("message").asText(event.path("note").asText(""));
      if (failure && !message.isBlank() && messages.size() < MOST) {
        messages.add(message);
      }
    }
    return messages;
  }
}
