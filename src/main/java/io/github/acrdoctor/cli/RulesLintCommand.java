package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.lint.Lint;
import io.github.acrdoctor.diagnosis.lint.LintRule;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.report.LintJson;
import io.github.acrdoctor.report.LintSarif;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with a rules folder. */
@Command(
    name = "lint",
    description = {
      "Checks rules, symptoms, pages and cases of a rules folder and says everything that is wrong.",
      "Errors make the knowledge base unusable (exit code 3); warnings do not."
    })
final class RulesLintCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private KnowledgeOptions options;

  @Parameters(
      paramLabel = "CAUSE",
      arity = "0..*",
      description = "Show only what is wrong with the files of these causes or families.")
  private List<String> wanted = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif",
      description = "How to write it; text is usual.")
  private LintFormat format = LintFormat.TEXT;

  RulesLintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path folder = options.folder() == null ? Path.of("rules") : options.folder();
    KnowledgeFiles files = KnowledgeOptions.files(folder);
    checkNames(files);
    List<Problem> loading = new ArrayList<>();
    Knowledge knowledge =
        Knowledge.load(files, new RuleBaseLoader(KnowledgeOptions.cacheFolder()), loading);
    List<Problem> problems =
        new Lint(new BashSyntax(console.machine().get().programs()))
            .run(files, knowledge, loading).stream().filter(this::isWanted).toList();
    long errors = problems.stream().filter(p -> LintRule.of(p.id()).error()).count();
    write(problems, folder, errors);
    return errors == 0 ? ExitCode.DIAGNOSED : ExitCode.KNOWLEDGE;
  }

  private void write(List<Problem> problems, Path folder, long errors) {
    switch (format) {
      case JSON -> console.out().println(LintJson.write(problems));
      case SARIF ->
          console
              .out()
              .println(
                  LintSarif.write(
                      problems, folder.toString().replace('\\', '/'), Version.number()));
      case TEXT -> {
        problems.forEach(problem -> console.out().println(line(problem)));
        console
            .err()
            .println(
                problems.isEmpty()
                    ? "no problems"
                    : counted(problems.size(), "problem")
                        + " ("
                        + counted(errors, "error")
                        + ", "
                        + counted(problems.size() - errors, "warning")
                        + ")");
      }
    }
  }

  /** A problem as people read it. */
  static String line(Problem problem) {
    LintRule rule = LintRule.of(problem.id());
    String kind = rule.error() ? rule.id() : rule.severity() + " " + rule.id();
    return Console.plain(problem + " [" + kind + "]");
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private boolean isWanted(Problem problem) {
    return wanted.isEmpty() || names(problem.file()).stream().anyMatch(wanted::contains);
  }

  /** The names by which a user may ask for a file: its folder and its stem. */
  private static Set<String> names(String file) {
    String[] parts = file.split("/", -1);
    return parts.length < 3
        ? Set.of()
        : new TreeSet<>(List.of(parts[1], parts[parts.length - 1].replaceAll("\\..*$", "")));
  }

  private void checkNames(KnowledgeFiles files) {
    Set<String> known = new TreeSet<>();
    files.texts().keySet().forEach(file -> known.addAll(names(file)));
    for (String name : wanted) {
      if (!known.contains(name)) {
        throw new InputException(
            name, "there is no such cause or family", Nearest.advice(name, known));
      }
    }
  }
}
