package io.github.acrdoctor.collect.docker;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.CredentialHelper;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.StoredLogin;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.Map;

/** Writes down which logins are kept for the registry, and whether what keeps them works. */
final class LoginFacts {
  private final Machine machine;
  private final Target target;
  private final Notebook notebook;
  private final StoredLogins logins;

  /**
   * Looks at logins.
   *
   * @param logins what the files of this user hold
   * @param machine has the helpers
   * @param target the registry that is meant
   * @param notebook takes what is learnt
   */
  LoginFacts(StoredLogins logins, Machine machine, Target target, Notebook notebook) {
    this.logins = logins;
    this.machine = machine;
    this.target = target;
    this.notebook = notebook;
  }

  /** The configuration file of docker. */
  void config() {
    DockerConfigFile file = logins.docker();
    if (file.path() == null) {
      notebook.missing("dockerConfig", "this user has no home folder", "HOME or DOCKER_CONFIG");
    } else {
      notebook.fact(new DockerConfig(file.path().toString(), file.readable(), file.store()));
    }
  }

  /**
   * The logins for this registry, and for others that could be meant.
   *
   * @throws InterruptedIOException when this thread is stopped
   */
  void logins() throws InterruptedIOException {
    logins.inFiles().stream().filter(login -> isMeant(login.registry())).forEach(this::write);
    String helper = logins.helper(target.server());
    if (helper != null) {
      ask(helper);
    }
  }

  private void ask(String helper) throws InterruptedIOException {
    boolean single = logins.docker().helpers().containsKey(target.server());
    String host = single ? target.server() : null;
    CredentialProgram program = new CredentialProgram(machine, notebook, helper);
    if (!program.isInstalled()) {
      notebook.fact(new CredentialHelper(helper, host, Answer.NO, Answer.UNKNOWN));
      return;
    }
    Map<String, String> users = program.list();
    Answer works = users == null ? Answer.NO : Answer.YES;
    notebook.fact(new CredentialHelper(helper, host, Answer.YES, works));
    if (users != null) {
      for (Map.Entry<String, String> entry : users.entrySet()) {
        listed(program, entry.getKey(), entry.getValue());
      }
    }
  }

  private void listed(CredentialProgram program, String host, String user)
      throws InterruptedIOException {
    StoredCredential whole = host.equals(target.server()) ? program.get(host) : null;
    if (whole != null) {
      write(whole);
    } else if (isMeant(host)) {
      notebook.fact(new StoredLogin(host, user, null, null, null));
    }
  }

  private void write(StoredCredential login) {
    Claims claims = Claims.of(login.secret());
    String madeFor = claims != null && claims.isOfRegistry() ? claims.audience() : null;
    notebook.fact(
        new StoredLogin(
            login.registry(),
            login.user(),
            null,
            madeFor,
            claims == null ? null : claims.expiresAt()));
  }

  /** The registry itself, or one that differs in the suffix, the hash or in capitals only. */
  private boolean isMeant(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    String label = small.replaceFirst("\\..*$", "");
    return small.equals(target.server())
        || (small.contains(".azurecr.") && label.replaceFirst("-[^-]*$", "").equals(target.name()));
  }
}
