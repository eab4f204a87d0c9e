package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages and questions tell people to type is at least a command. */
class PageCommandsTest {
  private static Map<String, String> commands() {
    Map<String, String> commands = new TreeMap<>();
    for (Cause cause : KNOWLEDGE.causes().values()) {
      int number = 0;
      for (Step step : Stream.concat(cause.confirm().stream(), cause.fix().stream()).toList()) {
        if (!step.command().isEmpty()) {
          commands.put(cause.id() + "-" + number++, step.command());
        }
      }
    }
    KNOWLEDGE
        .questions()
        .get()
        .forEach(
            question -> {
              if (!question.command().isEmpty()) {
                commands.put("question-" + question.id(), question.command());
              }
            });
    return commands;
  }

  @Test
  void everyCommandParsesAsBash(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    for (Map.Entry<String, String> command : commands().entrySet()) {
      // Placeholders are filled before anybody types them.
      String filled = command.getValue().replaceAll("\\{[a-zA-Z]+\\.[a-zA-Z]+}", "contoso");
      Files.writeString(
          folder.resolve(command.getKey()), filled.replaceAll("<[a-z.-]+>", "contoso") + "\n");
    }
    Process bash =
        new ProcessBuilder(
                "/bin/bash", "-c", "for f in *; do bash -n \"$f\" || echo \"BAD $f\"; done")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    assertThat(output).isEmpty();
    assertThat(commands()).hasSizeGreaterThan(200);
  }

  @Test
  void everyPageSaysWhichRoleItTakesWhatItRisksHowToUndoAndHowToVerify() {
    assertThat(KNOWLEDGE.causes().values())
        .allSatisfy(
            cause -> {
              assertThat(cause.role()).as(cause.id()).isNotBlank();
              assertThat(cause.risk()).as(cause.id()).isNotBlank();
              assertThat(cause.undo()).as(cause.id()).isNotBlank();
              assertThat(cause.verify()).as(cause.id()).isNotBlank();
              assertThat(cause.links()).as(cause.id()).isNotEmpty();
            });
  }
}
