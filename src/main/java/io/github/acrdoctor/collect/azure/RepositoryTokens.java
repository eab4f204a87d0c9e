package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.RepositoryToken;
import io.github.acrdoctor.facts.ScopeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The token of the registry that the client logs in with. Other tokens are left alone: that one of
 * them is switched off or has run out is no fault of this login.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/containerregistry/tokens/get">Tokens - Get</a>
 */
final class RepositoryTokens {
  private RepositoryTokens() {}

  /**
   * Reads a token and its scope map.
   *
   * @param session what is shared
   * @param arm asks
   * @param found the registry
   * @param name name of the token
   */
  static void read(Session session, Arm arm, Found found, String name) {
    Outcome token = arm.registry(found.id() + "/tokens/" + name);
    if (token.status() == 404) {
      session
          .notebook()
          .fact(new RepositoryToken(name, Answer.NO, null, null, null, null, null, null));
      return;
    } else if (!arm.usable("repositoryToken", token)) {
      return;
    }
    JsonNode properties = token.json().path("properties");
    String map = properties.path("scopeMapId").asText("");
    session.notebook().fact(fact(session, name, properties, map));
    for (JsonNode password : properties.path("credentials").path("passwords")) {
      Instant made = Json.time(password.path("creationTime"));
      if (made != null) {
        session.notebook().fact(new Change("token-password", made, name));
      }
    }
    scopeMap(session, arm, found, map);
  }

  private static RepositoryToken fact(
      Session session, String name, JsonNode properties, String map) {
    JsonNode credentials = properties.path("credentials");
    List<JsonNode> passwords = new ArrayList<>();
    credentials.path("passwords").forEach(passwords::add);
    boolean hasAny = !passwords.isEmpty() || !credentials.path("certificates").isEmpty();
    JsonNode used = used(session, passwords);
    return new RepositoryToken(
        name,
        Answer.YES,
        Json.answer(properties.path("status")),
        hasAny ? Answer.YES : Answer.NO,
        Json.time(used.path("creationTime")),
        Json.time(used.path("expiry")),
        map.isEmpty() ? null : map.substring(map.lastIndexOf('/') + 1),
        null);
  }

  /**
   * The password that counts. Nobody says which of the two the client has: when one of them has run
   * out and the other has not, neither does.
   */
  private static JsonNode used(Session session, List<JsonNode> passwords) {
    Instant now = session.machine().clock().instant();
    long over = passwords.stream().filter(password -> isOver(password, now)).count();
    if (over > 0 && over < passwords.size()) {
      session
          .notebook()
          .missing(
              "repositoryToken",
              "one password of the token has run out and another has not;"
                  + " which of them the client uses is not known",
              null);
      return Json.read("");
    }
    return passwords.isEmpty() ? Json.read("") : passwords.get(0);
  }

  private static boolean isOver(JsonNode password, Instant now) {
    Instant expiry = Json.time(password.path("expiry"));
    return expiry != null && !expiry.isAfter(now);
  }

  private static void scopeMap(Session session, Arm arm, Found found, String map) {
    if (!map.regionMatches(true, 0, found.id(), 0, found.id().length())) {
      return;
    }
    Outcome outcome = arm.registry(map);
    if (arm.usable("scopeMap", outcome)) {
      List<String> actions = new ArrayList<>();
      outcome.json().path("properties").path("actions").forEach(a -> actions.add(a.asText()));
      String name = map.substring(map.lastIndexOf('/') + 1);
      session.notebook().fact(new ScopeMap(name, actions));
    }
  }
}
