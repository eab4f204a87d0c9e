package io.github.acrdoctor.collect.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.Programs.Ran;
import io.github.acrdoctor.collect.Proxies;
import io.github.acrdoctor.collect.ProxyAddress;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.Proxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes down what the docker client says about itself and about its engine. */
final class EngineFacts {
  private static final Duration VERSION = Duration.ofSeconds(4);
  private static final Duration INFO = Duration.ofSeconds(3);
  private static final Duration PING = Duration.ofSeconds(1);
  private static final String FORMAT = "{{json .}}";

  private final Machine machine;
  private final Notebook notebook;
  private final Path docker;

  /**
   * Asks a client.
   *
   * @param machine runs it
   * @param notebook takes what it says
   * @param docker the client program
   */
  EngineFacts(Machine machine, Notebook notebook, Path docker) {
    this.machine = machine;
    this.notebook = notebook;
    this.docker = docker;
  }

  /**
   * Asks for the versions, and the engine, when there is one, for its proxy.
   *
   * @param endpoint where the client looks for its engine
   * @throws IOException when the client cannot be run
   */
  void write(Endpoint endpoint) throws IOException {
    Ran ran = version();
    JsonNode answer = Json.read(ran.out());
    String flavour = flavour(answer);
    JsonNode client = answer.path("Client");
    String api = Json.text(client.path("ApiVersion"));
    notebook.fact(
        new DockerClient(
            Answer.YES,
            Json.text(client.path("Version")),
            api == null ? Json.text(client.path("APIVersion")) : api,
            flavour));
    boolean greets = ran.exit() == 0 && "podman".equals(flavour);
    notebook.text("docker version", greets ? "" : ran.err());
    if ("podman".equals(flavour) || "nerdctl".equals(flavour)) {
      return;
    }
    if (!answer.isObject() && !ran.timedOut()) {
      notebook.missing("dockerDaemon", "docker version gave no answer: " + ran.outcome(), null);
      return;
    }
    JsonNode server = answer.path("Server");
    daemon(endpoint, client, server, ran);
    if (server.isObject()) {
      proxy();
    }
  }

  private Ran version() throws IOException {
    try {
      return machine
          .programs()
          .run(VERSION, notebook, docker.toString(), "version", "--format", FORMAT);
    } catch (IOException e) {
      notebook.fact(new DockerClient(Answer.YES, null, null, null));
      throw e;
    }
  }

  /** Each of them writes other fields; the stand-ins are often links to the real program. */
  private String flavour(JsonNode answer) {
    JsonNode client = answer.path("Client");
    String file = realName();
    if (file.startsWith("podman") || (client.has("APIVersion") && !client.has("ApiVersion"))) {
      return "podman";
    } else if (file.startsWith("nerdctl") || client.path("Components").isArray()) {
      return "nerdctl";
    }
    return client.isObject() ? "docker" : null;
  }

  private String realName() {
    try {
      return docker.toRealPath().getFileName().toString().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      return "";
    }
  }

  private void daemon(Endpoint endpoint, JsonNode client, JsonNode server, Ran ran) {
    String context = Json.text(client.path("Context"));
    boolean answers = server.isObject();
    Answer permitted = answers ? Answer.YES : endpoint.permitted();
    notebook.fact(
        new DockerDaemon(
            answers ? Answer.YES : reachable(endpoint, permitted, ran),
            permitted,
            Json.text(server.path("Version")),
            Json.text(server.path("MinAPIVersion")),
            context == null ? endpoint.context() : context,
            endpoint.address(),
            desktop(endpoint, server),
            Answer.UNKNOWN));
  }

  /** A client gets no description of an engine that is there but wants another version, too. */
  private static Answer reachable(Endpoint endpoint, Answer permitted, Ran ran) {
    if (permitted == Answer.NO) {
      return Answer.UNKNOWN;
    }
    boolean alive =
        permitted == Answer.YES && !ran.timedOut() && SocketPing.answers(endpoint.socket(), PING);
    return alive ? Answer.YES : Answer.NO;
  }

  private static Answer desktop(Endpoint endpoint, JsonNode server) {
    String platform = Json.text(server.path("Platform").path("Name"));
    if (endpoint.isOfDesktop() || (platform != null && platform.startsWith("Docker Desktop"))) {
      return Answer.YES;
    }
    return server.isObject() ? Answer.NO : Answer.UNKNOWN;
  }

  /** The engine pulls through a proxy of its own, which the client's environment does not show. */
  private void proxy() throws IOException {
    Ran ran = machine.programs().run(INFO, notebook, docker.toString(), "info", "--format", FORMAT);
    JsonNode info = Json.read(ran.out());
    String encrypted = info.path("HttpsProxy").asText("");
    ProxyAddress proxy =
        Proxies.parse(encrypted.isBlank() ? info.path("HttpProxy").asText("") : encrypted);
    if (proxy != null) {
      List<String> around =
          Arrays.stream(info.path("NoProxy").asText("").split("[,\\s]+", -1))
              .filter(host -> !host.isBlank())
              .toList();
      notebook.fact(new Proxy("daemon", proxy.url(), around, null, null));
    }
  }
}
