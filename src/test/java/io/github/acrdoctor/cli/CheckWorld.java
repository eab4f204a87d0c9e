package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInFaults;
import io.github.acrdoctor.collect.StandInRegistry;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.collect.network.TestDns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.tls.HeldCertificate;

/**
 * A healthy world on loopback: a registry behind TLS, Azure, a DNS server, and a machine with a
 * docker client on which a service principal is signed in. A test breaks one thing in it.
 */
final class CheckWorld implements AutoCloseable {
  static final String NAME = "contoso.azurecr.test";
  static final String DATA = "contoso.westeurope.data.azurecr.test";
  static final HeldCertificate CA =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("World CA").build();
  private static final String VERSION =
      """
      {"Client":{"Version":"28.2.2","ApiVersion":"1.50","Context":"default"},\
      "Server":{"Version":"28.2.2","ApiVersion":"1.50","MinAPIVersion":"1.24"}}""";

  final Path folder;
  final StandInRegistry registry;
  final StandInAzure azure;
  final TestDns dns;
  final TestMachine machine;
  final List<AutoCloseable> others = new ArrayList<>();
  private String server;
  private String image = "team/api:1.0";

  static HeldCertificate.Builder certificate(String... names) {
    HeldCertificate.Builder builder =
        new HeldCertificate.Builder().signedBy(CA).commonName(names[0]);
    for (String name : names) {
      builder.addSubjectAlternativeName(name);
    }
    return builder;
  }

  CheckWorld(Path folder) throws IOException {
    this(folder, certificate(NAME, DATA).build());
  }

  CheckWorld(Path folder, HeldCertificate certificate) throws IOException {
    this.folder = folder;
    registry = StandInRegistry.start(certificate, NAME);
    server = registry.host();
    registry.dataHost(registry.dataHost().replace("localhost", DATA));
    registry.user(StandInAzure.CLIENT, StandInAzure.SECRET).image("team/api", "1.0");
    registry.allow(StandInAzure.CLIENT, "team/api", "pull", "metadata_read");
    registry.allow(StandInRegistry.NOBODY, "team/api", "pull", "metadata_read");
    registry.fault("exchange", (request, connection) -> refreshed());
    azure = new StandInAzure("contoso", server);
    dns = TestDns.start();
    dns.alias(NAME, "weu.fe.azcr.test").address("weu.fe.azcr.test", "127.0.0.1");
    dns.alias(DATA, "weu.fe.azcr.test");
    machine = new TestMachine(folder).host(NAME, "127.0.0.1").host(DATA, "127.0.0.1");
    machine.dns(dns.server()).variable("PATH", folder.resolve("bin").toString());
    azure.environment().forEach(machine::variable);
    program("docker", "case $1 in version) echo '" + VERSION + "';; info) echo '{}';; esac");
    login(StandInAzure.CLIENT, StandInAzure.SECRET);
  }

  private MockResponse refreshed() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body("{\"refresh_token\":\"" + registry.refreshToken(StandInRegistry.NOBODY) + "\"}")
        .build();
  }

  /** Puts a program on the path; without a script it is taken away. */
  void program(String name, String script) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (script != null) {
      Files.writeString(file, "#!/bin/sh\n" + script + "\n");
      if (!file.toFile().setExecutable(true)) {
        throw new IOException("not executable: " + file);
      }
    }
  }

  /** Stores a login as docker does. */
  void login(String user, String password) throws IOException {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    config(
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}"
            .formatted(registry.host(), Base64.getEncoder().encodeToString(pair)));
  }

  /** Writes docker's configuration. */
  void config(String json) throws IOException {
    Files.createDirectories(folder.resolve(".docker"));
    Files.writeString(folder.resolve(".docker/config.json"), json);
  }

  /** Lets the name lead to another port. */
  void port(int port) {
    server = NAME + ":" + port;
    azure.data().properties().put("loginServer", server);
  }

  void server(String other) {
    server = other;
  }

  void image(String other) {
    image = other;
  }

  /** Refuses a stage in the registry's own form. */
  void refuse(String stage, int status, String code, String message) {
    registry.fault(stage, StandInFaults.error(status, code, message));
  }

  Path authorities() throws IOException {
    return Files.writeString(
        folder.resolve("authorities.pem"), CA.certificatePem() + azure.ca().certificatePem());
  }

  Run check(String... more) throws IOException {
    return run("check", Duration.ofSeconds(6), more);
  }

  Run run(String command, Duration timeout, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of(command, server, "--image", image));
    line.addAll(List.of("--cloud", azure.cloudFile(folder, ".azurecr.test").toString()));
    line.addAll(List.of("--ca", authorities().toString(), "--timeout", timeout.toMillis() + "ms"));
    line.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            machine::build);
    int code = Main.run(console, line.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable other : others) {
      other.close();
    }
    registry.close();
    azure.close();
    dns.close();
  }
}
