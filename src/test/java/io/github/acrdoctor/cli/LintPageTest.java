package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.cli.LintPage.Section;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.KnowledgeLoader;
import io.github.acrdoctor.diagnosis.lint.Lint;
import io.github.acrdoctor.diagnosis.lint.LintRule;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/lint.md, taken literally. */
class LintPageTest {
  private static final Path PAGE = Path.of("docs/lint.md");
  private static final KnowledgeFiles SOUND =
      KnowledgeFiles.read(Path.of("src/test/resources/lint/rules"));

  private static final KnowledgeLoader LOADER = new KnowledgeLoader(new RuleBaseLoader(null));
  private static final Lint LINT = new Lint(new BashSyntax(Machine.real().programs()));

  static List<Problem> lint(KnowledgeFiles files) {
    List<Problem> loading = new ArrayList<>();
    Knowledge knowledge = LOADER.load(files, loading);
    return LINT.run(files, knowledge, loading);
  }

  static Stream<Section> sections() throws IOException {
    return LintPage.read(PAGE).stream();
  }

  @Test
  void theRightFormsAreAllRight() {
    assertThat(lint(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theWrongFormGivesExactlyThisProblemAtExactlyThisPlace(Section section) {
    assumeTrue(
        !section.id().equals("invalid-command") || Files.isExecutable(Path.of("/bin/bash")),
        "there is no bash here");
    assertThat(lint(section.broken(SOUND)))
        .as(section.id())
        .allSatisfy(problem -> assertThat(problem.id()).isEqualTo(section.id()))
        .extracting(RulesLintCommand::line)
        .containsExactlyElementsOf(section.says().lines().toList());
  }

  @Test
  void everyKindOfProblemHasItsSectionInItsPartOfThePage() throws IOException {
    assertThat(sections().map(s -> s.id() + " " + s.severity()))
        .containsExactlyInAnyOrderElementsOf(
            LintRule.all().values().stream()
                .map(rule -> rule.id() + (rule.error() ? " Errors" : " Warnings"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void everySectionSaysWhatIsWrongAndWhyItMatters(Section section) {
    String title = LintRule.of(section.id()).title() + ". ";
    assertThat(section.words()).startsWith(title);
    assertThat(section.words().length()).isGreaterThan(title.length() + 20);
  }

  @Test
  void everyKindThatTheSourcesNameIsOnTheList() throws IOException {
    List<String> named = new ArrayList<>();
    var id =
        java.util.regex.Pattern.compile(
            "(?:roblem|report|refuseLast|whole|form)\\(\\s*\"([a-z]+(?:-[a-z]+)+)\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/acrdoctor"))) {
      for (Path file :
          files
              .filter(f -> f.toString().matches(".*/(rules|symptoms|diagnosis)/.*java"))
              .toList()) {
        var use = id.matcher(Files.readString(file));
        while (use.find()) {
          named.add(use.group(1));
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(60);
    assertThat(LintRule.all().keySet()).containsAll(named);
  }
}
