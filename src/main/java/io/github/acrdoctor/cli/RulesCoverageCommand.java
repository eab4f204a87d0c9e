package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Coverage;
import io.github.acrdoctor.diagnosis.Coverages;
import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.TextGroup;
import io.github.acrdoctor.diagnosis.TextGroups;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.report.HtmlCoverage;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the cases of a knowledge base prove, and what they do not. */
@Command(
    name = "coverage",
    description = {
      "Shows for each condition of each rule how often the cases see it true and see it false,",
      "causes and symptoms that are proven weakly, and texts that nothing answers."
    })
final class RulesCoverageCommand implements Callable<Integer> {
  private final Console console;
  private int texts;
  @Mixin private KnowledgeOptions options;

  @Option(
      names = "--cases",
      paramLabel = "FILE|DIR",
      description = "Also look which of these cases and texts nothing answers, and group those.")
  private String cases;

  @Option(
      names = "--format",
      paramLabel = "text|json|html",
      defaultValue = "text",
      description = "Form of the result (default: text).")
  private Format format;

  enum Format {
    TEXT,
    JSON,
    HTML
  }

  RulesCoverageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    KnowledgeFiles files =
        KnowledgeOptions.files(options.folder() == null ? Path.of("rules") : options.folder());
    List<Problem> problems = new ArrayList<>();
    Knowledge knowledge =
        Knowledge.load(files, new RuleBaseLoader(KnowledgeOptions.cacheFolder()), problems);
    var proofs = Knowledge.cases(files, problems);
    if (knowledge == null || !problems.isEmpty()) {
      throw new KnowledgeException(problems);
    }
    List<TextGroup> unanswered = cases == null ? List.of() : unanswered(knowledge);
    Conditions conditions = new Conditions(knowledge.rules().rules(), files.texts()::get);
    Coverage coverage = new Coverages(knowledge, conditions).of(proofs, texts, unanswered);
    switch (format) {
      case JSON -> console.out().print(Console.plain(CoverageReport.json(coverage)));
      case HTML -> console.out().print(HtmlCoverage.write(coverage));
      default -> console.out().print(Console.plain(CoverageReport.text(coverage)));
    }
    return ExitCode.DIAGNOSED;
  }

  /** What cannot be read is told and left out: the others matter all the same. */
  private List<TextGroup> unanswered(Knowledge knowledge) {
    Diagnoser diagnoser = new Diagnoser(knowledge, Clock.systemUTC());
    TextGroups groups = new TextGroups(knowledge.examples().get());
    try (BatchSource source = BatchSource.open(cases, console.in())) {
      for (Iterator<BatchSource.Item> items = source.items(); items.hasNext(); ) {
        BatchSource.Item item = items.next();
        Case input = read(item);
        if (input != null) {
          texts++;
          if (!diagnoser.diagnose(input).identified()) {
            groups.add(item.name(), input.texts());
          }
        }
      }
    }
    return groups.groups();
  }

  private Case read(BatchSource.Item item) {
    try {
      if (item.problem() != null) {
        throw item.problem();
      }
      return item.isCase()
          ? CaseReader.read(item.name(), item.text())
          : Case.ofText(item.name(), item.text());
    } catch (InputException e) {
      console.err().println(Console.complaint(e.getMessage()) + "; left out");
      return null;
    }
  }
}
