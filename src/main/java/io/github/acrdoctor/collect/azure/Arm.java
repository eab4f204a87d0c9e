package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Azure Resource Manager: pages, versions, and what to say when it refuses.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/">Azure REST API</a>
 */
final class Arm {
  private static final String NEW = "2025-11-01";
  private static final String OLD = "2023-07-01";
  private static final Set<String> NO_SUCH_VERSION =
      Set.of("NoRegisteredProviderFound", "InvalidResourceType", "InvalidApiVersionParameter");
  private static final int MOST_PAGES = 20;

  private final Rest rest;
  private final Notebook notebook;
  private volatile boolean isOld;

  Arm(Session session, Token token) {
    this.notebook = session.notebook();
    this.rest =
        new Rest(
            session, "Azure Resource Manager", session.context().cloud().resourceManager(), token);
  }

  /**
   * A list, whole or as far as it could be read.
   *
   * @param items what is in it
   * @param end the last answer; the list is whole when it can be used
   */
  record Items(List<JsonNode> items, Outcome end) {
    boolean whole() {
      return end.ok();
    }
  }

  Outcome get(String path, String version) {
    return rest.get(path + (path.contains("?") ? "&" : "?") + "api-version=" + version);
  }

  Outcome post(String path, String version, String body) {
    return rest.post(path + "?api-version=" + version, body);
  }

  /** Asks the registry's provider, in the newest version that this cloud has. */
  Outcome registry(String path) {
    return newest(version -> get(path, version));
  }

  /** Like {@link #registry}, with something to send. */
  Outcome registry(String path, String body) {
    return newest(version -> post(path, version, body));
  }

  private Outcome newest(Function<String, Outcome> ask) {
    Outcome outcome = ask.apply(isOld ? OLD : NEW);
    if (!isOld && NO_SUCH_VERSION.contains(outcome.code())) {
      isOld = true;
      outcome = ask.apply(OLD);
    }
    return outcome;
  }

  /** Whether this cloud lacks the newest version of the registry's API. */
  boolean isOld() {
    return isOld;
  }

  Items list(String path, String version) {
    return rest(get(path, version));
  }

  Items registryList(String path) {
    return rest(registry(path));
  }

  /** The pages behind the first one. */
  private Items rest(Outcome first) {
    List<JsonNode> items = new ArrayList<>();
    Outcome page = first;
    for (int pages = 1; page.ok(); pages++) {
      page.json().path("value").forEach(items::add);
      String next = page.json().path("nextLink").asText("");
      if (next.isEmpty()) {
        break;
      }
      page =
          pages < MOST_PAGES
              ? rest.get(next)
              : Outcome.failed("the list has more than " + MOST_PAGES + " pages");
    }
    return new Items(items, page);
  }

  /**
   * Writes down that something is missing, when it is.
   *
   * @param fact what would be missing
   * @param outcome what became of the request
   * @return whether it can be used
   */
  boolean usable(String fact, Outcome outcome) {
    if (!outcome.ok()) {
      notebook.missing(fact, outcome.problem(), outcome.right());
    }
    return outcome.ok();
  }

  /** Like {@link #usable}; a refusal is also what the person would see. */
  boolean usableOrTold(String fact, Outcome outcome) {
    if (outcome.isRefusal()) {
      notebook.text("Azure Resource Manager", outcome.body());
    }
    return usable(fact, outcome);
  }

  /** Whether some request got no answer. */
  boolean isUnanswered() {
    return rest.isUnanswered();
  }
}
