package io.github.acrdoctor.collect.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Programs.Ran;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A credential helper: a program of its own that keeps logins for docker. What it prints is never
 * written down.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers">its protocol</a>
 */
final class CredentialProgram {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /** The user name that a helper gives when the secret is a refresh token. */
  private static final String TOKEN = "<token>";

  private final Machine machine;
  private final Notebook notebook;
  private final String name;
  private final Path program;

  /**
   * A helper by its name.
   *
   * @param machine looks for it on its path
   * @param notebook takes what is asked
   * @param name as the configuration writes it, such as desktop
   */
  CredentialProgram(Machine machine, Notebook notebook, String name) {
    this.machine = machine;
    this.notebook = notebook;
    this.name = name;
    // A name with a slash would be looked for outside of the path.
    this.program =
        NAME.matcher(name).matches() ? machine.programs().find("docker-credential-" + name) : null;
  }

  /**
   * Whether it is on the path.
   *
   * @return false also for a name that no program can have
   */
  boolean isInstalled() {
    return program != null;
  }

  /**
   * The hosts it keeps logins for.
   *
   * @return user names by host; null when it fails, hangs or prints anything else
   * @throws InterruptedIOException when this thread is stopped
   */
  Map<String, String> list() throws InterruptedIOException {
    Ran ran = run("list", "");
    if (ran == null || ran.exit() != 0) {
      return null;
    }
    Map<String, String> users = new LinkedHashMap<>();
    Json.read(ran.out())
        .properties()
        .forEach(entry -> users.put(entry.getKey(), entry.getValue().asText()));
    return users;
  }

  /**
   * The login for a host.
   *
   * @param host registry host
   * @return null when it has none, fails or hangs
   * @throws InterruptedIOException when this thread is stopped
   */
  StoredCredential get(String host) throws InterruptedIOException {
    Ran ran = run("get", host);
    JsonNode answer = Json.read(ran == null || ran.exit() != 0 ? "" : ran.out());
    String user = answer.path("Username").asText("");
    String secret = answer.path("Secret").asText("");
    return secret.isEmpty()
        ? null
        : new StoredCredential(host, user, new Secret(secret), user.equals(TOKEN));
  }

  private Ran run(String action, String input) throws InterruptedIOException {
    if (program == null) {
      return null;
    }
    Instant since = machine.clock().instant();
    String what = "docker-credential-" + name + " " + action;
    notebook.doing(what);
    try {
      Ran ran = machine.programs().run(PATIENCE, input, program.toString(), action);
      notebook.asked(what, since, ran.outcome(), "(not kept)");
      return ran;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      notebook.asked(what, since, "could not be run", "");
      return null;
    }
  }
}
