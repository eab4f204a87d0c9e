package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.KnowledgeTests;
import io.github.acrdoctor.diagnosis.TestOutcome;
import io.github.acrdoctor.diagnosis.TestSelection;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the cases of causes and the examples of symptoms. */
@Command(
    name = "test",
    description = {
      "Runs the cases of causes and contradictions, and the examples of the symptoms they name.",
      "A case that fails is shown with the condition that came nearest and the values that broke"
          + " it."
    })
final class RulesTestCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private KnowledgeOptions options;

  @Parameters(
      paramLabel = "CAUSE|FAMILY",
      arity = "0..*",
      description = "Only these causes, contradictions, families, or what uses these concepts.")
  private List<String> wanted = List.of();

  @Option(
      names = "--junit",
      paramLabel = "FILE.xml",
      description = "Also write the outcomes as JUnit XML, for CI systems.")
  private Path junit;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Form of the result (default: text).")
  private Format format;

  enum Format {
    TEXT,
    JSON
  }

  RulesTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    KnowledgeFiles files = files();
    List<Problem> problems = new ArrayList<>();
    Knowledge knowledge = knowledge(files, problems);
    Conditions conditions = new Conditions(knowledge.rules().rules(), files.texts()::get);
    TestSelection selection = TestSelection.of(wanted, knowledge, conditions);
    List<TestOutcome> outcomes =
        new KnowledgeTests(files, knowledge, conditions).run(selection, problems);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (junit != null) {
      write(JunitXml.of(outcomes, took));
    }
    TestReport report = new TestReport(outcomes, problems, took);
    if (format == Format.JSON) {
      console.out().print(Console.plain(report.json()));
    } else {
      report.text(console);
    }
    boolean failed = !problems.isEmpty() || outcomes.stream().anyMatch(TestOutcome::failed);
    return failed ? ExitCode.KNOWLEDGE : ExitCode.DIAGNOSED;
  }

  private KnowledgeFiles files() {
    return KnowledgeOptions.files(options.folder() == null ? Path.of("rules") : options.folder());
  }

  /** What is sound is tested; what is not is reported. */
  private static Knowledge knowledge(KnowledgeFiles files, List<Problem> problems) {
    Knowledge knowledge =
        Knowledge.load(files, new RuleBaseLoader(KnowledgeOptions.cacheFolder()), problems);
    if (knowledge == null) {
      throw new KnowledgeException(problems);
    }
    return knowledge;
  }

  private void write(String xml) {
    try {
      Files.writeString(junit, xml, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException(
          junit.toString(), "cannot be written: " + e.getMessage(), "name another --junit FILE");
    }
  }
}
