package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Target;
import java.util.List;

/**
 * Turns what people send into facts and texts: outputs of az, docker, kubectl, nslookup, dig, curl
 * and openssl, recognised by content, alone or one after the other in a log. What is not recognised
 * stays a text.
 */
public final class Imports {
  private static final List<JsonReader> JSON =
      List.of(
          new RegistryJson(),
          new RegistryPartsJson(),
          new NetworkRulesJson(),
          new RoleAssignmentJson(),
          new AccountJson(),
          new EntraJson(),
          new ShownSecretJson(),
          new AksJson(),
          new DockerVersionJson(),
          new DockerInfoJson(),
          new DockerConfigJson(),
          new PodJson(),
          new EventJson(),
          new SecretJson(),
          new NodeJson());

  private static final List<TextReader> TEXT =
      List.of(
          new HealthText(),
          new DockerText(),
          new NslookupText(),
          new DigText(),
          new CurlText(),
          new OpensslText(),
          new DescribeText(),
          new EnvironmentText());

  private Imports() {}

  /**
   * Reads a file.
   *
   * @param name its name, for the reader of the report
   * @param text its content, which may be anything
   * @return what it says
   */
  public static Collected read(String name, String text) {
    return read(name, text, (Target) null);
  }

  /**
   * Reads a file.
   *
   * @param name its name, for the reader of the report
   * @param text its content, which may be anything
   * @param target the registry that it is about; null when not known
   * @return what it says
   */
  public static Collected read(String name, String text, Target target) {
    return read(name, text, Subjects.of(target, List.of(text)));
  }

  static Collected read(String name, String text, Subject subject) {
    Found found = new Found(name);
    Lines lines = new Lines(text);
    try {
      readAll(lines, subject, found);
    } catch (RuntimeException e) {
      // Whatever a stranger's file does to a reader must not stop the others.
      Found plain = new Found(name);
      plain.text(null, text);
      return plain.all();
    }
    found.text(null, lines.rest());
    return found.all();
  }

  static void readAll(Lines lines, Subject subject, Found found) {
    for (JsonPieces.Piece piece : JsonPieces.of(lines)) {
      if (read(piece.json(), subject, found)) {
        lines.take(piece.from(), piece.to());
      }
    }
    for (TextReader reader : TEXT) {
      if (lines.hold(reader.marks())) {
        reader.read(lines, found);
      }
    }
  }

  private static boolean read(JsonNode json, Subject subject, Found found) {
    JsonNode items = json.isObject() ? items(json) : json;
    if (items.isArray()) {
      boolean known = false;
      for (JsonNode item : items) {
        known |= read(item, subject, found);
      }
      return known;
    }
    for (JsonReader reader : JSON) {
      if (json.isObject() && reader.recognises(json)) {
        reader.read(json, subject, found);
        return true;
      }
    }
    return false;
  }

  /** Lists of Kubernetes and of Azure Resource Manager. */
  private static JsonNode items(JsonNode json) {
    boolean kubernetes = json.path("kind").asText("").endsWith("List");
    return json.path(kubernetes ? "items" : json.size() <= 2 ? "value" : "none");
  }
}
