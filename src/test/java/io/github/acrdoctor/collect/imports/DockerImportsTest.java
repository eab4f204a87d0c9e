package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Programs.Ran;
import io.github.acrdoctor.collect.TestMachine;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.CredentialHelper;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.Proxy;
import io.github.acrdoctor.facts.StoredLogin;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerImportsTest {
  private static final String DOWN =
      "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon"
          + " running?";

  private static final String CLIENT =
      """
      Client: Docker Engine - Community
       Version:           28.2.2
       API version:       1.50
       Go version:        go1.24.3
       Git commit:        e6534b4
       Built:             Fri May 30 12:07:14 2025
       OS/Arch:           linux/amd64
       Context:           default
      """;

  private static DockerClient client(String version, String api, String flavour) {
    return new DockerClient(Answer.YES, version, api, flavour);
  }

  private static DockerDaemon daemon(String minimum, Answer desktop) {
    return new DockerDaemon(
        Answer.YES, Answer.YES, "28.2.2", minimum, "default", null, desktop, Answer.UNKNOWN);
  }

  @Test
  void aClientWhoseEngineIsDownIsReadAndTheComplaintStaysWhereItWas() {
    Collected collected = Imports.read("version.txt", CLIENT + DOWN + "\n");
    assertThat(collected.facts()).containsExactly(client("28.2.2", "1.50", "docker"));
    assertThat(collected.texts()).containsExactly(new Text("version.txt", "\n".repeat(8) + DOWN));
  }

  @Test
  void clientAndEngineAreRead() {
    String text =
        CLIENT
            + """

            Server: Docker Engine - Community
             Engine:
              Version:          28.2.2
              API version:      1.50 (minimum version 1.24)
              Go version:       go1.24.3
             containerd:
              Version:          1.7.27
            """;
    Collected collected = Imports.read("version.txt", text);
    assertThat(collected.facts())
        .containsExactly(client("28.2.2", "1.50", "docker"), daemon("1.24", Answer.NO));
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void dockerInfoTellsTheProxiesOfTheEngineWithoutTheirPasswords() {
    String text =
        """
        Client:
         Version:    28.2.2
         Context:    default
         Debug Mode: false

        Server:
         Containers: 0
         Server Version: 28.2.2
         Operating System: Docker Desktop
         HTTP Proxy: http://dana:Zq8-Planted-Password-4711@proxy.contoso.example:3128
         HTTPS Proxy: http://proxy.contoso.example:3128
         No Proxy: localhost,.contoso.example
         Registry Mirrors:
          https://mirror.contoso.example/
        WARNING: No swap limit support
        """;
    Collected collected = Imports.read("info.txt", text);
    assertThat(collected.facts())
        .containsExactly(
            client("28.2.2", null, "docker"),
            daemon(null, Answer.YES),
            new Proxy(
                "daemon",
                "http://proxy.contoso.example:3128",
                List.of("localhost", ".contoso.example"),
                Answer.UNKNOWN,
                Answer.UNKNOWN));
    assertThat(collected.texts().get(0).text().trim()).isEqualTo("WARNING: No swap limit support");
  }

  @Test
  void podmanIsToldFromDocker() {
    String text =
        """
        Client:       Podman Engine
        Version:      4.3.1
        API Version:  4.3.1
        Go Version:   go1.19.8
        Built:        Thu Jan  1 00:00:00 1970
        OS/Arch:      linux/amd64
        """;
    assertThat(Imports.read("version.txt", text).facts())
        .containsExactly(client("4.3.1", null, "podman"));
    String json = "{\"Client\":{\"APIVersion\":\"4.3.1\",\"Version\":\"4.3.1\",\"Os\":\"linux\"}}";
    assertThat(Imports.read("version.json", json).facts())
        .containsExactly(client("4.3.1", null, "podman"));
  }

  @Test
  void theJsonOfVersionAndInfoIsRead() {
    String version =
        """
        {"Client":{"Version":"28.2.2","ApiVersion":"1.50","Context":"default"},
         "Server":{"Platform":{"Name":"Docker Engine - Community"},"Version":"28.2.2",
          "ApiVersion":"1.50","MinAPIVersion":"1.24"}}
        """;
    assertThat(Imports.read("version.json", version).facts())
        .containsExactly(client("28.2.2", "1.50", "docker"), daemon("1.24", Answer.NO));
    String info =
        """
        {"ID":"x","ServerVersion":"28.2.2","OperatingSystem":"Debian GNU/Linux 12",
         "IndexServerAddress":"https://index.docker.io/v1/","HttpProxy":"",
         "HttpsProxy":"http://dana:xxxxx@proxy.contoso.example:3128","NoProxy":"",
         "ServerErrors":["something went wrong"],
         "ClientInfo":{"Version":"28.2.2","DefaultAPIVersion":"1.50","Context":"default"}}
        """;
    Collected collected = Imports.read("info.json", info);
    assertThat(collected.facts())
        .containsExactly(
            client("28.2.2", "1.50", "docker"),
            daemon(null, Answer.NO),
            new Proxy(
                "daemon",
                "http://proxy.contoso.example:3128",
                List.of(),
                Answer.UNKNOWN,
                Answer.UNKNOWN));
    assertThat(collected.texts())
        .containsExactly(new Text("info.json (server errors)", "something went wrong"));
  }

  @Test
  void theConfigurationOfDockerIsReadWithoutItsSecrets() {
    String text =
        """
        {
          "auths": {
            "contoso.azurecr.io": {"auth": "Y2ktcHVsbDpacTgtUGxhbnRlZA=="},
            "https://index.docker.io/v1/": {}
          },
          "credsStore": "desktop",
          "credHelpers": {"fabrikam.azurecr.io": "acr-env"}
        }
        """;
    Collected collected = Imports.read("config.json", text);
    assertThat(collected.facts())
        .containsExactly(
            new DockerConfig(null, Answer.YES, "desktop"),
            new CredentialHelper("desktop", null, Answer.UNKNOWN, Answer.UNKNOWN),
            new CredentialHelper("acr-env", "fabrikam.azurecr.io", Answer.UNKNOWN, Answer.UNKNOWN),
            new StoredLogin("contoso.azurecr.io", "ci-pull", Answer.UNKNOWN, null, null),
            new StoredLogin("index.docker.io", null, Answer.UNKNOWN, null, null));
    assertThat(collected.texts()).isEmpty();
  }

  @Test
  void whatTheDockerOfThisMachinePrintsIsRead(@TempDir Path home) throws IOException {
    var machine = new TestMachine(home).variable("PATH", System.getenv("PATH")).build();
    assumeTrue(machine.programs().find("docker") != null, "docker is not installed here");
    for (String format : List.of("", "{{json .}}")) {
      String[] command =
          format.isEmpty()
              ? new String[] {"docker", "version"}
              : new String[] {"docker", "version", "--format", format};
      Ran ran = machine.programs().run(Duration.ofSeconds(20), "", command);
      Collected collected = Imports.read("here", ran.out() + ran.err());
      assertThat(collected.facts())
          .anyMatch(fact -> fact instanceof DockerClient client && client.version() != null);
    }
  }
}
