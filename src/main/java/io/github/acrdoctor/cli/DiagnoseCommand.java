package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.imports.Folder;
import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Findings;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.report.ReportBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  private List<String> words;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE|-",
      description = "Read what was printed from a file, or from standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description = "Read a case (texts and facts) from a YAML or JSON file, or from a bundle.")
  private List<Path> cases = List.of();

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description =
          "Read what a customer sent: files or folders with the output of az, docker, kubectl, dig …")
  private List<Path> sent = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, markdown or html (default: text).")
  private ReportFormat format;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "5",
      description = "Show at most N causes (default: ${DEFAULT-VALUE}).")
  private int top;

  DiagnoseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (top < 1) {
      throw new InputException("--top", "is " + top, "name a number from 1 on");
    }
    Case input = input();
    Knowledge knowledge = options.loadForOneCase();
    Findings findings = new Diagnoser(knowledge, Clock.systemUTC()).diagnose(input);
    console.out().print(format.write(new ReportBuilder(knowledge).build(findings, top), console));
    return findings.identified() ? ExitCode.DIAGNOSED : ExitCode.NOTHING;
  }

  private Case input() {
    CaseInput input = new CaseInput(console.in());
    input.addWords(words);
    files.forEach(input::addFile);
    cases.forEach(input::addCase);
    sent.forEach(path -> input.add(Folder.read(path)));
    if (input.isEmpty() && words == null && files.isEmpty() && cases.isEmpty() && sent.isEmpty()) {
      if (console.inputIsTerminal()) {
        throw new InputException(
            "diagnose",
            "there is nothing to diagnose",
            "paste the error in quotes, or name a file with -f FILE or --case FILE");
      }
      input.addStandardInput();
    }
    return input.toCase();
  }
}
