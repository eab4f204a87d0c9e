package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Diagnoser;
import io.github.acrdoctor.diagnosis.Findings;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.report.ReportBuilder;
import java.time.Clock;
import picocli.CommandLine.Option;

/** In which form a case is reported. */
final class ReportOptions {
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

  /** Refuses what cannot be done before anything else is. */
  void check() {
    if (top < 1) {
      throw new InputException("--top", "is " + top, "name a number from 1 on");
    }
  }

  /** Diagnoses a case and prints the report; the exit code says whether anything was found. */
  int report(Case input, Knowledge knowledge, Clock clock, Console console) {
    Findings findings = new Diagnoser(knowledge, clock).diagnose(input);
    console.out().print(format.write(new ReportBuilder(knowledge).build(findings, top), console));
    return findings.identified() ? ExitCode.DIAGNOSED : ExitCode.NOTHING;
  }
}
