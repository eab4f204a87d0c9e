package io.github.acrdoctor.cli;

import io.github.acrdoctor.facts.Case;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Diagnoses one failure. */
@Command(
    name = "diagnose",
    description = "Finds the likely causes of a failure in what was printed, and says what to do.",
    footer = {
      "",
      "Without TEXT, -f and --case, standard input is read. Quote the text, or it is the shell that reads it first:",
      "  acr-doctor diagnose 'unauthorized: authentication required'",
      "  docker pull contoso.azurecr.io/app:1 2>&1 | acr-doctor diagnose"
    })
final class DiagnoseCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private KnowledgeOptions options;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "The error, as it was printed.")
  private List<String> words = List.of();

  @Mixin private CaseOptions input;
  @Mixin private ReportOptions report;

  DiagnoseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    report.check();
    Case given = input.toCase(words, console);
    return report.report(given, options.loadForOneCase(), Clock.systemUTC(), console);
  }
}
