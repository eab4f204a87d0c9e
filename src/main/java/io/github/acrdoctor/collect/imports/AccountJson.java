package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.Subscription;

/**
 * Reads {@code az account show}, {@code az account list}, {@code az cloud show} and {@code az
 * version}.
 */
final class AccountJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    return isVersion(object)
        || isCloud(object)
        || (object.has("environmentName") && object.has("tenantId"));
  }

  private static boolean isCloud(JsonNode object) {
    return object.path("endpoints").has("resourceManager") && object.path("suffixes").isObject();
  }

  private static boolean isVersion(JsonNode object) {
    return object.path("azure-cli").isTextual() && object.has("azure-cli-core");
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    if (isCloud(object)) {
      String cloud =
          object.path("isActive").asBoolean(true) ? Json.text(object.path("name")) : null;
      found.fact(new AzureCli(Answer.YES, null, Answer.UNKNOWN, null, null, cloud));
      return;
    } else if (isVersion(object)) {
      String version = object.path("azure-cli").asText();
      found.fact(new AzureCli(Answer.YES, version, Answer.UNKNOWN, null, null, null));
      return;
    }
    String id = Json.text(object.path("id"));
    if (id != null
        && subject.id() != null
        && subject.covers("/subscriptions/" + id) == Answer.YES) {
      found.fact(new Subscription(id, Json.text(object.path("state")), Answer.UNKNOWN));
    }
    if (object.path("isDefault").asBoolean(true)) {
      String tenant = Json.text(object.path("tenantId"));
      String cloud = Json.text(object.path("environmentName"));
      found.fact(new AzureCli(Answer.YES, null, Answer.YES, id, tenant, cloud));
      identity(object.path("user"), tenant, found);
    }
  }

  private static void identity(JsonNode user, String tenant, Found found) {
    String name = Json.text(user.path("name"));
    if (name != null) {
      // az calls managed identities so, instead of a name.
      boolean managed =
          name.equals("systemAssignedIdentity") || name.equals("userAssignedIdentity");
      boolean principal = user.path("type").asText().equalsIgnoreCase("servicePrincipal");
      String kind = managed ? "managed-identity" : principal ? "service-principal" : "user";
      found.fact(
          new Identity(
              kind,
              managed ? null : name,
              null,
              tenant,
              Answer.UNKNOWN,
              Answer.UNKNOWN,
              Answer.UNKNOWN,
              Answer.UNKNOWN));
    }
  }
}
