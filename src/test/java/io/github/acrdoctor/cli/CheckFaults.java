package io.github.acrdoctor.cli;

import static io.github.acrdoctor.collect.StandInFaults.close;
import static io.github.acrdoctor.collect.StandInFaults.error;
import static io.github.acrdoctor.collect.StandInFaults.firewall;
import static io.github.acrdoctor.collect.StandInFaults.hang;
import static io.github.acrdoctor.collect.StandInFaults.html;
import static io.github.acrdoctor.collect.StandInFaults.oversized;
import static io.github.acrdoctor.collect.StandInFaults.proxyPage;
import static io.github.acrdoctor.collect.StandInFaults.realm;
import static io.github.acrdoctor.collect.StandInFaults.redirect;
import static io.github.acrdoctor.collect.StandInFaults.reset;
import static io.github.acrdoctor.collect.StandInFaults.slow;
import static io.github.acrdoctor.collect.StandInFaults.throttled;
import static io.github.acrdoctor.collect.StandInFaults.truncated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.collect.network.TestDns;
import io.github.acrdoctor.collect.network.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import okhttp3.tls.HeldCertificate;

/** The faults that {@code check} has to tell apart, each in an otherwise healthy world. */
final class CheckFaults {
  private static final String ADMIN = "contoso";
  private static final String TOKEN = "ci-pull";
  private static final String AUTH =
      "authentication required, visit https://aka.ms/acr/authorization for more information.";
  private static final String SHUT = "outbound-blocked";
  private static final String CUT = "tls-interception";

  private CheckFaults() {}

  /** What breaks a world. */
  interface Break {
    void in(CheckWorld world) throws Exception;
  }

  /**
   * A fault.
   *
   * @param name what is wrong, in words
   * @param certificate the registry's certificate; null for a good one
   * @param breaking breaks the world
   * @param causes which causes are right as the first answer
   */
  record Fault(String name, HeldCertificate certificate, Break breaking, List<String> causes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Fault fault(String name, Break breaking, String... causes) {
    return new Fault(name, null, breaking, List.of(causes));
  }

  private static Fault certified(String name, HeldCertificate certificate, String... causes) {
    return new Fault(name, certificate, world -> {}, List.of(causes));
  }

  static List<Fault> all() {
    return java.util.stream.Stream.of(names(), transport(), registry(), rights(), docker(), azure())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> names() {
    return List.of(
        fault(
            "nobody has a registry of this name",
            world -> {
              world.server("nosuchname.azurecr.test");
              world.azure.data().hide(false);
            },
            "registry-not-found"),
        fault(
            "the resolver fails for the registry's name",
            world -> {
              world.machine.host(CheckWorld.NAME);
              world.dns.fault(CheckWorld.NAME, TestDns.Fault.SERVFAIL);
            },
            "dns-failure"),
        fault(
            "the resolver never answers",
            world -> {
              world.machine.host(CheckWorld.NAME);
              world.dns.fault(CheckWorld.NAME, TestDns.Fault.SILENT);
            },
            "dns-failure"),
        fault(
            "the resolver refuses",
            world -> {
              world.machine.host(CheckWorld.NAME);
              world.dns.fault(CheckWorld.NAME, TestDns.Fault.REFUSED);
            },
            "dns-failure"),
        fault(
            "the name of a layer's host does not resolve",
            world -> world.registry.dataHost("gone.westeurope.data.azurecr.test:" + closedPort()),
            "data-endpoint-blocked"));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void serve(CheckWorld world, TestServer.Service service) throws IOException {
    TestServer server = TestServer.start(service);
    world.others.add(server);
    world.port(server.port());
  }

  private static void proxy(CheckWorld world, String address) {
    world.machine.variable("HTTPS_PROXY", address).variable("NO_PROXY", "localhost");
  }

  private static void proxy(CheckWorld world, int status) throws IOException {
    TestServer proxy = TestServer.proxy(status, null, 1);
    world.others.add(proxy);
    proxy(world, "http://127.0.0.1:" + proxy.port());
  }

  private static List<Fault> transport() {
    HeldCertificate stranger =
        new HeldCertificate.Builder()
            .commonName(CheckWorld.NAME)
            .organizationalUnit("Inspection")
            .addSubjectAlternativeName(CheckWorld.NAME)
            .build();
    long now = System.currentTimeMillis();
    long day = Duration.ofDays(1).toMillis();
    return List.of(
        fault("nothing listens", world -> world.port(closedPort()), SHUT),
        fault("TLS is never answered", world -> serve(world, TestServer.silent()), SHUT, CUT),
        fault("TLS is reset", world -> serve(world, TestServer.resetting()), SHUT, CUT),
        fault("TLS is closed", world -> serve(world, TestServer.closing()), SHUT, CUT),
        fault(
            "plain HTTP instead of TLS",
            world -> serve(world, TestServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")),
            CUT,
            "proxy-misconfigured",
            "not-acr"),
        certified("a certificate of an unknown authority", stranger, CUT),
        certified(
            "an expired certificate",
            CheckWorld.certificate(CheckWorld.NAME, CheckWorld.DATA)
                .validityInterval(now - 90 * day, now - day)
                .build(),
            CUT,
            "clock-skew"),
        certified(
            "a certificate of another name",
            CheckWorld.certificate("portal.contoso.test").build(),
            CUT,
            "login-server-malformed",
            "private-endpoint-dns"),
        fault(
            "the proxy is not there",
            world -> proxy(world, "http://127.0.0.1:" + closedPort()),
            "proxy-misconfigured"),
        fault("the proxy wants a login", world -> proxy(world, 407), "proxy-misconfigured"),
        fault("the proxy refuses", world -> proxy(world, 403), "proxy-misconfigured", SHUT),
        fault("the proxy finds no way", world -> proxy(world, 502), "proxy-misconfigured", SHUT),
        fault(
            "the clock of this machine is months behind",
            world -> world.machine.clock(Clock.offset(Clock.systemUTC(), Duration.ofDays(-120))),
            "clock-skew"),
        fault(
            "the clock of this machine is 20 minutes ahead",
            world -> world.machine.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20))),
            "clock-skew"));
  }

  private static List<Fault> registry() {
    String docs = "https://auth.docker.io/token";
    return List.of(
        fault(
            "/v2/ is never answered",
            w -> w.registry.fault("challenge", hang()),
            SHUT,
            CUT,
            "service-outage"),
        fault(
            "/v2/ is reset",
            w -> w.registry.fault("challenge", reset()),
            SHUT,
            CUT,
            "service-outage"),
        fault(
            "/v2/ is closed",
            w -> w.registry.fault("challenge", close()),
            SHUT,
            CUT,
            "service-outage"),
        fault(
            "/v2/ is slower than anybody waits",
            w -> w.registry.fault("challenge", slow()),
            "service-outage",
            SHUT,
            CUT),
        fault(
            "/v2/ is a page for people",
            w -> everywhere(w, html(200)),
            "proxy-misconfigured",
            CUT,
            "not-acr"),
        fault(
            "/v2/ is a page of a proxy", w -> everywhere(w, proxyPage(403)), "proxy-misconfigured"),
        fault(
            "/v2/ sends round in a circle",
            w -> everywhere(w, redirect("https://" + w.registry.host() + "/v2/")),
            "proxy-misconfigured",
            CUT,
            "not-acr"),
        fault(
            "/v2/ is another registry's",
            w -> w.registry.fault("challenge", realm(docs, "x")),
            "not-acr"),
        fault(
            "/v2/ is too large",
            w -> everywhere(w, oversized(200)),
            "not-acr",
            "proxy-misconfigured",
            CUT),
        fault(
            "/v2/ is a truncated document",
            w -> everywhere(w, truncated(200)),
            "not-acr",
            "proxy-misconfigured",
            CUT),
        fault(
            "/v2/ does not exist",
            w -> everywhere(w, html(404)),
            "not-acr",
            "login-server-malformed",
            "proxy-misconfigured"),
        fault("everything is throttled", w -> everywhere(w, throttled(30)), "throttled"),
        fault("tokens are throttled", w -> w.registry.fault("token", throttled(30)), "throttled"),
        fault("error 500", w -> everywhere(w, html(500)), "service-outage"),
        fault("error 503", w -> everywhere(w, html(503)), "service-outage"),
        fault("tokens give error 503", w -> tokens(w, html(503)), "service-outage"),
        fault(
            "the firewall refuses at /v2/",
            w -> {
              closed(w, "Enabled");
              everywhere(w, firewall("203.0.113.9"));
            },
            "client-ip-not-allowed"),
        fault("the firewall refuses tokens", w -> closed(w, "Enabled"), "client-ip-not-allowed"),
        fault(
            "public access is off",
            w -> closed(w, "Disabled"),
            "public-network-access-disabled",
            "private-endpoint-dns"),
        fault(
            "layers come from a host that refuses",
            w -> w.registry.dataHost(CheckWorld.DATA + ":" + closedPort()),
            "data-endpoint-blocked"),
        fault("there is no such image", w -> w.image("team/api:9.9"), "image-not-found"),
        fault(
            "manifests give error 503",
            w -> w.registry.fault("manifest", html(503)),
            "service-outage"));
  }

  private static void everywhere(CheckWorld world, StandInRegistry.Fault fault) {
    for (String stage : List.of("challenge", "anonymous-token", "token", "exchange", "manifest")) {
      world.registry.fault(stage, fault);
    }
  }

  private static void tokens(CheckWorld world, StandInRegistry.Fault fault) {
    for (String stage : List.of("anonymous-token", "token", "exchange")) {
      world.registry.fault(stage, fault);
    }
  }

  private static void closed(CheckWorld world, String access) {
    tokens(world, firewall("203.0.113.9"));
    world.azure.data().properties().put("publicNetworkAccess", access);
    ((ObjectNode) world.azure.data().properties().get("networkRuleSet"))
        .put("defaultAction", "Deny");
  }

  private static List<Fault> rights() {
    String soon = Instant.now().minus(3, ChronoUnit.MINUTES).toString();
    return List.of(
        fault("the admin user is off", w -> refused(w, ADMIN, "wrong"), "admin-user-disabled"),
        fault(
            "the admin password is wrong",
            w -> {
              refused(w, ADMIN, "wrong");
              w.azure.data().properties().put("adminUserEnabled", true);
            },
            "admin-password-wrong"),
        fault(
            "the secret of the service principal is wrong",
            w -> w.login(StandInAzure.CLIENT, "wrong"),
            "service-principal-credentials-wrong"),
        fault(
            "the secret of the service principal has expired",
            w -> {
              w.login(StandInAzure.CLIENT, "wrong");
              w.azure
                  .data()
                  .application()
                  .withArray("passwordCredentials")
                  .addObject()
                  .put("keyId", "k1")
                  .put("endDateTime", "2026-11-01T00:00:00Z")
                  .put("startDateTime", "2025-11-01T00:00:00Z");
            },
            "service-principal-secret-expired"),
        fault(
            "the password of a repository token has expired",
            w -> {
              refused(w, TOKEN, "wrong");
              w.azure
                  .data()
                  .child("tokens", TOKEN)
                  .put("status", "enabled")
                  .putObject("credentials")
                  .putArray("passwords")
                  .addObject()
                  .put("name", "password1")
                  .put("creationTime", "2026-01-01T00:00:00Z")
                  .put("expiry", "2026-06-01T00:00:00Z");
            },
            "repository-token-expired"),
        fault(
            "a repository token is disabled",
            w -> {
              refused(w, TOKEN, "wrong");
              w.azure
                  .data()
                  .child("tokens", TOKEN)
                  .put("status", "disabled")
                  .putObject("credentials")
                  .putArray("passwords")
                  .addObject()
                  .put("name", "password1")
                  .put("creationTime", "2026-01-01T00:00:00Z");
            },
            "repository-token-wrong"),
        fault(
            "no role that pulls",
            w -> {
              w.azure.data().list("roleAssignments").removeAll();
              noRight(w);
            },
            "missing-pull-role"),
        fault(
            "the role is three minutes old",
            w -> {
              w.azure.data().list("roleAssignments").removeAll();
              w.azure
                  .data()
                  .assign("AcrPull", w.azure.data().registryId(), StandInAzure.OBJECT)
                  .put("createdOn", soon)
                  .put("updatedOn", soon);
              noRight(w);
            },
            "role-assignment-propagation"),
        fault(
            "repository permissions, and a role of the old kind only",
            w -> {
              w.azure.data().properties().put("roleAssignmentMode", "AbacRepositoryPermissions");
              noRight(w);
            },
            "abac-repository-permissions"),
        fault(
            "tokens of Resource Manager are not taken",
            w -> {
              ((ObjectNode)
                      w.azure.data().properties().at("/policies/azureADAuthenticationAsArmPolicy"))
                  .put("status", "disabled");
              w.refuse("exchange", 401, "UNAUTHORIZED", "arm aad token disallowed");
              w.config("{}");
            },
            "arm-token-policy-disabled"));
  }

  private static void refused(CheckWorld world, String user, String password) throws IOException {
    world.login(user, password);
    world.refuse("token", 401, "UNAUTHORIZED", AUTH);
  }

  /** Neither the stored login nor the Entra token may pull. */
  private static void noRight(CheckWorld world) {
    world.refuse("token", 401, "UNAUTHORIZED", AUTH);
    world.refuse("exchange", 401, "UNAUTHORIZED", AUTH);
  }

  private static List<Fault> docker() {
    return List.of(
        fault("docker is not installed", w -> w.program("docker", null), "docker-not-installed"),
        fault(
            "the docker engine is stopped",
            w ->
                w.program(
                    "docker",
                    "echo '{\"Client\":{\"Version\":\"28.2.2\",\"Context\":\"default\"},\"Server\":null}';"
                        + " echo 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock."
                        + " Is the docker daemon running?' >&2; exit 1"),
            "docker-daemon-not-running"),
        fault(
            "docker is too old",
            w ->
                w.program(
                    "docker",
                    "echo '{\"Client\":{\"Version\":\"17.12.1\"},\"Server\":{\"Version\":\"17.12.1\"}}'"),
            "docker-client-too-old"),
        fault(
            "docker's configuration is broken",
            w -> w.config("{\"auths\": {"),
            "docker-config-corrupt"),
        fault(
            "the credential helper is missing",
            w ->
                w.config(
                    "{\"credsStore\":\"desktop\",\"auths\":{\"%s\":{}}}"
                        .formatted(w.registry.host())),
            "credential-helper-broken"));
  }

  private static List<Fault> azure() {
    String expired = "AADSTS7000222: The provided client secret keys for app are expired.";
    return List.of(
        fault(
            "the secret for Entra has expired",
            w -> {
              w.azure.refuseSignIn("invalid_client", expired);
              w.config("{}");
            },
            "service-principal-secret-expired"),
        fault(
            "the service principal is disabled",
            w -> {
              w.azure.refuseSignIn(
                  "unauthorized_client",
                  "AADSTS7000112: Application '" + StandInAzure.CLIENT + "' is disabled.");
              w.config("{}");
            },
            "service-principal-credentials-wrong",
            "conditional-access-or-mfa"),
        fault(
            "the subscription is disabled",
            w -> {
              ((ObjectNode) w.azure.data().list("subscriptions").get(0)).put("state", "Disabled");
              everywhere(w, error(403, "DENIED", "The operation is disallowed on this registry"));
            },
            "quota-or-subscription"));
  }
}
