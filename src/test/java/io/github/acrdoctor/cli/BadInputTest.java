package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be read: a message that says what, where and what to do, and nothing else. */
class BadInputTest {
  private static final String[] OPTIONS = {"-f", "--case"};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \r\n"})
  void anEmptyTextIsRefused(String text) {
    Run.of("diagnose", text).isRefused("argument: is empty", "paste the error", "--case FILE");
    Run.with(text, "diagnose").isRefused("standard input: is empty", "-f FILE");
    String file = Run.file(folder, "empty.txt", text);
    Run.of("diagnose", "-f", file).isRefused(file + ": is empty", "paste the error");
    Run.of("diagnose", "--case", Run.file(folder, "empty.yaml", text)).isRefused("empty.yaml");
  }

  @Test
  void aMissingFileIsRefused() {
    for (String option : OPTIONS) {
      Run.of("diagnose", option, "no/such/file").isRefused("no/such/file: there is no such file");
    }
  }

  @Test
  void aFolderIsRefusedWithTheCommandThatTakesFolders() {
    for (String option : OPTIONS) {
      Run.of("diagnose", option, folder.toString())
          .isRefused(folder + ": is a folder, not a file", "acr-doctor batch");
    }
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws IOException {
    String file = Run.file(folder, "secret.txt", "texts: [x]");
    Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(Path.of(file)), "root may read everything");
    for (String option : OPTIONS) {
      Run.of("diagnose", option, file).isRefused(file + ": may not be read by this user");
    }
    Run.of("batch", file).isRefused(file + ": may not be read by this user");
  }

  @Test
  void aFileOfAHundredMegabytesIsRefusedWithAWayToCutIt() throws IOException {
    Path file = folder.resolve("big.log");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }
    for (String option : OPTIONS) {
      Run.of("diagnose", option, file.toString())
          .isRefused(file + ": larger than 64 MiB", "tail -n");
    }
  }

  @Test
  void binaryDataIsRefused() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    String file = Run.file(folder, "image.tar", noise);
    for (String option : OPTIONS) {
      Run.of("diagnose", option, file)
          .isRefused(file + ": not a text but binary data", "give the output");
    }
    Run.with(noise, "diagnose").isRefused("standard input: not a text but binary data");
  }

  @ParameterizedTest
  @MethodSource
  void aCaseThatHasNotTheFormOfACaseIsRefusedWithItsPlace(
      String name, String content, String[] message) {
    String file = Run.file(folder, name, content);
    Run run = Run.of("diagnose", "--case", file);
    run.isRefused(message);
    run.isRefused(file);
    assertThat(run.err().length()).isLessThan(1000);
  }

  static Stream<Arguments> aCaseThatHasNotTheFormOfACaseIsRefusedWithItsPlace() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + Stream.of("ab", "bc", "cd", "de", "ef", "fg", "gh")
                .map(
                    p ->
                        p.charAt(1)
                            + ": &"
                            + p.charAt(1)
                            + " ["
                            + ("*" + p.charAt(0) + ",").repeat(8)
                            + "*"
                            + p.charAt(0)
                            + "]\n")
                .reduce("", String::concat)
            + "texts: *h\n";
    return Stream.of(
        refused("broken.yaml", "id: 1\ntexts: [\n", "broken.yaml:3:1", "not valid YAML"),
        refused("broken.json", "{\"texts\": [\"x\",}", "broken.json:1:", "not valid JSON"),
        refused("twice.json", "{} {}", "twice.json:1:", "something follows"),
        refused(
            "fact.yaml",
            "facts:\n  dockerclient: {version: 1}\n",
            "fact.yaml:2:3",
            "there is no fact dockerclient",
            "did you mean dockerClient?"),
        refused(
            "fact.json",
            "{\"facts\":\n {\"regsitry\": {}}}",
            "fact.json:2:",
            "there is no fact regsitry",
            "did you mean registry?"),
        refused(
            "field.yaml",
            "facts:\n  registry:\n    publicNetworkAcces: no\n",
            "field.yaml:3:5",
            "registry has no field publicNetworkAcces",
            "did you mean publicNetworkAccess?"),
        refused(
            "key.yaml",
            "id: 1\ntxets: [x]\n",
            "key.yaml:2:1",
            "a case has no txets",
            "did you mean texts?"),
        refused(
            "textkey.yaml",
            "texts:\n  - {soruce: a, text: b}\n",
            "textkey.yaml:2:6",
            "a text has no soruce",
            "source, text"),
        refused(
            "answer.yaml",
            "facts:\n  registry: {publicNetworkAccess: maybe}\n",
            "answer.yaml:2:35",
            "registry.publicNetworkAccess cannot be 'maybe'",
            "write yes, no or unknown"),
        refused(
            "number.yaml",
            "facts:\n  httpProbe: {status: many}\n",
            "number.yaml:2:23",
            "httpProbe.status cannot be 'many'",
            "write a whole number"),
        refused(
            "time.yaml",
            "now: yesterday\ntexts: [x]\n",
            "time.yaml:1:6",
            "now cannot be 'yesterday'",
            "2026-11-24T10:00:00Z"),
        refused(
            "derived.yaml",
            "facts:\n  clock: {now: 2026-11-24T10:00:00Z}\n",
            "derived.yaml:2:3",
            "clock cannot be given",
            "use now:"),
        refused("list.yaml", "- a\n", "list.yaml:1:1", "a case is a mapping", "a list"),
        refused("facts.yaml", "facts: [registry]\n", "facts.yaml:1:8", "facts is a list"),
        refused("bomb.yaml", bomb, "bomb.yaml", "aliases"),
        refused("deep.yaml", "texts: " + "[".repeat(5000) + "]".repeat(5000), "deep.yaml", "50"),
        refused(
            "deep.json",
            "{\"texts\": " + "[".repeat(5000) + "]".repeat(5000) + "}",
            "deep.json",
            "50"),
        refused(
            "twice.yaml",
            "id: a\nid: b\n",
            "twice.yaml:2:1",
            "the key id stands here twice",
            "keep one"),
        refused(
            "duplicate.json",
            "{\"id\":\"a\",\n\"id\":\"b\"}",
            "duplicate.json:2:",
            "Duplicate field 'id'"),
        refused("tag.yaml", "texts: [!!javax.script.ScriptEngineManager [x]]\n", "tag.yaml:1:"),
        refused("nothing.yaml", "id: 7\n", "is empty", "paste the error"),
        refused("emptylists.yaml", "texts: []\nfacts: {}\n", "is empty", "paste the error"));
  }

  private static Arguments refused(String name, String content, String... message) {
    return Arguments.of(name, content, message);
  }

  @Test
  void oneBadCaseAmongGoodOnesIsRefused() {
    String good = Run.file(folder, "good.yaml", "texts: [\"" + Run.DENIED + "\"]\n");
    String bad = Run.file(folder, "bad.yaml", "txets: [x]\n");
    Run.of("diagnose", "--case", good, "--case", bad).isRefused("bad.yaml:1:1");
  }

  @Test
  void aFileNameCannotSteerTheTerminal() {
    Run run = Run.of("diagnose", "-f", "no\u001b[2J\u009b31m\u202esuch");
    run.isRefused("there is no such file");
    assertThat(run.err()).doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void aRefusedValueCannotSteerTheTerminal() {
    String file =
        Run.file(
            folder, "case.json", "{\"facts\":{\"registry\":{\"exists\":\"\\u001b[2J\\u009b\"}}}");
    Run run = Run.of("diagnose", "--case", file);
    run.isRefused("registry.exists cannot be");
    assertThat(run.err()).doesNotContain("\u001b", "\u009b");
  }

  @Test
  void aCaseFromPowerShellIsRead() {
    byte[] wide =
        ("\ufeffid: 5\r\ntexts:\r\n  - \"" + Run.DENIED + "\"\r\n")
            .getBytes(StandardCharsets.UTF_16LE);
    Run.of("diagnose", "--format", "json", "--case", Run.file(folder, "wide.yaml", wide))
        .hasDiagnosed(Run.CAUSE);
  }
}
