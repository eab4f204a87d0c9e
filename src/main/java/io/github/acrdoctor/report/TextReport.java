package io.github.acrdoctor.report;

import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.SourceText;
import java.util.ArrayList;
import java.util.List;

/** The report for a terminal: the likeliest cause and the next command first. */
public final class TextReport {
  private static final double WORTH_A_LINE = 0.05;
  private static final int REASONS = 3;
  private static final int MARKED_LINES = 8;

  private final Paragraphs out;
  private final int columns;
  private final boolean colour;

  private TextReport(int columns, boolean colour) {
    this.out = new Paragraphs(columns, colour);
    this.columns = columns;
    this.colour = colour;
  }

  /**
   * Writes a report.
   *
   * @param report the report
   * @param columns width of the terminal
   * @param colour whether it shows colours
   * @return lines, each with its end
   */
  public static String write(Report report, int columns, boolean colour) {
    TextReport text = new TextReport(columns, colour);
    if (report.identified()) {
      text.diagnosed(report);
    } else {
      text.nothing(report);
    }
    text.open(report);
    return text.out.toString();
  }

  private void diagnosed(Report report) {
    RankedDiagnosis first = report.diagnoses().get(0);
    if (first.probability() < 0.5 && report.diagnoses().size() > 1) {
      out.paragraph("", "Several causes fit; the text alone does not decide between them.");
      out.blank();
    }
    out.strong(first.title());
    out.paragraph(
        "  ",
        Words.of(first.probability())
            + " ("
            + Words.percent(first.probability())
            + ") · "
            + first.cause());
    first.evidence().stream().filter(EvidenceLine::supports).limit(REASONS).forEach(this::reason);
    first.evidence().stream().filter(e -> !e.supports()).limit(2).forEach(this::reason);
    out.blank();
    next(first);
    out.paragraph("", first.solution().summary());
    fix(first);
    others(report);
    marked(report);
  }

  private void reason(EvidenceLine evidence) {
    out.paragraph(
        "  " + (evidence.supports() ? "+ " : "- "),
        evidence.reason() + " [" + evidence.strength() + "]");
  }

  /** The first thing to type, so that nobody has to scroll for it. */
  private void next(RankedDiagnosis diagnosis) {
    List<Instruction> steps = new ArrayList<>();
    if (diagnosis.probability() < 0.9) {
      steps.addAll(diagnosis.solution().confirm());
    }
    steps.addAll(diagnosis.solution().steps());
    steps.stream()
        .filter(step -> !step.command().isEmpty())
        .findFirst()
        .ifPresent(
            step -> {
              out.strong("Next:");
              step.command().lines().forEach(line -> out.command("  ", line));
              out.blank();
            });
  }

  private void fix(RankedDiagnosis diagnosis) {
    out.blank();
    out.strong("Fix");
    int number = 1;
    for (Instruction step : diagnosis.solution().steps()) {
      out.paragraph("  " + number++ + ". ", step.text());
      step.command().lines().forEach(line -> out.command("       ", line));
    }
    out.paragraph("  Role needed: ", diagnosis.solution().role());
    out.paragraph("  Risk: ", diagnosis.solution().risk());
    out.paragraph("  Undo: ", diagnosis.solution().undo());
    out.paragraph("  Verify: ", diagnosis.solution().verify());
  }

  private void others(Report report) {
    List<RankedDiagnosis> others =
        report.diagnoses().stream().skip(1).filter(d -> d.probability() >= WORTH_A_LINE).toList();
    if (others.isEmpty()) {
      return;
    }
    out.blank();
    out.strong("Also possible");
    for (RankedDiagnosis other : others) {
      out.paragraph(
          String.format("  %5s  ", Words.percent(other.probability())),
          other.title() + " · " + other.cause());
    }
    out.paragraph("  ", "acr-doctor explain CAUSE tells how to confirm and fix one of these.");
  }

  private void marked(Report report) {
    int shown = 0;
    for (SourceText text : report.texts()) {
      for (MarkedLine line : text.lines()) {
        if (shown++ == 0) {
          out.blank();
          out.strong("What was recognised");
        }
        if (shown <= MARKED_LINES) {
          mark(text, line);
        }
      }
    }
  }

  private void mark(SourceText text, MarkedLine line) {
    String place = Plain.text(text.source());
    place =
        "  "
            + (place.length() > 20 ? "…" + place.substring(place.length() - 19) : place)
            + ":"
            + line.number()
            + ": ";
    MatchLine.write(out, place, line.parts(), columns, colour);
  }

  private void nothing(Report report) {
    out.strong("Nothing was identified.");
    out.paragraph(
        "",
        "No known message of docker, the Azure CLI, Kubernetes, Entra or a registry was found, or"
            + " what was found says nothing about a cause.");
    recognised(report);
    marked(report);
    out.blank();
    out.strong("What helps");
    out.paragraph("  1. ", "The command you ran and all it printed, as text.");
    out.paragraph("  2. ", "What the Azure CLI finds out by itself:");
    out.command("       ", "az acr check-health --name <registry-name> --yes --ignore-errors");
    out.paragraph("  3. ", "What docker is there:");
    out.command("       ", "docker version");
    out.paragraph("", "Paste all of it at once: acr-doctor diagnose -f FILE");
  }

  private void recognised(Report report) {
    if (!report.symptoms().isEmpty()) {
      out.blank();
      out.strong("Seen all the same");
      report.symptoms().stream()
          .limit(MARKED_LINES)
          .forEach(symptom -> out.paragraph("  · ", symptom.title()));
    }
  }

  private void open(Report report) {
    if (!report.questions().isEmpty()) {
      out.blank();
      out.strong("What would decide");
      report
          .questions()
          .forEach(
              question -> {
                out.paragraph("  ? ", question.text());
                question.how().lines().forEach(line -> out.command("       ", line));
              });
    }
    if (!report.notCollected().isEmpty()) {
      out.blank();
      out.strong("What could not be learnt");
      report
          .notCollected()
          .forEach(missing -> out.paragraph("  · ", missing.fact() + ": " + missing.reason()));
    }
  }
}
