package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Identity;

/**
 * Whom Entra ID knows somebody as.
 *
 * @param kind user, service-principal, managed-identity or kubelet
 * @param name user name or application id; null when not known
 * @param objectId object id; null when not known
 * @param tenantId tenant; null when not known
 */
record Principal(String kind, String name, String objectId, String tenantId) {
  /**
   * Reads the claims of an access token.
   *
   * @param claims claims; a missing node for none
   * @return what they say, filled up with what was known before
   * @see <a
   *     href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">
   *     access token claims</a>
   */
  Principal with(JsonNode claims) {
    return new Principal(
        kind(claims),
        first(user(claims), first(Json.text(claims.path("appid")), name)),
        first(Json.text(claims.path("oid")), objectId),
        first(Json.text(claims.path("tid")), tenantId));
  }

  private String kind(JsonNode claims) {
    if (claims.has("xms_mirid")) {
      return "managed-identity";
    } else if (claims.path("idtyp").asText().equals("user") || user(claims) != null) {
      return "user";
    } else if (claims.path("idtyp").asText().equals("app") && kind.equals("user")) {
      return "service-principal";
    }
    return kind;
  }

  private static String user(JsonNode claims) {
    String name = Json.text(claims.path("upn"));
    return name != null ? name : Json.text(claims.path("unique_name"));
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }

  Identity fact(Answer signedIn) {
    return new Identity(kind, name, objectId, tenantId, signedIn, null, null, null);
  }
}
