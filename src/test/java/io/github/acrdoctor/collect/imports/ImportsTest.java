package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsTest {
  @Test
  void theHealthCheckIsReadAndStaysAText() {
    String text =
        """
        WARNING: Docker daemon status: available
        WARNING: Docker version: 'Docker version 28.2.2, build e6534b4, platform linux/amd64'
        WARNING: Azure CLI version: 2.67.0
        WARNING: DNS lookup to contoso.azurecr.io at IP 10.1.0.5 : OK
        2026-11-24 10:00:00.000000 An error occurred: CONNECTIVITY_FORBIDDEN_ERROR
        Looks like you don't have access to registry 'contoso.azurecr.io'.
        """;
    Collected collected = Imports.read("health.txt", text);
    assertThat(collected.facts())
        .containsExactly(
            new DockerClient(Answer.YES, null, null, null),
            new DockerDaemon(
                Answer.YES, Answer.YES, "28.2.2", null, null, null, Answer.UNKNOWN, Answer.UNKNOWN),
            new AzureCli(Answer.YES, "2.67.0", Answer.UNKNOWN, null, null, null),
            new DnsAnswer("contoso.azurecr.io", "system", "ok", List.of("10.1.0.5"), List.of()));
    assertThat(collected.texts()).containsExactly(new Text("health.txt", text));
  }

  @Test
  void whatIsNotRecognisedStaysATextUnderItsName() {
    for (String text : List.of("denied: nothing", "{\"a\":1}", "[1, 2]", "{ broken", "  x\r\ny")) {
      assertThat(Imports.read("notes.txt", text).texts())
          .singleElement()
          .satisfies(it -> assertThat(it.source()).isEqualTo("notes.txt"));
    }
    assertThat(Imports.read("notes.txt", "denied"))
        .isEqualTo(new Collected(List.of(), List.of(new Text("notes.txt", "denied")), List.of()));
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(Imports.read("empty.txt", " \n")).isEqualTo(Collected.NOTHING);
  }

  @Test
  void aLogOfSeveralCommandsIsReadPieceByPiece() {
    String log =
        "$ az acr show -n contoso\n"
            + "WARNING: this is a warning\n"
            + RegistryImportsTest.SHOWN
            + "$ docker version\nClient:\n Version:           17.12.1-ce\n API version:  1.35\n"
            + "$ docker pull contoso.azurecr.io/team/api:1.0\n"
            + "Error response from daemon: denied\n";
    Collected collected = Imports.read("session.log", log);
    assertThat(collected.facts())
        .hasAtLeastOneElementOfType(Registry.class)
        .contains(new DockerClient(Answer.YES, "17.12.1-ce", "1.35", "docker"));
    Text left = collected.texts().get(0);
    assertThat(left.text()).doesNotContain("adminUserEnabled", "17.12.1-ce");
    List<String> lines = log.lines().toList();
    assertThat(left.text().lines().toList().get(lines.size() - 1))
        .isEqualTo(lines.get(lines.size() - 1));
  }

  @Test
  void brokenJsonStaysAText() {
    String text = RegistryImportsTest.SHOWN.substring(0, 400);
    Collected collected = Imports.read("show.json", text);
    assertThat(collected.facts()).isEmpty();
    assertThat(collected.texts()).containsExactly(new Text("show.json", text));
  }

  @Test
  void whatIsWholeInAListThatIsCutOffIsRead() {
    String assignment =
        """
          {
            "principalId": "p",
            "roleDefinitionId": "r",
            "roleDefinitionName": "%s",
            "scope": "/"
          },
        """;
    String text =
        "[\n" + assignment.formatted("AcrPull") + assignment.formatted("AcrPush") + "  {\n";
    Collected collected = Imports.read("roles.json", text);
    assertThat(collected.facts())
        .extracting(fact -> ((RoleAssignment) fact).role())
        .containsExactly("AcrPull", "AcrPush");
    assertThat(collected.texts().get(0).text().trim()).startsWith("[").endsWith("{");
  }
}
