package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Findings;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.report.JsonReport;
import io.github.acrdoctor.report.ReportBuilder;
import java.time.Clock;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Diagnoses many cases: one in, one report a line out, in the same order. */
@Command(
    name = "batch",
    description =
        "Diagnoses many cases: one JSON case a line in, one JSON report a line out, in the same order.")
final class BatchCommand implements Callable<Integer> {
  private static final int MOST_JOBS = 256;

  private final Console console;
  @Mixin private KnowledgeOptions options;

  @Parameters(
      paramLabel = "FILE.ndjson|DIR|-",
      description = "Cases, one a line; a folder of case files and texts; or standard input.")
  private String source;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many cases are diagnosed at once (default: one for each core).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--format",
      paramLabel = "json",
      defaultValue = "json",
      description = "The form of the reports; json is the only one.")
  private Format format;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "5",
      description = "Report at most N causes a case (default: ${DEFAULT-VALUE}).")
  private int top;

  enum Format {
    JSON
  }

  /**
   * The line for one case.
   *
   * @param text the report, or what was wrong with the case
   * @param code what the case alone would have ended with
   */
  private record Answer(String text, int code) {}

  BatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (jobs < 1 || top < 1) {
      throw new InputException(
          jobs < 1 ? "--jobs" : "--top", "is " + Math.min(jobs, top), "name a number from 1 on");
    }
    Knowledge knowledge = options.load();
    knowledge.recogniser().prepare();
    Diagnoser diagnoser = new Diagnoser(knowledge, Clock.systemUTC());
    ReportBuilder builder = new ReportBuilder(knowledge);
    int[] counts = new int[ExitCode.FAULT + 1];
    try (BatchSource cases = BatchSource.open(source, console.in())) {
      Iterator<BatchSource.Item> items = cases.items();
      new OrderedWork<BatchSource.Item, Answer>(Math.min(jobs, MOST_JOBS))
          .run(
              items,
              item -> answer(item, diagnoser, builder),
              answer -> {
                console.out().println(answer.text());
                counts[answer.code()]++;
              });
    }
    if (counts[ExitCode.USAGE] > 0) {
      console
          .err()
          .println(
              "acr-doctor: "
                  + counts[ExitCode.USAGE]
                  + " of the cases could not be read; each has an error in its place");
      return ExitCode.USAGE;
    }
    return counts[ExitCode.DIAGNOSED] > 0 ? ExitCode.DIAGNOSED : ExitCode.NOTHING;
  }

  private Answer answer(BatchSource.Item item, Diagnoser diagnoser, ReportBuilder builder) {
    try {
      if (item.problem() != null) {
        throw item.problem();
      }
      Case input =
          item.isCase()
              ? CaseReader.read(item.name(), item.text())
              : Case.ofText(item.name(), item.text());
      Findings findings = diagnoser.diagnose(input);
      return new Answer(
          JsonReport.write(builder.build(findings, top)),
          findings.identified() ? ExitCode.DIAGNOSED : ExitCode.NOTHING);
    } catch (InputException e) {
      return new Answer(BatchSource.error(e.getMessage()), ExitCode.USAGE);
    }
  }
}
