package io.github.acrdoctor.collect.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.collect.TestMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoredLoginsTest {
  private static final String HOST = "contoso.azurecr.io";

  @TempDir private Path home;

  private static String auths(String user) {
    String login =
        Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
    return "{\"auths\":{\"" + HOST + "\":{\"auth\":\"" + login + "\"}}}";
  }

  private Path write(String name, String json) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, json);
  }

  private static String user(Machine machine) throws IOException {
    StoredCredential found =
        StoredLogins.of(machine).of(HOST, new Notebook("test", Clock.systemUTC()));
    return found == null ? null : found.user();
  }

  private void helper(String name, String script) throws IOException {
    Path file = write("bin/" + name, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private TestMachine machine() {
    return new TestMachine(home).variable("PATH", home.resolve("bin").toString());
  }

  @Test
  void aVariableWinsOverDockersFileWhichWinsOverPodmans() throws IOException {
    assertThat(user(machine().build())).isNull();
    Path podman = write("podman.json", auths("podman"));
    TestMachine machine = machine().variable("REGISTRY_AUTH_FILE", podman.toString());
    assertThat(user(machine.build())).isEqualTo("podman");
    write(".docker/config.json", auths("docker"));
    assertThat(user(machine.build())).isEqualTo("docker");
    assertThat(user(machine.variable("DOCKER_AUTH_CONFIG", auths("variable")).build()))
        .isEqualTo("variable");
  }

  @Test
  void podmansUsualFilesAreFound() throws IOException {
    write(".config/containers/auth.json", auths("kept"));
    assertThat(user(machine().build())).isEqualTo("kept");
    write("run/containers/auth.json", auths("session"));
    assertThat(user(machine().variable("XDG_RUNTIME_DIR", home.resolve("run").toString()).build()))
        .isEqualTo("session");
  }

  @Test
  void anotherFolderOfDockerCanBeNamed() throws IOException {
    write(".docker/config.json", auths("usual"));
    write("other/config.json", auths("other"));
    assertThat(user(machine().variable("DOCKER_CONFIG", home.resolve("other").toString()).build()))
        .isEqualTo("other");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "helpers of the test are shell scripts")
  void whereAHelperIsConfiguredTheFileIsNotAsked() throws IOException {
    String stored = auths("file");
    write(".docker/config.json", "{\"credsStore\":\"test\"," + stored.substring(1));
    helper("docker-credential-test", "echo '{\"Username\":\"helper\",\"Secret\":\"x\"}'");
    assertThat(user(machine().build())).isEqualTo("helper");
    helper("docker-credential-test", "echo credentials not found; exit 1");
    assertThat(user(machine().build())).isNull();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have other helpers")
  void withoutAnyConfigurationTheUsualHelperIsAskedWhenItIsThere() throws IOException {
    assertThat(StoredLogins.of(machine().build()).helper(HOST)).isNull();
    helper("docker-credential-secretservice", "exit 1");
    assertThat(StoredLogins.of(machine().build()).helper(HOST)).isEqualTo("secretservice");
    helper("pass", "exit 0");
    helper("docker-credential-pass", "exit 0");
    assertThat(StoredLogins.of(machine().build()).helper(HOST)).isEqualTo("pass");
    write(".docker/config.json", auths("file"));
    assertThat(StoredLogins.of(machine().build()).helper(HOST)).isNull();
  }
}
