package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Credential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Signs in: environment, workload identity, managed identity, Azure CLI, in the order of
 * azure-identity's DefaultAzureCredential.
 *
 * <p>That one itself will not do: it reads the environment of the process, asks development tools
 * for seconds, and does not tell what it tried and who refused it. Unlike it, a credential that is
 * refused does not end the search: who is signed in to the Azure CLI may still see the registry.
 */
final class Credentials {
  private static final String RIGHT = "az login, or --skip azure";
  private static final Duration PATIENCE = Duration.ofSeconds(11);

  private final Session session;
  private final Notebook notebook;
  private final AzProgram az;
  private final Future<Boolean> azSignedIn;
  private final Future<Boolean> onMachine;
  private final Predicate<Principal> isClient;
  private final boolean sharesSecret;
  private NoToken last;
  private boolean unanswered;
  private Application application;

  /**
   * What to sign in with.
   *
   * @param session what is shared
   * @param az the Azure CLI
   * @param azSignedIn whether somebody is signed in to it
   * @param onMachine whether there is a metadata service
   * @param isClient tells whether the client that fails presents an identity
   * @param sharesSecret whether that client has no secret of its own: else whether the one tried
   *     here is accepted says nothing about it
   */
  Credentials(
      Session session,
      AzProgram az,
      Future<Boolean> azSignedIn,
      Future<Boolean> onMachine,
      Predicate<Principal> isClient,
      boolean sharesSecret) {
    this.session = session;
    this.notebook = session.notebook();
    this.az = az;
    this.azSignedIn = azSignedIn;
    this.onMachine = onMachine;
    this.isClient = isClient;
    this.sharesSecret = sharesSecret;
  }

  /**
   * Signs in, and writes down as whom, or why not.
   *
   * @return null when nobody can be signed in
   * @throws InterruptedException when time is over
   */
  SignedIn signIn() throws InterruptedException {
    for (Way way : environment()) {
      SignedIn in = attempt(way, true);
      if (in != null) {
        return in;
      }
    }
    ManagedIdentityWay managed = new ManagedIdentityWay(session);
    boolean offered = managed.isNamed() || Parallel.await(onMachine, session.limit(), false);
    SignedIn in = offered ? attempt(managed, false) : null;
    NoToken byMachine = offered ? last : null;
    if (in == null && Parallel.await(azSignedIn, PATIENCE, false)) {
      in = attempt(az, true);
    } else if (in == null && byMachine != null && byMachine.wasRefused()) {
      refused(managed, byMachine);
    }
    if (in == null) {
      nobody();
    }
    return in;
  }

  /** Whether Entra ID was asked and gave no answer. */
  boolean isUnanswered() {
    return unanswered;
  }

  /**
   * The application that the environment names, with what Entra ID said about its secret.
   *
   * @return null when none was tried
   */
  Application application() {
    return application;
  }

  private List<Way> environment() {
    Machine machine = session.machine();
    String client = machine.variable("AZURE_CLIENT_ID");
    String tenant = machine.variable("AZURE_TENANT_ID");
    String secret = machine.variable("AZURE_CLIENT_SECRET");
    String certificate = machine.variable("AZURE_CLIENT_CERTIFICATE_PATH");
    String assertion = machine.variable("AZURE_FEDERATED_TOKEN_FILE");
    List<Way> ways = new ArrayList<>();
    if (client == null || tenant == null) {
      return ways;
    }
    if (secret != null) {
      ways.add(EntraWay.secret(session, tenant, client, secret));
    } else if (certificate != null) {
      String password = machine.variable("AZURE_CLIENT_CERTIFICATE_PASSWORD");
      ways.add(EntraWay.certificate(session, tenant, client, certificate, password));
    }
    if (assertion != null) {
      ways.add(EntraWay.workload(session, tenant, client, assertion));
    }
    return ways;
  }

  private SignedIn attempt(Way way, boolean meant) {
    try {
      Token token = way.token(session.context().cloud().audience());
      SignedIn in = new SignedIn(way, token, way.presents().with(token.claims()));
      granted(in);
      return in;
    } catch (NoToken e) {
      last = e;
      unanswered |= way instanceof EntraWay && e.isSilence();
      if (meant) {
        refused(way, e);
      }
      return null;
    }
  }

  private void granted(SignedIn in) {
    if (isClient.test(in.principal())) {
      notebook.fact(in.principal().fact(Answer.YES));
    }
    String owner = in.principal().name();
    // Its audience is left out: it is what we asked for, not what the client sends.
    notebook.fact(
        new Credential(
            "entra-token",
            owner,
            null,
            null,
            null,
            null,
            Token.time(in.arm().claims(), "iat"),
            Token.time(in.arm().claims(), "exp")));
    presented(in.way(), Answer.YES);
  }

  private void refused(Way way, NoToken failure) {
    if (failure.wasRefused()) {
      notebook.text(failure.source(), failure.said());
    }
    if (failure.wasRefused() && isClient.test(way.presents())) {
      notebook.fact(way.presents().fact(Answer.NO));
    }
    presented(way, failure.refusesCredential() ? Answer.NO : Answer.UNKNOWN);
  }

  private void presented(Way way, Answer accepted) {
    boolean bySecret = "client-secret".equals(way.credential());
    if (way.credential() != null) {
      application = new Application(way.presents().name(), bySecret ? accepted : Answer.UNKNOWN);
    }
    if (sharesSecret && way.credential() != null && accepted != Answer.UNKNOWN) {
      String owner = way.presents().name();
      notebook.fact(
          new Credential(way.credential(), owner, null, accepted, null, null, null, null));
    }
  }

  private void nobody() {
    String reason =
        last == null
            ? "nobody is signed in to Azure on this machine"
            : "nobody could be signed in to Azure: " + last.getMessage();
    for (String fact : AzureCollector.SUPPLIES) {
      notebook.missing(fact, reason, RIGHT);
    }
  }
}
