package io.github.acrdoctor.collect.docker;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Looks at docker: the client, its engine, its configuration, and the logins it keeps. Proxies that
 * the configuration names are left out: docker hands them to containers and does not use them.
 */
public final class DockerCollector implements Collector {
  /** A new collector. */
  public DockerCollector() {}

  @Override
  public String name() {
    return "docker";
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(10);
  }

  @Override
  public List<String> supplies() {
    return List.of("dockerClient", "dockerDaemon", "dockerConfig");
  }

  @Override
  public void collect(Context context, Notebook notebook) throws IOException {
    Machine machine = context.machine();
    StoredLogins stored = StoredLogins.of(machine);
    LoginFacts logins = new LoginFacts(stored, machine, context.target(), notebook);
    Path docker = machine.programs().find("docker");
    if (docker == null) {
      notebook.fact(new DockerClient(Answer.NO, null, null, null));
      if (machine.programs().find("podman") != null) {
        logins.logins();
      }
      return;
    }
    logins.config();
    logins.logins();
    Endpoint endpoint = Endpoint.of(machine, stored.docker());
    new EngineFacts(machine, notebook, docker).write(endpoint);
  }
}
