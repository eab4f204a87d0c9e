package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.network.TcpCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import okhttp3.HttpUrl;

/**
 * Asks Azure: signs in with what this machine has, finds the registry in any subscription, and
 * reads what it is set to and what the identity in use may do. Only reads.
 */
public final class AzureCollector implements Collector {
  /** What it is there for. */
  static final List<String> SUPPLIES =
      List.of("registry", "roleAssignments", "networkRule", "identity");

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /**
   * It answers at once where there is one; what is slow is this program when it has just started.
   */
  private static final Duration METADATA = Duration.ofMillis(1500);

  private final Duration limit;
  private final Duration metadata;

  /** A new collector. */
  public AzureCollector() {
    this(LIMIT, METADATA);
  }

  /**
   * A collector with another patience.
   *
   * @param limit how long one request may take
   * @param metadata how long the metadata service may take
   */
  AzureCollector(Duration limit, Duration metadata) {
    this.limit = limit;
    this.metadata = metadata;
  }

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(25);
  }

  @Override
  public List<String> supplies() {
    return SUPPLIES;
  }

  @Override
  public void collect(Context context, Notebook notebook) throws InterruptedException {
    try (Parallel parallel = new Parallel()) {
      Session session = new Session(context, notebook, limit, parallel);
      AzProgram az = new AzProgram(session);
      Future<Boolean> azSignedIn = parallel.start(az::read);
      Future<Boolean> onMachine = parallel.start(() -> Metadata.read(session, metadata));
      Client client = client(session);
      boolean nodes = context.options().aks() != null;
      Federation.presented(session);
      CertificateFile.read(session);
      Credentials credentials =
          new Credentials(
              session,
              az,
              azSignedIn,
              onMachine,
              one -> !nodes && client.is(one),
              client.isSignIn());
      SignedIn who = credentials.signIn();
      if (who != null) {
        Arm arm = new Arm(session, who.arm());
        Parallel.await(azSignedIn, limit, false);
        new Reading(session, client, who, arm, az, credentials.application()).run();
        reach(context, notebook, context.cloud().resourceManager(), "arm", arm.isUnanswered());
      }
      reach(context, notebook, context.cloud().authority(), "entra", credentials.isUnanswered());
      if (!azSignedIn.isDone()) {
        notebook.missing("azureCli", "az gave no answer in time", null);
      }
    }
  }

  private static Client client(Session session) throws InterruptedException {
    Client none = Client.none(session.context().target().name());
    Future<Client> reading =
        session.parallel().start(() -> Client.of(session.context(), session.notebook()));
    return Parallel.await(reading, session.limit(), none);
  }

  private static void reach(
      Context context, Notebook notebook, String address, String role, boolean unanswered)
      throws InterruptedException {
    HttpUrl url = HttpUrl.parse(address);
    if (unanswered && url != null) {
      TcpCheck.probe(context, notebook, url.host(), url.port(), role);
    }
  }
}
