package io.github.acrdoctor.collect.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration file of docker or podman: which logins it holds, and which programs hold others.
 *
 * <p>It is read as docker reads it: one that does not parse counts as empty, and so does one that
 * is not there.
 *
 * @param path where it lies; null for one that is no file
 * @param readable whether it parses and may be read; yes also when there is none
 * @param store the credential helper for all hosts; null for none
 * @param helpers the credential helper of single hosts
 * @param logins the logins in the file itself
 * @param context name of the context in use; null when it does not say
 * @param names whether it names any login or helper
 * @see <a
 *     href="https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties">its
 *     properties</a>
 */
record DockerConfigFile(
    Path path,
    Answer readable,
    String store,
    Map<String, String> helpers,
    List<StoredCredential> logins,
    String context,
    boolean names) {
  private static final int LARGEST = 1 << 20;

  /** Lists are copied. */
  DockerConfigFile {
    helpers = Map.copyOf(helpers);
    logins = List.copyOf(logins);
  }

  private static DockerConfigFile empty(Path path, Answer readable) {
    return new DockerConfigFile(path, readable, null, Map.of(), List.of(), null, false);
  }

  /**
   * Reads a file.
   *
   * @param path where it lies; null for none
   * @return never null
   */
  static DockerConfigFile read(Path path) {
    if (path == null || Files.notExists(path)) {
      return empty(path, Answer.YES);
    }
    // Reading a named pipe would wait for ever.
    if (!Files.isRegularFile(path)) {
      return empty(path, Answer.NO);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? empty(path, Answer.UNKNOWN)
          : parse(path, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return empty(path, Answer.NO);
    }
  }

  /**
   * Reads a text.
   *
   * @param path where it comes from; null when it is no file
   * @param text its content; null for none
   * @return never null
   */
  static DockerConfigFile parse(Path path, String text) {
    if (text == null || text.isBlank()) {
      return empty(path, Answer.YES);
    }
    JsonNode json = Json.read(text);
    List<StoredCredential> logins = logins(json.path("auths"));
    JsonNode helpers = json.path("credHelpers");
    if (!json.isObject() || logins == null || !isObjectOrNothing(helpers)) {
      return empty(path, Answer.NO);
    }
    Map<String, String> byHost = new LinkedHashMap<>();
    helpers.properties().forEach(entry -> byHost.put(entry.getKey(), entry.getValue().asText()));
    String store = blankIsNull(Json.text(json.path("credsStore")));
    return new DockerConfigFile(
        path,
        Answer.YES,
        store,
        byHost,
        logins,
        blankIsNull(Json.text(json.path("currentContext"))),
        store != null || !byHost.isEmpty() || !json.path("auths").isEmpty());
  }

  private static boolean isObjectOrNothing(JsonNode node) {
    return node.isObject() || node.isNull() || node.isMissingNode();
  }

  private static String blankIsNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** Null when docker would refuse the file because of an entry. */
  private static List<StoredCredential> logins(JsonNode auths) {
    if (!isObjectOrNothing(auths)) {
      return null;
    }
    List<StoredCredential> logins = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : auths.properties()) {
      String[] login = login(entry.getValue());
      if (login == null) {
        return null;
      }
      StoredCredential found = credential(host(entry.getKey()), entry.getValue(), login);
      if (found != null) {
        logins.add(found);
      }
    }
    return logins;
  }

  /** User and password of an entry, empty when it has none; null when it cannot be decoded. */
  private static String[] login(JsonNode entry) {
    String auth = entry.path("auth").asText("");
    if (auth.isEmpty()) {
      return new String[] {entry.path("username").asText(""), entry.path("password").asText("")};
    }
    try {
      String decoded = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
      int colon = decoded.indexOf(':');
      return colon < 1
          ? null
          : new String[] {
            decoded.substring(0, colon), decoded.substring(colon + 1).replace("\0", "")
          };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Null for an empty entry: it only marks that a helper keeps the login. */
  private static StoredCredential credential(String host, JsonNode entry, String[] login) {
    String token = entry.path("identitytoken").asText("");
    if (!token.isEmpty()) {
      return new StoredCredential(host, login[0], new Secret(token), true);
    }
    return login[0].isEmpty() || login[1].isEmpty()
        ? null
        : new StoredCredential(host, login[0], new Secret(login[1]), false);
  }

  /** Old entries are web addresses; docker compares their hosts. */
  private static String host(String key) {
    String host = key.replaceFirst("^https?://", "");
    int slash = host.indexOf('/');
    return slash < 0 ? host : host.substring(0, slash);
  }

  /**
   * The helper that docker asks for a host.
   *
   * @param host registry host
   * @return null when the file itself holds the login
   */
  String helper(String host) {
    return helpers.getOrDefault(host, store);
  }
}
