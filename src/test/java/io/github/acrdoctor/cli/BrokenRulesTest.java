package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken rules folder: exit code 3, file and line of what is wrong, nothing diagnosed. */
class BrokenRulesTest {
  private static final Path SHIPPED = Path.of("rules");
  private static final String RULE = "network/dns-failure.drl";
  private static final String PAGE = "network/dns-failure.md";
  private static final String SYMPTOMS = "symptoms/docker.yaml";
  private static final String HOME = System.getProperty("user.home");

  @TempDir static Path home;
  @TempDir Path folder;

  @BeforeAll
  static void keepCompiledRulesOutOfTheRealHome() {
    System.setProperty("user.home", home.toString());
  }

  @AfterAll
  static void giveTheRealHomeBack() {
    System.setProperty("user.home", HOME);
  }

  private Path copy() {
    return copy("");
  }

  /** One family with all that it needs: enough to be broken, and quick to load. */
  private Path smallCopy() {
    return copy("(|network|concepts|symptoms)(/.*)?|[a-z]+\\.(drl|yaml)");
  }

  private Path copy(String wanted) {
    Path copy = folder.resolve("rules");
    try (Stream<Path> paths = Files.walk(SHIPPED)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = SHIPPED.relativize(path).toString();
        if (wanted.isEmpty() || name.matches(wanted)) {
          Files.copy(path, copy.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static Run diagnose(Path rules) {
    return Run.of("diagnose", "--rules", rules.toString(), "--format", "json", Run.DENIED);
  }

  @Test
  void aSoundCopyJudgesAsTheShippedRulesDo() {
    Run run = diagnose(copy());
    run.hasDiagnosed(Run.CAUSE);
    assertThat(run.out()).isEqualTo(Run.of("diagnose", "--format", "json", Run.DENIED).out());
  }

  @Test
  void aMissingFolderIsNamed() {
    diagnose(folder.resolve("nowhere"))
        .isRefused(
            ExitCode.KNOWLEDGE,
            folder.resolve("nowhere") + ": there is no such rules folder",
            "--rules DIR\n",
            "nothing was diagnosed");
  }

  @Test
  void anEmptyFolderIsNamed() {
    diagnose(folder)
        .isRefused(
            ExitCode.KNOWLEDGE,
            folder + ": holds no rules",
            "<family>/<cause>.drl",
            "nothing was diagnosed");
  }

  @ParameterizedTest
  @MethodSource
  void whatIsWrongIsNamedWithFileAndLine(String what, Consumer<Path> damage, String[] message) {
    Path rules = smallCopy();
    damage.accept(rules);
    Run run = diagnose(rules);
    run.isRefused(ExitCode.KNOWLEDGE, message);
    run.isRefused(ExitCode.KNOWLEDGE, "The knowledge base is broken; nothing was diagnosed.");
    assertThat(run.err().lines()).as(what).hasSizeLessThan(6);
  }

  static Stream<Arguments> whatIsWrongIsNamedWithFileAndLine() {
    int last = lines(RULE);
    String rule = "rules/" + RULE + ":";
    return Stream.of(
        broken(
            "no imports.drl",
            r -> delete(r, "imports.drl"),
            "rules/imports.drl: the file is missing",
            "copy it from the shipped rules"),
        broken(
            "a syntax error",
            r -> append(r, RULE, "rule \"x\" when Registry( then end\n"),
            rule + (last + 1),
            "not valid DRL"),
        broken(
            "an import",
            r -> prepend(r, RULE, "import java.util.List\n"),
            rule + 2,
            "an import is not allowed"),
        broken(
            "eval",
            r -> append(r, RULE, rule("eval( true )", "insertLogical( strong( kcontext ) );")),
            rule + (last + 3),
            "eval is not allowed"),
        broken(
            "Java in the consequence",
            r -> append(r, RULE, rule("Registry()", "System.exit( 0 );")),
            rule + (last + 4),
            "the consequence may only be a conclusion"),
        broken(
            "Java behind the conclusion",
            r ->
                append(
                    r,
                    RULE,
                    rule("Registry()", "insertLogical( strong( kcontext ) ); System.exit( 0 );")),
            rule + (last + 4),
            "the consequence may only be a conclusion"),
        broken(
            "a strength that does not exist",
            r -> append(r, RULE, rule("Registry()", "insertLogical( strnog( kcontext ) );")),
            "did you mean strong?"),
        broken(
            "an unknown fact",
            r ->
                append(
                    r,
                    RULE,
                    rule("Registy( name == \"x\" )", "insertLogical( strong( kcontext ) );")),
            rule + (last + 3),
            "there is no fact Registy",
            "did you mean Registry?"),
        broken(
            "an unknown field",
            r ->
                append(
                    r,
                    RULE,
                    rule("Registry( nmae == \"x\" )", "insertLogical( strong( kcontext ) );")),
            rule + (last + 3),
            "nmae",
            "name"),
        broken(
            "a rule about another cause",
            r ->
                append(
                    r,
                    RULE,
                    rule("Registry()", "insertLogical( strong( kcontext ) );")
                        .replace("dns-failure:", "proxy:")),
            rule,
            "the file is about dns-failure"),
        broken(
            "symptoms that are not YAML",
            r -> append(r, SYMPTOMS, "- id: [\n"),
            "rules/" + SYMPTOMS + ":" + (lines(SYMPTOMS) + 2),
            "not valid YAML"),
        broken(
            "a symptom with an unknown key",
            r -> append(r, SYMPTOMS, "- id: x-y\n  titel: t\n  title: t\n  match: [abcdef]\n"),
            "rules/" + SYMPTOMS + ":" + (lines(SYMPTOMS) + 2),
            "did you mean title?"),
        broken(
            "a pattern that is none",
            r -> append(r, SYMPTOMS, "- id: x-y\n  title: t\n  match: [\"abcdef(\"]\n"),
            "rules/" + SYMPTOMS + ":" + (lines(SYMPTOMS) + 3),
            "not an RE2 pattern"),
        broken(
            "a page without front matter",
            r -> replace(r, PAGE, "---\n", ""),
            "rules/" + PAGE + ":1",
            "no front matter",
            "start it with ---"),
        broken(
            "a page without a section",
            r -> replace(r, PAGE, "## Fix", "## Fixes"),
            "rules/" + PAGE,
            "'Fix' is missing"),
        broken(
            "no weights",
            r -> delete(r, "weights.yaml"),
            "rules/weights.yaml: the file is missing",
            "copy it"),
        broken(
            "a weight that is no number",
            r -> replace(r, "weights.yaml", "strong: ", "strong: many "),
            "rules/weights.yaml:" + lineOf("weights.yaml", "strong:"),
            "strong is not a number"),
        broken(
            "a weight that is missing",
            r -> replace(r, "weights.yaml", "strong:", "strnog:"),
            "rules/weights.yaml",
            "strong"),
        broken(
            "a weight of the wrong sign",
            r -> replace(r, "weights.yaml", "strong: ", "strong: -"),
            "rules/weights.yaml",
            "wrong sign"),
        broken(
            "weights that are not YAML",
            r -> replace(r, "weights.yaml", "certain:", "{{{"),
            "rules/weights.yaml",
            "not valid"));
  }

  private static Arguments broken(String what, Consumer<Path> damage, String... message) {
    return Arguments.of(what, damage, message);
  }

  private static String rule(String condition, String consequence) {
    return "rule \"dns-failure: A test says so\"\nwhen\n  "
        + condition
        + "\nthen\n  "
        + consequence
        + "\nend\n";
  }

  @Test
  void allProblemsAreSaidAtOnceInTheOrderOfFiles() {
    Path rules = smallCopy();
    append(rules, SYMPTOMS, "- id: [\n");
    replace(rules, PAGE, "---\n", "");
    delete(rules, "weights.yaml");
    Run run = diagnose(rules);
    run.isRefused(ExitCode.KNOWLEDGE, "rules/" + PAGE, "rules/" + SYMPTOMS, "rules/weights.yaml");
    assertThat(run.err().lines()).hasSize(4);
    assertThat(run.err().lines().limit(3)).isSorted();
  }

  @Test
  void noCommandWorksWithBrokenRules() {
    Path rules = smallCopy();
    append(rules, RULE, rule("Registry()", "System.exit( 0 );"));
    String dir = rules.toString();
    Run.with("{}", "batch", "-", "--rules", dir).isRefused(ExitCode.KNOWLEDGE, "rules/" + RULE);
    Run.of("explain", "dns-failure", "--rules", dir).isRefused(ExitCode.KNOWLEDGE, "rules/" + RULE);
    Run.of("rules", "list", "--rules", dir).isRefused(ExitCode.KNOWLEDGE, "rules/" + RULE);
    Run.of("evaluate", Run.file(folder, "x.jsonl", "{}"), "--rules", dir)
        .isRefused(ExitCode.KNOWLEDGE, "rules/" + RULE);
  }

  @Test
  void lintFindsNothingWrongWithTheShippedRules() {
    assertThat(Run.of("rules", "lint", "--rules", SHIPPED.toString()))
        .isEqualTo(new Run(0, "", "no problems\n"));
  }

  @Test
  void lintListsWhatIsWrongAsItsResult() {
    Path rules = copy();
    append(rules, RULE, rule("Registy()", "insertLogical( strong( kcontext ) );"));
    replace(rules, PAGE, "---\n", "");
    Run run = Run.of("rules", "lint", "--rules", rules.toString());
    assertThat(run.code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(run.out())
        .contains(
            "rules/"
                + RULE
                + ":"
                + (lines(RULE) + 3)
                + ":3: there is no fact Registy / did you mean Registry? [unknown-fact]\n",
            "rules/" + PAGE + ":1:1: ");
    assertThat(run.err()).startsWith("2 problems (2 errors, 0 warnings)");
  }

  @Test
  void lintRunsTheProofsOfCausesAndSymptoms() {
    Path rules = copy();
    append(
        rules,
        "network/dns-failure.cases.yaml",
        "- name: A claim that does not hold\n  texts: [\"good morning\"]\n  expect: certain\n");
    replace(rules, SYMPTOMS, "  examples:\n", "  examples:\n    - \"good morning\"\n");
    Run run = Run.of("rules", "lint", "--rules", rules.toString());
    assertThat(run.code()).isEqualTo(ExitCode.KNOWLEDGE);
    assertThat(run.out())
        .contains(
            "rules/network/dns-failure.cases.yaml:" + (lines("network/dns-failure.cases.yaml") + 3),
            "rules/" + SYMPTOMS + ":");
  }

  @Test
  void lintOfAMissingFolderSaysSo() {
    Run.of("rules", "lint", "--rules", folder.resolve("nowhere").toString())
        .isRefused(ExitCode.KNOWLEDGE, "there is no such rules folder");
  }

  @Test
  void titlesOfRuleFilesCannotSteerTheTerminal() {
    Path rules = smallCopy();
    replace(rules, PAGE, "title: ", "title: \"\\e[2Jx\\u202e\" #");
    for (String[] command :
        new String[][] {
          {"explain", "dns-failure"}, {"rules", "list"}, {"rules", "list", "dns-failure"}
        }) {
      Run run =
          Run.of(
              Stream.concat(Stream.of(command), Stream.of("--rules", rules.toString()))
                  .toArray(String[]::new));
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("?[2Jx?").doesNotContain("\u001b", "\u202e");
    }
  }

  private static int lines(String name) {
    return (int) read(SHIPPED.resolve(name)).lines().count();
  }

  private static int lineOf(String name, String start) {
    List<String> lines = read(SHIPPED.resolve(name)).lines().toList();
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).startsWith(start))
            .findFirst()
            .orElseThrow();
  }

  private static void append(Path rules, String name, String text) {
    write(rules.resolve(name), read(rules.resolve(name)).stripTrailing() + "\n" + text);
  }

  /** Behind the line with the package, which must be the first one. */
  private static void prepend(Path rules, String name, String text) {
    replace(rules, name, "package causes\n", "package causes\n" + text);
  }

  private static void replace(Path rules, String name, String old, String text) {
    String before = read(rules.resolve(name));
    assertThat(before).contains(old);
    write(
        rules.resolve(name),
        before.substring(0, before.indexOf(old))
            + text
            + before.substring(before.indexOf(old) + old.length()));
  }

  private static void delete(Path rules, String name) {
    try {
      Files.delete(rules.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, String text) {
    try {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
