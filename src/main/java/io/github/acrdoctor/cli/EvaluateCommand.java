package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Calibration;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.LabelledCase;
import io.github.acrdoctor.diagnosis.PageSearch;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.TextDecoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures accuracy and calibration on labelled cases, next to a plain text search. */
@Command(
    name = "evaluate",
    description = "Measures accuracy and calibration on labelled cases, one JSON object a line.")
final class EvaluateCommand implements Callable<Integer> {
  private static final int FOLDS = 5;

  private final Console console;
  @Mixin private KnowledgeOptions options;

  @Parameters(
      paramLabel = "FILE.jsonl",
      description = "Labelled cases: text, cause, family, accept, ambiguous_from_text.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "Form of the report.",
      defaultValue = "text")
  private Format format;

  @Option(
      names = "--text-only",
      description = "Leave out the command that was run, where a case has it.")
  private boolean textOnly;

  @Option(names = "--fit", description = "Also print the weights that fit these cases best.")
  private boolean fit;

  enum Format {
    TEXT,
    JSON
  }

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Knowledge knowledge = options.load();
    List<LabelledCase> cases = cases();
    Calibration calibration = new Calibration(knowledge, cases, Instant.now());
    EvaluationReport report =
        new EvaluationReport(
            calibration.evaluate(knowledge.weights()),
            calibration.crossValidate(FOLDS),
            new PageSearch(knowledge).evaluate(cases),
            knowledge.causes().keySet());
    console.out().print(format == Format.JSON ? report.json() : Console.plain(report.text()));
    if (fit) {
      console.out().println(calibration.fit());
    }
    return cases.isEmpty() ? ExitCode.NOTHING : ExitCode.DIAGNOSED;
  }

  private List<LabelledCase> cases() {
    String text = TextDecoder.decode(file.toString(), CaseInput.bytes(file));
    List<LabelledCase> cases = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        cases.add(LabelledCase.read(file + ":" + number, line, !textOnly));
      }
    }
    if (cases.isEmpty()) {
      throw new InputException(
          file.toString(), "holds no labelled cases", "one JSON object a line");
    }
    return cases;
  }
}
