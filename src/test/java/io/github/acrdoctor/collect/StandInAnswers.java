package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** What {@link StandInRegistry} reads out of requests and writes into answers. */
final class StandInAnswers {
  private static final String LAYER = "sha256:" + "a".repeat(64);
  private static final String CONFIG = "sha256:" + "b".repeat(64);

  private StandInAnswers() {}

  static String stage(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    boolean login =
        request.getHeaders().get("Authorization") != null || request.getMethod().equals("POST");
    if (path.equals("/v2/")) {
      return "challenge";
    } else if (path.equals("/oauth2/token")) {
      return login ? "token" : "anonymous-token";
    } else if (path.equals("/oauth2/exchange")) {
      return "exchange";
    } else if (path.startsWith("/acr/v1/")) {
      return "metadata";
    }
    return path.contains("/manifests/") ? "manifest" : path.contains("/blobs/") ? "blob" : "";
  }

  /**
   * The repository in {@code /v2/REPOSITORY/manifests/TAG} and {@code
   * /acr/v1/REPOSITORY/_tags/TAG}.
   */
  static String repository(RecordedRequest request) {
    List<String> parts = request.getUrl().pathSegments();
    int start = parts.get(0).equals("acr") ? 2 : 1;
    return String.join("/", parts.subList(start, parts.size() - 2));
  }

  static String last(RecordedRequest request) {
    List<String> parts = request.getUrl().pathSegments();
    return parts.get(parts.size() - 1);
  }

  static Map<String, String> form(RecordedRequest request) {
    Map<String, String> fields = new HashMap<>();
    if (request.getBody() != null) {
      HttpUrl url = HttpUrl.parse("http://form/?" + request.getBody().utf8());
      url.queryParameterNames().forEach(name -> fields.put(name, url.queryParameter(name)));
    }
    return fields;
  }

  static String[] basic(RecordedRequest request) {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return null;
    }
    byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()));
    return new String(decoded, StandardCharsets.UTF_8).split(":", 2);
  }

  static JsonNode claims(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        ? Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        : Json.read("{}");
  }

  static String jwt(String claims) {
    return StandInCodec.base64("{\"alg\":\"none\",\"typ\":\"JWT\"}")
        + "."
        + StandInCodec.base64(claims)
        + "."
        + StandInCodec.base64("signature");
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .addHeader("Server", "openresty")
        .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now()))
        .addHeader("Docker-Distribution-Api-Version", "registry/2.0")
        .addHeader("X-Ms-Correlation-Request-Id", "9c9f4a5e-0d2b-4a57-9d0e-3a52f8a1b0c4")
        .body(body)
        .build();
  }

  static MockResponse error(int status, String code, String message) {
    return json(
        status,
        "{\"errors\":[{\"code\":\""
            + code
            + "\",\"message\":\""
            + message.replace("\"", "\\\"")
            + "\"}]}\n");
  }

  static MockResponse challenge(String realm, String service) {
    return error(401, "UNAUTHORIZED", "authentication required")
        .newBuilder()
        .addHeader("Www-Authenticate", "Bearer realm=\"" + realm + "\",service=\"" + service + "\"")
        .build();
  }

  static MockResponse token(String field, String token) {
    return json(200, "{\"" + field + "\":\"" + token + "\"}");
  }

  /** A link that is signed, as those of Azure storage are. */
  static MockResponse redirect(String host) {
    String link = "https://" + host + "/layer?se=2026-11-24&sig=S1gnedL1nkThatIsASecret%3D";
    return new MockResponse.Builder()
        .code(307)
        .addHeader("Location", link)
        .addHeader("Content-Type", "text/html; charset=utf-8")
        .body("<a href=\"" + link + "\">Temporary Redirect</a>.\n")
        .build();
  }

  static MockResponse layer(RecordedRequest request) {
    return new MockResponse.Builder()
        .code(request.getUrl().queryParameter("sig") == null ? 403 : 200)
        .build();
  }

  static String manifest() {
    return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
        + "\"config\":{\"digest\":\""
        + CONFIG
        + "\",\"size\":700},"
        + "\"layers\":[{\"digest\":\""
        + LAYER
        + "\",\"size\":30000}]}";
  }

  static String entry(String digest, String platform) {
    String[] parts = platform.split("/", -1);
    return "{\"digest\":\"%s\",\"size\":400,\"platform\":{\"os\":\"%s\",\"architecture\":\"%s\"}}"
        .formatted(digest, parts[0], parts[1]);
  }

  static String index(String entries) {
    return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
        + "\"manifests\":["
        + entries
        + "]}";
  }
}
