package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @Test
  void withoutArgumentsTheHelpIsPrinted() {
    Run run = Run.of();
    assertThat(run).isEqualTo(Run.of("--help"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "Usage: acr-doctor",
            "diagnose",
            "batch",
            "explain",
            "evaluate",
            "rules",
            "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"diagnose", "batch", "explain", "evaluate", "rules", "rules list", "rules lint"})
  void everyCommandHasAHelp(String command) {
    Run run = Run.of((command + " --help").split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: acr-doctor " + command).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionNamesWhatABugReportNeeds(String option) {
    Run run = Run.of(option);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("acr-doctor ")
        .contains("Java " + System.getProperty("java.version"), System.getProperty("os.name"));
  }

  @ParameterizedTest
  @MethodSource
  void wrongUsageIsRefusedWithWhatToDo(String line, String[] message) {
    Run.of(line.split(" ")).isRefused(message);
  }

  static Stream<Arguments> wrongUsageIsRefusedWithWhatToDo() {
    return Stream.of(
        refused(
            "diagnoze x",
            "there is no command diagnoze",
            "did you mean diagnose?",
            "acr-doctor --help"),
        refused("xyzzy", "there is no command xyzzy", "known are", "batch"),
        refused("help", "there is no command help", "--help"),
        refused(
            "rules lnt",
            "there is no command lnt",
            "did you mean lint?",
            "acr-doctor rules --help"),
        refused("rules", "name what to do with the rules", "list, lint, new"),
        refused("diagnose --tpo 3 x", "there is no option --tpo", "did you mean --top?"),
        refused("diagnose --formt=json x", "there is no option --formt", "did you mean --format?"),
        refused("diagnose docker login -u x", "there is no option -u", "in quotes"),
        refused("diagnose --format xml x", "--format", "xml", "JSON", "acr-doctor diagnose --help"),
        refused("diagnose --top zero x", "--top", "zero"),
        refused("diagnose --top 0 x", "--top", "is 0", "from 1 on"),
        refused("diagnose --top -1 x", "--top", "is -1", "from 1 on"),
        refused("diagnose --case", "--case", "FILE"),
        refused("batch", "FILE.ndjson|DIR|-"),
        refused("batch one two", "one word too many: two"),
        refused("batch - --format html", "--format", "html"),
        refused("batch - --jobs 0", "--jobs", "is 0", "from 1 on"),
        refused("batch - --top 0", "--top", "is 0", "from 1 on"),
        refused("explain", "CAUSE|SYMPTOM|CODE"),
        refused("evaluate", "FILE.jsonl"));
  }

  private static Arguments refused(String line, String... message) {
    return Arguments.of(line, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagnoze docker login -p Hunter2-Winter-9",
        "diagnose docker login -pHunter2-Winter-9",
        "diagnose x --password=Hunter2-Winter-9"
      })
  void aRefusedCommandLineIsNotRepeatedBecauseItMayHoldAPassword(String line) {
    Run run = Run.of(line.split(" "));
    run.isRefused("there is no");
    assertThat(run.err()).doesNotContain("Hunter2");
  }

  @Test
  void nothingToDiagnoseOnATerminalIsRefusedInsteadOfWaitingForever() {
    System.setProperty("acrdoctor.stdin", "terminal");
    try {
      Run.with(Run.DENIED, "diagnose")
          .isRefused("there is nothing to diagnose", "paste the error in quotes", "-f FILE");
      assertThat(Run.with(Run.DENIED, "diagnose", "-f", "-").code()).isZero();
    } finally {
      System.clearProperty("acrdoctor.stdin");
    }
  }

  @Test
  void theExitCodesAreTheFixedOnes() {
    assertThat(Run.of("diagnose", Run.DENIED).code()).isEqualTo(0);
    assertThat(Run.of("diagnose", "good", "morning").code()).isEqualTo(1);
    assertThat(Run.of("diagnose", "").code()).isEqualTo(2);
    assertThat(Run.of("diagnose", "--rules", "no-such-folder", Run.DENIED).code()).isEqualTo(3);
  }

  @Property(tries = 200)
  void noTextWhateverIsOurOwnFault(@ForAll @Size(max = 4) java.util.List<String> words) {
    String[] args =
        Stream.concat(Stream.of("diagnose", "--format", "html", "--"), words.stream())
            .toArray(String[]::new);
    Run run = Run.of(args);
    assertThat(run.code()).as(run.err()).isIn(ExitCode.DIAGNOSED, ExitCode.NOTHING, ExitCode.USAGE);
    assertThat(run.out().isEmpty()).isEqualTo(run.code() == ExitCode.USAGE);
  }
}
