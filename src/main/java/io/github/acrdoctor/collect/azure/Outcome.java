package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a request to an API of Azure.
 *
 * @param status HTTP status; 0 when there was no answer
 * @param json the answer; a missing node when there is none
 * @param body the answer as it came; empty when there was none
 * @param problem why it cannot be used, in plain words; null when it can
 * @param right the action that was refused, as the answer names it; null when it names none
 * @see <a href="https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md">error
 *     bodies of Azure</a>
 */
record Outcome(int status, JsonNode json, String body, String problem, String right) {
  private static final Pattern ACTION =
      Pattern.compile("'([A-Za-z.]+(?:/[A-Za-z]+)+/(?:read|write|delete|action))'");

  static Outcome of(String service, Reply reply) {
    JsonNode json = reply.json();
    String problem = null;
    if (reply.status() >= 300) {
      String code = json.path("error").path("code").asText("");
      problem = service + " answered " + reply.status() + (code.isEmpty() ? "" : " " + code);
    } else if (!reply.complete()) {
      problem = service + " answered with more than can be read";
    } else if (!json.isObject()) {
      problem = service + " answered with something else than JSON";
    }
    String wait = reply.header("Retry-After");
    if (problem != null && wait != null && wait.matches("\\d{1,6}")) {
      problem += ", and asks to wait " + wait + " seconds";
    }
    Matcher action = ACTION.matcher(json.path("error").path("message").asText(""));
    return new Outcome(
        reply.status(), json, reply.body(), problem, action.find() ? action.group(1) : null);
  }

  static Outcome of(String service, NoReply failure) {
    String problem = service + " gave no answer: " + failure.kind().word();
    return failed(problem);
  }

  static Outcome failed(String problem) {
    return new Outcome(0, Json.read(""), "", problem, null);
  }

  boolean ok() {
    return problem == null;
  }

  /** The code of an error; empty when there is none. */
  String code() {
    return json.path("error").path("code").asText("");
  }

  /** Whether the service says that this person may not, or that there is no such thing. */
  boolean isRefusal() {
    return status == 401 || status == 403 || status == 404;
  }
}
