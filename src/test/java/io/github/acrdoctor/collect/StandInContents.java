package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Who may do what in {@link StandInRegistry}, what lies in it, and what it answers when sound. */
final class StandInContents {
  private static final long HOUR = 3600;

  final Map<String, String> passwords = new ConcurrentHashMap<>();
  final Map<String, String> entra = new ConcurrentHashMap<>();
  final Map<String, Set<String>> rights = new ConcurrentHashMap<>();
  final Map<String, String> manifests = new ConcurrentHashMap<>();
  final Map<String, String> locks = new ConcurrentHashMap<>();

  private final String host;

  StandInContents(String host) {
    this.host = host;
  }

  private static MockResponse refused() {
    return StandInAnswers.error(
        401,
        "UNAUTHORIZED",
        "authentication required, visit https://aka.ms/acr/authorization for more information.");
  }

  MockResponse token(RecordedRequest request) {
    Map<String, String> form = StandInAnswers.form(request);
    if (form.containsKey("refresh_token")) {
      JsonNode claims = StandInAnswers.claims(form.get("refresh_token"));
      boolean ours = claims.path("aud").asText().equals(host);
      boolean valid = claims.path("exp").asLong() > Instant.now().getEpochSecond();
      return ours && valid
          ? token(claims.path("sub").asText(), form.getOrDefault("scope", ""))
          : refused();
    }
    String[] login = StandInAnswers.basic(request);
    if (login == null || !login[1].equals(passwords.get(login[0]))) {
      return StandInAnswers.error(401, "UNAUTHORIZED", "Invalid clientid or client secret.");
    }
    return token(login[0], request.getUrl().queryParameter("scope"));
  }

  /** What was asked for and is held; nothing of it held is refused. */
  MockResponse token(String user, String scope) {
    if (scope == null || scope.isEmpty()) {
      return StandInAnswers.token("access_token", jwt(user, "access_token", "[]"));
    }
    String[] parts = scope.split(":", -1);
    Set<String> held = new TreeSet<>(rights.getOrDefault(user + " " + parts[1], Set.of()));
    held.retainAll(Set.of(parts[2].split(",", -1)));
    if (held.isEmpty()) {
      return refused();
    }
    String actions = held.stream().map(a -> '"' + a + '"').collect(Collectors.joining(","));
    String access =
        "[{\"type\":\"repository\",\"name\":\"" + parts[1] + "\",\"actions\":[" + actions + "]}]";
    return StandInAnswers.token("access_token", jwt(user, "access_token", access));
  }

  MockResponse exchange(RecordedRequest request) {
    String user = entra.get(StandInAnswers.form(request).getOrDefault("access_token", ""));
    return user == null ? refused() : StandInAnswers.token("refresh_token", refreshToken(user));
  }

  String refreshToken(String user) {
    return jwt(user, "refresh_token", "[]");
  }

  private String jwt(String user, String grant, String access) {
    long now = Instant.now().getEpochSecond();
    return StandInAnswers.jwt(
        "{\"iss\":\"Azure Container Registry\",\"aud\":\"%s\",\"sub\":\"%s\",\"iat\":%d,\"exp\":%d,"
                .formatted(host, user, now, now + HOUR)
            + "\"grant_type\":\"%s\",\"access\":%s}".formatted(grant, access));
  }

  MockResponse blob(RecordedRequest request, String dataHost) {
    return allowed(request, "pull") ? StandInAnswers.redirect(dataHost) : refused();
  }

  private boolean allowed(RecordedRequest request, String action) {
    String header = request.getHeaders().get("Authorization");
    String bearer = header == null ? "" : header.replaceFirst("^Bearer ", "");
    String repository = StandInAnswers.repository(request);
    return Stream.of(StandInAnswers.claims(bearer).path("access"))
        .flatMap(access -> access.valueStream())
        .filter(entry -> entry.path("name").asText().equals(repository))
        .flatMap(entry -> entry.path("actions").valueStream())
        .anyMatch(held -> held.asText().equals(action));
  }

  MockResponse manifest(RecordedRequest request) {
    String repository = StandInAnswers.repository(request);
    String reference = StandInAnswers.last(request);
    if (!allowed(request, "pull")) {
      return refused();
    }
    String document = manifests.get(repository + " " + reference);
    return document == null
        ? StandInAnswers.error(
            404, "MANIFEST_UNKNOWN", "manifest tagged by \"" + reference + "\" is not found")
        : StandInAnswers.json(200, document);
  }

  MockResponse metadata(RecordedRequest request) {
    String image = StandInAnswers.repository(request) + " " + StandInAnswers.last(request);
    if (!allowed(request, "metadata_read")) {
      return refused();
    }
    String open = "{\"deleteEnabled\":true,\"writeEnabled\":true,\"readEnabled\":true}";
    return StandInAnswers.json(
        200, "{\"tag\":{\"changeableAttributes\":" + locks.getOrDefault(image, open) + "}}");
  }
}
