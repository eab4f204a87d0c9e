package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/** Answers of the stand-in for Azure, in the shapes of the public REST specifications. */
final class StandInServices {
  private static final Pattern ASSIGNED = Pattern.compile("assignedTo\\('([^']+)'\\)");
  private static final List<String> LISTS =
      List.of("replications", "cacheRules", "credentialSets", "tokens", "scopeMaps");

  /** Stands for a connection that is reset before any answer. */
  static final MockResponse RESET = new MockResponse.Builder().code(500).build();

  private final StandInAzure azure;
  private final StandInData data;

  StandInServices(StandInAzure azure, StandInData data) {
    this.azure = azure;
    this.data = data;
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  static MockResponse broken(StandInAzure.Fault fault) {
    MockResponse.Builder page =
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<html><body>Sign in to the network</body></html>");
    return switch (fault) {
      case HANG -> page.onResponseStart(SocketEffect.Stall.INSTANCE).build();
      case RESET -> RESET;
      case TRUNCATED ->
          json(200, "{\"value\":[" + "{\"a\":1},".repeat(50) + "{\"a\":1}]}")
              .newBuilder()
              .onResponseBody(new SocketEffect.CloseSocket())
              .build();
      case HTML -> page.build();
      case THROTTLED ->
          json(429, error("TooManyRequests", "Too many requests."))
              .newBuilder()
              .addHeader("Retry-After", "17")
              .build();
      case UNAVAILABLE -> json(503, error("ServiceUnavailable", "Try again later."));
      case NOT_FOUND -> json(404, error("ResourceNotFound", "The Resource was not found."));
      case OVERSIZED -> json(200, "{\"value\":\"" + "x".repeat(Web.MOST_BODY) + "\"}");
    };
  }

  static MockResponse forbidden(String action) {
    return json(
        403,
        error(
            "AuthorizationFailed",
            "The client '"
                + StandInAzure.CLIENT
                + "' with object id '"
                + StandInAzure.OBJECT
                + "' does not have authorization to perform action '"
                + action
                + "' over scope '/subscriptions/x' or the scope is invalid. If access was recently"
                + " granted, please refresh your credentials."));
  }

  private static String error(String code, String message) {
    ObjectNode body = node();
    body.putObject("error").put("code", code).put("message", message);
    return body.toString();
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  MockResponse answer(StandInAzure.Seen request, RecordedRequest raw) {
    HttpUrl url = raw.getUrl();
    return switch (request.service()) {
      case "entra" -> entra(request, url);
      case "imds" -> imds(raw, url);
      case "arm" -> authorized(request) ? arm(request, url) : unauthorized();
      case "graph" -> authorized(request) ? graph(url) : unauthorized();
      default -> authorized(request) ? logs() : unauthorized();
    };
  }

  /** Each service takes tokens for itself only. */
  private boolean authorized(StandInAzure.Seen request) {
    String[] parts = request.authorization().split("\\.", -1);
    if (parts.length != 3 || !parts[2].equals(StandInAzure.SIGNATURE)) {
      return false;
    }
    JsonNode claims =
        Json.read(
            new String(
                java.util.Base64.getUrlDecoder().decode(parts[1]),
                java.nio.charset.StandardCharsets.UTF_8));
    String audience = claims.path("aud").asText().replaceFirst("/+$", "");
    return audience.equals(azure.address(request.service()));
  }

  private static MockResponse unauthorized() {
    return json(401, error("InvalidAuthenticationToken", "The access token is invalid."));
  }

  private MockResponse entra(StandInAzure.Seen request, HttpUrl url) {
    if (url.encodedPath().endsWith("/.well-known/openid-configuration")) {
      ObjectNode metadata = node();
      metadata.put("token_endpoint", azure.address("entra") + "/oauth2/v2.0/token");
      return json(200, metadata.toString());
    }
    HttpUrl form = HttpUrl.get("http://form/?" + request.body());
    boolean secret = StandInAzure.SECRET.equals(form.queryParameter("client_secret"));
    boolean assertion = form.queryParameter("client_assertion") != null;
    String scope =
        java.util.Arrays.stream(String.valueOf(form.queryParameter("scope")).split(" ", -1))
            .filter(one -> one.endsWith("/.default"))
            .findFirst()
            .orElse("");
    if (!secret && !assertion) {
      ObjectNode refusal = node().put("error", "invalid_client");
      refusal.put("error_description", "AADSTS7000215: Invalid client secret provided.");
      return json(401, refusal.toString());
    }
    ObjectNode claims = node().put("oid", StandInAzure.OBJECT).put("idtyp", "app");
    claims.put("appid", StandInAzure.CLIENT);
    return token(scope.replaceFirst("/?/\\.default.*$", ""), claims);
  }

  private MockResponse imds(RecordedRequest request, HttpUrl url) {
    if (!"true".equals(request.getHeaders().get("Metadata"))) {
      return json(400, "{\"error\":\"Bad request. Required metadata header not specified\"}");
    } else if (url.encodedPath().equals("/metadata/instance")) {
      return json(200, "{\"compute\":{\"name\":\"vm1\",\"location\":\"westeurope\"}}");
    }
    ObjectNode claims = node().put("oid", StandInAzure.OBJECT).put("idtyp", "app");
    claims.put("appid", StandInAzure.CLIENT);
    claims.put("xms_mirid", "/subscriptions/s/resourcegroups/rg/providers/vm1");
    return token(url.queryParameter("resource"), claims);
  }

  private static MockResponse token(String audience, ObjectNode claims) {
    ObjectNode answer = node().put("token_type", "Bearer").put("expires_in", 3599);
    answer.put("access_token", StandInAzure.token(audience, claims));
    return json(200, answer.toString());
  }

  private MockResponse arm(StandInAzure.Seen request, HttpUrl url) {
    String path = url.uri().getPath();
    if (url.queryParameter("api-version") == null) {
      return json(400, error("MissingApiVersionParameter", "The api-version is missing."));
    } else if (data.isOld() && "2025-11-01".equals(url.queryParameter("api-version"))) {
      return json(400, error("NoRegisteredProviderFound", "No registered resource provider."));
    } else if (path.endsWith("/Microsoft.ResourceGraph/resources")) {
      boolean clusters = request.body().contains("managedclusters");
      ArrayNode rows = StandInAzure.array();
      rows.addAll(clusters ? data.list("clusters") : registries(true));
      return json(200, node().put("totalRecords", rows.size()).set("data", rows).toString());
    } else if (path.endsWith("/checkNameAvailability")) {
      ObjectNode answer = node().put("nameAvailable", !data.isTaken());
      return json(
          200,
          data.isTaken() ? answer.put("reason", "AlreadyExists").toString() : answer.toString());
    } else if (path.endsWith("/roleAssignments")) {
      return list(assignments(String.valueOf(url.queryParameter("$filter"))));
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/subscriptions") || last.equals("locks") || LISTS.contains(last)) {
      return list(data.list(last));
    } else if (last.equals("listUsages")) {
      return list(data.list("usages"));
    } else if (last.equals("registries")) {
      return list(registries(false));
    }
    ObjectNode resource = data.find(path);
    boolean hidden = path.startsWith(data.registryId()) && !data.isVisible();
    return resource == null || hidden
        ? json(404, error("ResourceNotFound", "The Resource '" + path + "' was not found."))
        : json(200, resource.toString());
  }

  private ArrayNode registries(boolean withTenant) {
    ArrayNode rows = StandInAzure.array();
    if (data.isVisible()) {
      ObjectNode row = data.registry().deepCopy();
      rows.add(withTenant ? row.put("tenantId", StandInAzure.TENANT) : row);
    }
    return rows;
  }

  private ArrayNode assignments(String filter) {
    ArrayNode rows = StandInAzure.array();
    Matcher assigned = ASSIGNED.matcher(filter);
    String principal = assigned.find() ? assigned.group(1) : null;
    for (JsonNode one : data.list("roleAssignments")) {
      JsonNode properties = one.path("properties");
      boolean member = properties.path("groupMembers").toString().contains("\"" + principal + "\"");
      if (principal == null
          || properties.path("principalId").asText().equals(principal)
          || member) {
        rows.add(one);
      }
    }
    return rows;
  }

  private static MockResponse list(ArrayNode rows) {
    return json(200, node().set("value", rows).toString());
  }

  private MockResponse graph(HttpUrl url) {
    String path = url.uri().getPath().toLowerCase(Locale.ROOT);
    if (path.endsWith("/federatedidentitycredentials")) {
      return list(data.list("federatedIdentityCredentials"));
    } else if (!path.contains(StandInAzure.CLIENT)) {
      return json(404, error("Request_ResourceNotFound", "Resource does not exist."));
    }
    boolean application = path.startsWith("/v1.0/applications");
    return json(200, (application ? data.application() : data.principal()).toString());
  }

  private MockResponse logs() {
    ObjectNode table = node().put("name", "PrimaryResult");
    ArrayNode columns = table.putArray("columns");
    for (String name :
        List.of("TimeGenerated", "Identity", "ResultDescription", "CallerIpAddress")) {
      columns.addObject().put("name", name).put("type", "string");
    }
    table.set("rows", data.list("loginEvents"));
    ObjectNode answer = node();
    answer.putArray("tables").add(table);
    return json(200, answer.toString());
  }
}
