package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.kubernetes.FailingPod;
import io.github.acrdoctor.collect.kubernetes.SecretContent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what files are about, by looking through all of them before any of them is read. Among
 * several things of a kind, of which nothing says which one counts, none does.
 */
final class Subjects {
  private static final Pattern HOST =
      Pattern.compile(
          "(?i)(?<![a-z0-9.-])(?!privatelink\\.)([a-z0-9]{5,50}(?:-[a-z0-9]{1,20})?)"
              + "(?:\\.[a-z0-9]{1,40}){0,3}(\\.azurecr\\.(?:io|cn|us))(?![a-z0-9-])");

  /** How much of each text is searched for names. */
  private static final int SEARCHED = 1 << 20;

  private final Map<String, JsonNode> registries = new LinkedHashMap<>();
  private final Map<String, JsonNode> tokens = new LinkedHashMap<>();
  private final Map<String, JsonNode> maps = new LinkedHashMap<>();
  private final Map<String, SecretContent> secrets = new LinkedHashMap<>();
  private final Map<String, FailingPod> pods = new LinkedHashMap<>();
  private final Set<String> hosts = new LinkedHashSet<>();
  private final Set<String> ignored = new HashSet<>();
  private final StringBuilder words = new StringBuilder();

  private Subjects() {}

  /**
   * What texts are about.
   *
   * @param target the registry that somebody named; null for none
   * @param texts contents of all files
   * @return never null
   */
  static Subject of(Target target, List<String> texts) {
    Subjects all = new Subjects();
    texts.forEach(all::look);
    return all.subject(target == null ? null : target.server());
  }

  private void look(String text) {
    Lines lines = new Lines(text);
    for (JsonPieces.Piece piece : JsonPieces.of(lines)) {
      look(piece.json());
      // A list names all there are; whoever is meant is named elsewhere.
      if (piece.json().isArray()) {
        lines.take(piece.from(), piece.to());
      }
    }
    String rest = lines.rest();
    String start = rest.substring(0, Math.min(rest.length(), SEARCHED));
    words.append(start).append('\n');
    Matcher matcher = HOST.matcher(start);
    while (matcher.find() && hosts.size() < 2) {
      hosts.add((matcher.group(1) + matcher.group(2)).toLowerCase(Locale.ROOT));
    }
  }

  private void look(JsonNode json) {
    JsonNode items = json.isArray() ? json : json.path(json.has("items") ? "items" : "value");
    if (items.isArray()) {
      items.forEach(this::lookAtOne);
    } else {
      lookAtOne(json);
    }
  }

  private void lookAtOne(JsonNode json) {
    Arm arm = Arm.of(json);
    if (new RegistryJson().recognises(json)) {
      registries.put(Subject.key(json), json);
    } else if (arm.is("Microsoft.ContainerRegistry/registries/tokens")) {
      tokens.put(Subject.key(json), json);
    } else if (arm.is("Microsoft.ContainerRegistry/registries/scopeMaps")) {
      maps.put(Subject.key(json), json);
    } else if (json.path("kind").asText().equals("Secret")) {
      secrets.put(Subject.key(json), SecretContent.read(json));
    } else {
      FailingPod pod = FailingPod.read(json);
      if (pod != null) {
        pods.put(Subject.key(json), pod);
      }
    }
  }

  private Subject subject(String target) {
    String server = target == null && hosts.size() == 1 ? hosts.iterator().next() : target;
    String id = registry(server);
    if (server == null && id != null) {
      server = login(registries.get(id));
    }
    ignoreTokens();
    ignorePods(server);
    ignoreSecrets(server, podSecrets());
    return new Subject(server, id == null || id.isEmpty() ? null : id, ignored);
  }

  /** The id of the registry that is meant; null when none of those described is. */
  private String registry(String server) {
    String meant = null;
    for (Map.Entry<String, JsonNode> entry : registries.entrySet()) {
      String login = login(entry.getValue());
      if (server == null ? registries.size() == 1 : server.equals(login)) {
        meant = entry.getKey();
      } else {
        ignored.add(entry.getKey());
      }
    }
    return meant;
  }

  private static String login(JsonNode registry) {
    String login = Arm.of(registry).path("loginServer").asText("").toLowerCase(Locale.ROOT);
    return login.isEmpty() ? null : login;
  }

  private void ignoreTokens() {
    Set<String> meant = new HashSet<>(tokens.keySet());
    if (meant.size() > 1) {
      meant.removeIf(key -> !isNamed(tokens.get(key).path("name").asText("")));
    }
    Set<String> used = new HashSet<>();
    for (String key : tokens.keySet()) {
      if (meant.size() == 1 && meant.contains(key)) {
        String map = Arm.of(tokens.get(key)).path("scopeMapId").asText("");
        used.add(map.toLowerCase(Locale.ROOT));
      } else {
        ignored.add(key);
      }
    }
    boolean only = tokens.isEmpty() && maps.size() == 1;
    maps.keySet().stream().filter(key -> !only && !used.contains(key)).forEach(ignored::add);
  }

  private boolean isNamed(String name) {
    Pattern word =
        Pattern.compile("(?<![A-Za-z0-9_-])" + Pattern.quote(name) + "(?![A-Za-z0-9_-])");
    return !name.isEmpty() && word.matcher(words).find();
  }

  /** When some pods wait for the registry, those that wait for others only do not matter. */
  private void ignorePods(String server) {
    if (server != null && pods.values().stream().anyMatch(pod -> pod.imageOf(server) != null)) {
      pods.keySet().stream()
          .filter(key -> pods.get(key).imageOf(server) == null)
          .forEach(ignored::add);
    }
  }

  private Set<String> podSecrets() {
    Set<String> named = new HashSet<>();
    for (Map.Entry<String, FailingPod> entry : pods.entrySet()) {
      if (!ignored.contains(entry.getKey())) {
        FailingPod pod = entry.getValue();
        pod.secrets().forEach(name -> named.add(Subject.key("Secret", pod.namespace(), name)));
      }
    }
    return named;
  }

  /** When one secret has an entry for the registry, the kubelet uses it; others do not matter. */
  private void ignoreSecrets(String server, Set<String> podSecrets) {
    Set<String> meant = new HashSet<>();
    for (Map.Entry<String, SecretContent> entry : secrets.entrySet()) {
      if (server != null && entry.getValue().entryFor(server) != null) {
        meant.add(entry.getKey());
      }
    }
    meant.retainAll(podSecrets.isEmpty() ? secrets.keySet() : podSecrets);
    if (meant.isEmpty()) {
      meant.addAll(podSecrets.isEmpty() && secrets.size() == 1 ? secrets.keySet() : podSecrets);
    }
    secrets.keySet().stream().filter(key -> !meant.contains(key)).forEach(ignored::add);
  }
}
