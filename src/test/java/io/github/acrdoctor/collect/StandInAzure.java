package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * An Azure of our own on this machine: Entra ID, Resource Manager, Microsoft Graph and Log
 * Analytics behind TLS, and a metadata service. It starts healthy: application {@link #CLIENT} with
 * {@link #SECRET} may pull from one registry. Tests change {@link #data()} and set {@link #fault
 * faults}.
 *
 * <pre>{@code
 * try (StandInAzure azure = new StandInAzure("contoso", "contoso.azurecr.io")) {
 *   azure.data().properties().put("publicNetworkAccess", "Disabled");
 *   azure.forbid("/roleAssignments", "Microsoft.Authorization/roleAssignments/read");
 *   Path cloud = azure.cloudFile(folder, ".azurecr.io");
 *   Path ca = azure.caFile(folder);
 *   // run with --cloud cloud --ca ca and the variables of azure.environment()
 * }
 * }</pre>
 */
public final class StandInAzure implements AutoCloseable {
  /** Tenant of everything. */
  public static final String TENANT = "11111111-aaaa-bbbb-cccc-000000000001";

  /** Subscription of the registry. */
  public static final String SUBSCRIPTION = "00000000-aaaa-bbbb-cccc-000000000001";

  /** Application that may sign in. */
  public static final String CLIENT = "33333333-aaaa-bbbb-cccc-000000000001";

  /** Object id of its service principal. */
  public static final String OBJECT = "22222222-aaaa-bbbb-cccc-000000000001";

  /** Its secret. */
  public static final String SECRET = "Plt8Q~planted-client-secret-0123456789abcd";

  /** The last part of every token: where it turns up, a token turned up. */
  public static final String SIGNATURE = "PlantedTokenSignature0123456789";

  /** How an answer can go wrong. */
  public enum Fault {
    /** No answer ever. */
    HANG,
    /** The connection is reset. */
    RESET,
    /** The body ends in its middle. */
    TRUNCATED,
    /** A page for people, with status 200. */
    HTML,
    /** Status 429. */
    THROTTLED,
    /** Status 503. */
    UNAVAILABLE,
    /** Status 404. */
    NOT_FOUND,
    /** A body that is longer than anybody reads. */
    OVERSIZED
  }

  /**
   * A request that came.
   *
   * @param service entra, arm, graph, logs or imds
   * @param method its method
   * @param target path and query, as sent
   * @param authorization that header; empty when there was none
   * @param body its body
   */
  public record Seen(
      String service, String method, String target, String authorization, String body) {}

  private final Map<String, MockWebServer> servers = new LinkedHashMap<>();
  private final Map<String, MockResponse> instead = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final HeldCertificate ca =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("stand-in CA").build();
  private final StandInData data;

  /** Starts it, with one registry. */
  public StandInAzure(String registry, String loginServer) {
    data = new StandInData(registry, loginServer);
    StandInServices services = new StandInServices(this, data);
    HeldCertificate host =
        new HeldCertificate.Builder()
            .signedBy(ca)
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    HandshakeCertificates tls = new HandshakeCertificates.Builder().heldCertificate(host).build();
    for (String service : List.of("entra", "arm", "graph", "logs", "imds")) {
      MockWebServer server = new MockWebServer();
      ResettingSockets sockets = new ResettingSockets();
      server.setServerSocketFactory(sockets);
      if (!service.equals("imds")) {
        server.useHttps(tls.sslSocketFactory());
      }
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              MockResponse answer = answer(service, request, services);
              if (answer == StandInServices.RESET) {
                sockets.reset(request.getConnectionIndex());
              }
              return answer;
            }
          });
      start(server);
      servers.put(service, server);
    }
  }

  private static void start(MockWebServer server) {
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MockResponse answer(String service, RecordedRequest request, StandInServices services) {
    String authorization = request.getHeaders().get("Authorization");
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    Seen one =
        new Seen(
            service,
            request.getMethod(),
            request.getTarget(),
            authorization == null ? "" : authorization,
            body);
    seen.add(one);
    for (Map.Entry<String, MockResponse> entry : instead.entrySet()) {
      if ((service + request.getUrl().uri().getPath()).contains(entry.getKey())) {
        return entry.getValue();
      }
    }
    return services.answer(one, request);
  }

  /** What it knows, to be changed by tests. */
  public StandInData data() {
    return data;
  }

  /** What was asked so far. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /**
   * Makes all requests fail whose service and path contain a text, such as {@code
   * arm/subscriptions}, {@code /roleAssignments} or {@code graph/}.
   */
  public StandInAzure fault(String part, Fault fault) {
    return answer(part, StandInServices.broken(fault));
  }

  /** Makes such requests fail for want of a right, as Resource Manager says it. */
  public StandInAzure forbid(String part, String action) {
    return answer(part, StandInServices.forbidden(action));
  }

  /** Answers such requests with something else. */
  public StandInAzure answer(String part, int status, String json) {
    return answer(part, StandInServices.json(status, json));
  }

  private StandInAzure answer(String part, MockResponse response) {
    instead.put(part, response);
    return this;
  }

  /**
   * Makes Entra refuse every sign-in.
   *
   * @param error the error of OAuth, such as {@code invalid_client}
   * @param description such as {@code AADSTS7000222: …}
   */
  public StandInAzure refuseSignIn(String error, String description) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error", error).put("error_description", description);
    return answer("entra/", 401, body.toString());
  }

  /** Address of a service: entra, arm, graph, logs or imds. */
  public String address(String service) {
    String scheme = service.equals("imds") ? "http" : "https";
    return scheme + "://localhost:" + servers.get(service).getPort();
  }

  /** The certificate that signed those of the services. */
  public HeldCertificate ca() {
    return ca;
  }

  /** Writes that certificate into a file. */
  public Path caFile(Path folder) {
    return write(folder.resolve("stand-in-ca.pem"), ca.certificatePem());
  }

  /** Writes what {@code az cloud show -o json} would print; the name is that of the public one. */
  public Path cloudFile(Path folder, String registrySuffix) {
    ObjectNode cloud = JsonNodeFactory.instance.objectNode().put("name", "AzureCloud");
    cloud
        .putObject("endpoints")
        .put("resourceManager", address("arm") + "/")
        .put("activeDirectory", address("entra"))
        .put("activeDirectoryResourceId", address("arm") + "/")
        .put("microsoftGraphResourceId", address("graph") + "/")
        .put("logAnalyticsResourceId", address("logs"));
    cloud.putObject("suffixes").put("acrLoginServerEndpoint", registrySuffix);
    return write(folder.resolve("cloud.json"), cloud.toPrettyString());
  }

  /** Variables with which the application signs in by its secret. */
  public Map<String, String> environment() {
    return Map.of(
        "AZURE_CLIENT_ID", CLIENT, "AZURE_TENANT_ID", TENANT, "AZURE_CLIENT_SECRET", SECRET);
  }

  /** A token for an audience, with claims of our own. */
  public static String token(String audience, ObjectNode claims) {
    long now = System.currentTimeMillis() / 1000;
    ObjectNode all = claims.deepCopy().put("aud", audience);
    all.put("tid", TENANT).put("iat", now).put("exp", now + 3600);
    return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + part(all.toString())
        + "."
        + SIGNATURE;
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Puts a program {@code az} into a folder in which a user is signed in.
   *
   * @param cloud name of the cloud that it is set to
   */
  public Path az(Path folder, String cloud) {
    return StandInAz.write(this, folder, cloud);
  }

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list for {@link StandInData}. */
  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  @Override
  public void close() {
    servers.values().forEach(MockWebServer::close);
  }
}
