package io.github.acrdoctor.collect.registry;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.collect.docker.StoredCredential;
import io.github.acrdoctor.collect.docker.StoredLogins;
import io.github.acrdoctor.facts.Answer;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Climbs the steps that a client takes to pull an image, one request each: the challenge, a token
 * without and with a login, the manifest, a layer. Nothing is changed, and no layer is loaded.
 */
public final class RegistryCollector implements Collector {
  /** A repository that need not exist. */
  private static final String ANY = "probe";

  /** A new collector. */
  public RegistryCollector() {}

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(15);
  }

  @Override
  public List<String> supplies() {
    return List.of("httpProbe", "repositoryAccess");
  }

  @Override
  public void collect(Context context, Notebook notebook) throws InterruptedIOException {
    Probe probe = new Probe(context, notebook);
    TokenStep tokens = new TokenStep(probe);
    Reply first = probe.first();
    if (first == null) {
      notebook.missing("repositoryAccess", "the registry did not answer", null);
      return;
    }
    String repository = context.target().repository();
    boolean another = Marks.ofFirst(first, probe.isOurs()).registry() == Answer.NO;
    Secret anonymous = another ? null : tokens.anonymous(repository == null ? ANY : repository);
    if (!Safety.mayLogIn(probe)) {
      return;
    }
    StoredCredential login = login(context, notebook);
    Secret pull = login == null ? null : logIn(probe, tokens, login);
    if (repository != null) {
      Secret metadata = pull == null ? null : tokens.metadata(login, repository);
      look(context, probe, pull == null ? anonymous : pull, metadata);
    }
  }

  private static void look(Context context, Probe probe, Secret pull, Secret metadata) {
    if (pull == null) {
      probe
          .notebook()
          .missing("image", "no token that may pull it could be had", "a login that may pull");
    } else {
      new ImageStep(probe, context.hosts()).look(pull, metadata);
    }
  }

  private static StoredCredential login(Context context, Notebook notebook)
      throws InterruptedIOException {
    Context.Options options = context.options();
    Target target = context.target();
    if (options.user() != null && options.password() != null) {
      Secret password = new Secret(options.password());
      return new StoredCredential(target.server(), options.user(), password, false);
    }
    StoredCredential stored = StoredLogins.of(context.machine()).of(target.server(), notebook);
    if (stored == null) {
      notebook.missing(
          "repositoryAccess",
          "no credential for this registry is stored or given",
          "--user with --password-stdin, or docker login");
    }
    return stored;
  }

  /** A token that pulls, when there is one. */
  private static Secret logIn(Probe probe, TokenStep tokens, StoredCredential login) {
    Notebook notebook = probe.notebook();
    Who who = Who.of(probe.target(), login);
    notebook.fact(who.identity());
    Reply reply = tokens.login(login);
    boolean accepted = tokens.token(reply) != null;
    boolean refused = reply != null && reply.status() == 401;
    notebook.fact(who.credential(accepted, refused));
    if (!accepted) {
      notebook.missing("repositoryAccess", "the registry did not accept the login", null);
      return null;
    }
    String repository = probe.target().repository();
    if (repository == null) {
      notebook.missing("repositoryAccess", "no repository was named", "--image REPOSITORY");
      return null;
    }
    return tokens.rights(login, who.user(), repository);
  }
}
