package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.acrdoctor.collect.BareRegistry;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;

/**
 * Finds the registry in whatever subscription can be seen, or tells whether it exists elsewhere.
 *
 * @see <a href="https://learn.microsoft.com/azure/governance/resource-graph/overview">Azure
 *     Resource Graph</a>
 */
final class RegistryFinder {
  private static final String GRAPH = "/providers/Microsoft.ResourceGraph/resources";
  private static final String GRAPH_VERSION = "2022-10-01";
  private static final String SUBSCRIPTIONS_VERSION = "2022-12-01";
  private static final int MOST_SUBSCRIPTIONS = 30;

  private final Session session;
  private final Arm arm;
  private final Target target;

  RegistryFinder(Session session, Arm arm) {
    this.session = session;
    this.arm = arm;
    this.target = session.context().target();
  }

  /** Runs a query of ours over all resources that can be seen; its values must be checked. */
  static Outcome query(Arm arm, String query) {
    JsonNode options = JsonNodeFactory.instance.objectNode().put("resultFormat", "objectArray");
    JsonNode body =
        JsonNodeFactory.instance.objectNode().put("query", query).set("options", options);
    return arm.post(GRAPH, GRAPH_VERSION, body.toString());
  }

  /**
   * Looks for it.
   *
   * @param preferred subscription to ask for free names in; null for any
   * @return null when it cannot be seen; what is known then is written down
   */
  Found find(String preferred) throws InterruptedException {
    Future<Arm.Items> listing =
        session.parallel().start(() -> arm.list("/subscriptions", SUBSCRIPTIONS_VERSION));
    Outcome graph = query(arm, query());
    Found found = graph.ok() ? best(graph.json().path("data"), Map.of()) : null;
    if (found != null) {
      return found;
    }
    Arm.Items subscriptions = Parallel.await(listing, session.limit(), nothing());
    if (!graph.ok()) {
      found = inEach(subscriptions.items());
    }
    if (found == null) {
      boolean everywhere = graph.ok() || subscriptions.whole();
      unseen(graph, subscriptions, preferred, everywhere);
    }
    return found;
  }

  private static Arm.Items nothing() {
    return new Arm.Items(List.of(), Outcome.failed("no answer in time"));
  }

  private String query() {
    // Both values were checked when the command line was read: they hold no quote.
    return "resources | where type =~ 'microsoft.containerregistry/registries' | where name =~ '"
        + target.name()
        + "' or properties.loginServer =~ '"
        + target.host()
        + "'";
  }

  private Found best(JsonNode resources, Map<String, String> tenants) {
    List<Found> all =
        StreamSupport.stream(resources.spliterator(), false)
            .map(resource -> Found.of(resource, tenants.get(subscription(resource))))
            .filter(Objects::nonNull)
            .filter(this::isIt)
            .toList();
    return all.stream()
        .filter(one -> one.loginServer().equalsIgnoreCase(target.host()))
        .findFirst()
        .orElse(all.isEmpty() ? null : all.get(0));
  }

  private static String subscription(JsonNode resource) {
    String[] parts = resource.path("id").asText("").split("/", -1);
    return parts.length > 2 ? parts[2] : "";
  }

  private boolean isIt(Found one) {
    return one.loginServer().equalsIgnoreCase(target.host())
        || one.resource().path("name").asText("").equalsIgnoreCase(target.name());
  }

  /** Without Resource Graph each subscription is asked for its registries. */
  private Found inEach(List<JsonNode> subscriptions) throws InterruptedException {
    Map<String, String> tenants = new ConcurrentHashMap<>();
    var all = JsonNodeFactory.instance.arrayNode();
    List<Parallel.Part> parts = new ArrayList<>();
    for (JsonNode subscription : subscriptions.stream().limit(MOST_SUBSCRIPTIONS).toList()) {
      String id = subscription.path("subscriptionId").asText("");
      tenants.put(id, subscription.path("tenantId").asText(""));
      parts.add(
          new Parallel.Part(
              "registry",
              () -> {
                Arm.Items registries = arm.registryList(registriesOf(id));
                arm.usable("registry", registries.end());
                synchronized (all) {
                  registries.items().forEach(all::add);
                }
              }));
    }
    session.parallel().all(session.notebook(), session.limit(), parts);
    synchronized (all) {
      return best(all, tenants);
    }
  }

  private static String registriesOf(String subscription) {
    return "/subscriptions/" + subscription + "/providers/Microsoft.ContainerRegistry/registries";
  }

  private void unseen(
      Outcome graph, Arm.Items subscriptions, String preferred, boolean everywhere) {
    if (!everywhere) {
      arm.usableOrTold("registry", graph);
    }
    String subscription = preferred;
    if (subscription == null && !subscriptions.items().isEmpty()) {
      subscription = Json.text(subscriptions.items().get(0).path("subscriptionId"));
    }
    Answer exists = subscription == null ? Answer.UNKNOWN : exists(subscription);
    session.notebook().fact(unseenRegistry(exists));
    String reason =
        subscriptions.items().isEmpty() && subscriptions.whole()
            ? "no subscription can be seen with this sign-in"
            : "the registry is in no subscription that can be seen with this sign-in";
    if (everywhere) {
      session.notebook().missing("registry", reason, right(exists));
    }
    session.notebook().missing("roleAssignments", reason, right(exists));
    session.notebook().missing("networkRule", reason, right(exists));
  }

  private static String right(Answer exists) {
    return exists == Answer.NO
        ? null
        : "Microsoft.ContainerRegistry/registries/read, as in the role Reader on the registry";
  }

  /** Names with a hash behind them need not be unique, so a free name says nothing about them. */
  private Answer exists(String subscription) {
    Outcome outcome =
        arm.registry(
            "/subscriptions/"
                + subscription
                + "/providers/Microsoft.ContainerRegistry/checkNameAvailability",
            JsonNodeFactory.instance
                .objectNode()
                .put("name", target.name())
                .put("type", "Microsoft.ContainerRegistry/registries")
                .toString());
    Answer available = Json.answer(outcome.json().path("nameAvailable"));
    boolean hashed = target.host().split("\\.", -1)[0].contains("-");
    if (!outcome.ok() || available == Answer.UNKNOWN) {
      return Answer.UNKNOWN;
    } else if (available == Answer.NO) {
      boolean taken = outcome.json().path("reason").asText().equals("AlreadyExists");
      return taken ? Answer.YES : Answer.NO;
    }
    return hashed ? Answer.UNKNOWN : Answer.NO;
  }

  private Registry unseenRegistry(Answer exists) {
    String cloud = session.context().cloud().name();
    return BareRegistry.of(target.name(), null, exists, cloud);
  }
}
