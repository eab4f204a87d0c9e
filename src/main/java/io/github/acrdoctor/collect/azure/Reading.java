package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Cloud;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.registry.RegistryTokens;
import io.github.acrdoctor.facts.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Reads all sources with a token, those that do not need each other at the same time. */
final class Reading {
  /** Parts ask two or three questions, one after the other. */
  private static final int QUESTIONS = 2;

  private final Session session;
  private final Context context;
  private final Notebook notebook;
  private final Client client;
  private final SignedIn who;
  private final Arm arm;
  private final AzProgram az;
  private final Application presented;
  private final Cloud cloud;

  /**
   * What to read, and as whom.
   *
   * @param session what is shared
   * @param client the login that the client presents
   * @param who signed in
   * @param arm asks Resource Manager
   * @param az tells the subscription that is current
   * @param presented the application that the environment names; null when it names none
   */
  Reading(
      Session session, Client client, SignedIn who, Arm arm, AzProgram az, Application presented) {
    this.presented = presented;
    this.session = session;
    this.context = session.context();
    this.notebook = session.notebook();
    this.cloud = context.cloud();
    this.client = client;
    this.who = who;
    this.arm = arm;
    this.az = az;
  }

  void run() throws InterruptedException {
    Found found = new RegistryFinder(session, arm).find(az.subscription());
    List<Parallel.Part> parts = new ArrayList<>();
    Future<RegistryProperties.Settings> settings = new CompletableFuture<>();
    if (found != null) {
      settings = session.parallel().start(() -> settings(found));
      parts.addAll(ofRegistry(found));
    }
    parts.addAll(ofOptions(found, settings));
    parts.add(new Parallel.Part("credential", () -> application(found)));
    parts.add(new Parallel.Part("repositoryAccess", this::exchange));
    Future<RegistryProperties.Settings> pending = settings;
    if (found != null) {
      parts.add(new Parallel.Part("registry", pending::get));
    }
    session.parallel().all(notebook, session.limit().multipliedBy(QUESTIONS), parts);
  }

  private RegistryProperties.Settings settings(Found found) throws InterruptedException {
    RegistryProperties.Settings settings =
        new RegistryProperties(session, arm).read(found, az.subscription());
    NetworkRules.read(session, arm, settings.resource());
    return settings;
  }

  private List<Parallel.Part> ofRegistry(Found found) {
    List<Parallel.Part> parts = new ArrayList<>();
    parts.add(
        new Parallel.Part(
            "subscription", () -> SubscriptionState.read(session, arm, found.subscription())));
    parts.add(new Parallel.Part("replica", () -> Replicas.read(session, arm, found)));
    parts.add(new Parallel.Part("resourceLock", () -> Locks.read(session, arm, found)));
    parts.add(new Parallel.Part("cacheRule", () -> CacheRules.read(session, arm, found)));
    String token = client.tokenName();
    if (token != null) {
      parts.add(
          new Parallel.Part(
              "repositoryToken", () -> RepositoryTokens.read(session, arm, found, token)));
    }
    if (context.options().aks() == null && client.isSignIn()) {
      String id = who.principal().objectId();
      parts.add(new Parallel.Part("roleAssignments", () -> roles(found, id)));
    }
    return parts;
  }

  private void roles(Found found, String objectId) {
    if (objectId == null) {
      notebook.missing("roleAssignments", "the object id of the identity is not known", null);
    } else {
      new RoleAssignmentsReader(session, arm, new Roles(arm), found).read(objectId);
    }
  }

  private List<Parallel.Part> ofOptions(Found found, Future<RegistryProperties.Settings> settings) {
    List<Parallel.Part> parts = new ArrayList<>();
    String aks = context.options().aks();
    if (aks != null) {
      parts.add(new Parallel.Part("aksCluster", () -> cluster(found, aks, settings)));
    }
    String workspace = context.options().workspace();
    if (workspace != null) {
      parts.add(new Parallel.Part("loginEvent", () -> log(workspace)));
    }
    return parts;
  }

  private void cluster(Found found, String name, Future<RegistryProperties.Settings> settings)
      throws Exception {
    Cluster reader = new Cluster(session, arm);
    JsonNode cluster = reader.find(name);
    if (cluster.isObject() && found == null) {
      reader.read(cluster, null, null);
    } else if (cluster.isObject()) {
      RoleAssignmentsReader roles = new RoleAssignmentsReader(session, arm, new Roles(arm), found);
      String kubelet = Cluster.kubelet(cluster);
      reader.read(cluster, roles, settings.get().mode());
      if (kubelet != null) {
        roles.read(kubelet);
      }
    }
  }

  private void log(String workspace) {
    Token token = who.token(notebook, "loginEvent", cloud.logAnalytics());
    if (token != null) {
      LoginLog.read(session, token, workspace);
    }
  }

  /** The application that the client logs in as, that signed in, or that was refused. */
  private void application(Found found) {
    Application application = application();
    if (context.options().aks() != null || application == null) {
      return;
    }
    Token token = who.token(notebook, "credential", cloud.graph());
    if (token == null) {
      return;
    }
    Directory directory = new Directory(session, token);
    String tenant = who.principal().tenantId();
    boolean same = found != null && tenant != null && tenant.equalsIgnoreCase(found.tenantId());
    String id = directory.principal(application.id(), tenant, same);
    if (found != null && client.isApplication()) {
      roles(found, id);
    }
    directory.application(client, application);
  }

  private Application application() {
    if (client.isApplication()) {
      return new Application(client.user(), Answer.UNKNOWN);
    } else if (!client.isSignIn() || presented != null) {
      return client.isSignIn() ? presented : null;
    }
    Principal principal = who.principal();
    return principal.kind().equals("service-principal") && principal.name() != null
        ? new Application(principal.name(), Answer.UNKNOWN)
        : null;
  }

  /** Trades the token for one of the registry, as az acr login does. */
  private void exchange() {
    if (client.is(who.principal()) && context.options().aks() == null) {
      RegistryTokens.asEntra(context, notebook, who.arm().value(), who.principal().tenantId());
    }
  }
}
