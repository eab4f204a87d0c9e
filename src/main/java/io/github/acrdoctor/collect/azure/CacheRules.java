package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.CacheRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Repositories that the registry fetches from elsewhere, and whether it can.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/containerregistry/cache-rules/list">Cache
 *     Rules - List</a>
 */
final class CacheRules {
  private CacheRules() {}

  static void read(Session session, Arm arm, Found found) {
    Arm.Items rules = arm.registryList(found.id() + "/cacheRules");
    if (!arm.usable("cacheRule", rules.end()) || rules.items().isEmpty()) {
      return;
    }
    Map<String, Answer> health = health(arm, found);
    for (JsonNode rule : rules.items()) {
      JsonNode properties = rule.path("properties");
      String set = properties.path("credentialSetResourceId").asText("");
      session
          .notebook()
          .fact(
              new CacheRule(
                  Json.text(properties.path("targetRepository")),
                  Json.text(properties.path("sourceRepository")),
                  health.get(set.toLowerCase(Locale.ROOT))));
    }
  }

  private static Map<String, Answer> health(Arm arm, Found found) {
    Map<String, Answer> health = new HashMap<>();
    Arm.Items sets = arm.registryList(found.id() + "/credentialSets");
    arm.usable("cacheRule", sets.end());
    for (JsonNode set : sets.items()) {
      Answer all = Answer.UNKNOWN;
      for (JsonNode credential : set.path("properties").path("authCredentials")) {
        String status = credential.path("credentialHealth").path("status").asText();
        if (status.equals("Unhealthy")) {
          all = Answer.NO;
        } else if (status.equals("Healthy") && all == Answer.UNKNOWN) {
          all = Answer.YES;
        }
      }
      health.put(set.path("id").asText("").toLowerCase(Locale.ROOT), all);
    }
    return health;
  }
}
