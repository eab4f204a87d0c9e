package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Replica;
import io.github.acrdoctor.facts.RepositoryToken;
import io.github.acrdoctor.facts.ResourceLock;
import io.github.acrdoctor.facts.ScopeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what belongs to a registry and is listed by a command of its own: tokens, scope maps,
 * replications, private endpoint connections and locks.
 */
final class RegistryPartsJson implements JsonReader {
  private static final String REGISTRY = "microsoft.containerregistry/registries/";
  private static final Map<String, JsonReaderOfPart> PARTS =
      Map.of(
          REGISTRY + "tokens",
          (object, subject, found) -> found.fact(token(object)),
          REGISTRY + "scopemaps",
          (object, subject, found) -> found.fact(scopeMap(object)),
          REGISTRY + "replications",
          (object, subject, found) -> found.fact(replica(object)),
          REGISTRY + "privateendpointconnections",
          (object, subject, found) -> found.fact(RegistryJson.endpoint(object)),
          "microsoft.authorization/locks",
          (object, subject, found) -> found.fact(lock(object, subject)));

  /** Reads one kind of part. */
  private interface JsonReaderOfPart {
    void read(JsonNode object, Subject subject, Found found);
  }

  private static JsonReaderOfPart reader(JsonNode object) {
    return PARTS.get(object.path("type").asText("").toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean recognises(JsonNode object) {
    return reader(object) != null;
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    if (!subject.ignores(object)) {
      reader(object).read(object, subject, found);
    } else if (Arm.of(object).is(REGISTRY + "tokens")) {
      found.missing(
          "repositoryToken",
          "several tokens are described, and not one of them is named",
          "the output of az acr token show");
    }
  }

  private static RepositoryToken token(JsonNode object) {
    Arm arm = Arm.of(object);
    JsonNode passwords = arm.path("credentials", "passwords");
    String map = arm.path("scopeMapId").asText("");
    return new RepositoryToken(
        Json.text(object.path("name")),
        Answer.YES,
        Json.answer(arm.path("status")),
        passwords.isArray() ? passwords.isEmpty() ? Answer.NO : Answer.YES : Answer.UNKNOWN,
        passwords.size() == 1 ? Json.time(passwords.get(0).path("creationTime")) : null,
        end(passwords),
        map.isEmpty() ? null : map.substring(map.lastIndexOf('/') + 1),
        null);
  }

  /** Which of two passwords is in use is not known: after the later end, none works any more. */
  private static Instant end(JsonNode passwords) {
    Instant last = null;
    for (JsonNode password : passwords) {
      Instant end = Json.time(password.path("expiry"));
      if (end == null) {
        return null;
      }
      last = last == null || end.isAfter(last) ? end : last;
    }
    return last;
  }

  private static ScopeMap scopeMap(JsonNode object) {
    List<String> actions = new ArrayList<>();
    Arm.of(object).path("actions").forEach(action -> actions.add(action.asText("")));
    return new ScopeMap(Json.text(object.path("name")), actions);
  }

  private static Replica replica(JsonNode object) {
    Arm arm = Arm.of(object);
    String shown = Json.text(arm.path("status", "displayStatus"));
    JsonNode routed = arm.path("regionEndpointEnabled");
    return new Replica(
        Json.text(object.path("location")),
        shown == null ? Json.text(arm.path("provisioningState")) : shown,
        Json.answer(routed.isMissingNode() ? arm.path("globalEndpointRouting") : routed));
  }

  private static ResourceLock lock(JsonNode object, Subject subject) {
    String id = object.path("id").asText("");
    int end = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/microsoft.authorization/locks/");
    return new ResourceLock(
        Json.text(object.path("name")),
        Json.text(Arm.of(object).path("level")),
        subject.covers(end < 0 ? null : id.substring(0, end)));
  }
}
