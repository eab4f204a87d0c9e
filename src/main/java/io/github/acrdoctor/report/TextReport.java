package io.github.acrdoctor.report;

import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    ambiguous(report);
    doubts(report);
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
    if (first.waiting() != null) {
      out.paragraph("  ", first.waiting().text());
    }
    out.blank();
    next(first);
    out.paragraph("", first.solution().summary());
    fix(first);
    others(report);
    hops(report);
    verified(report);
    marked(report);
  }

  private void ambiguous(Report report) {
    if (report.ambiguity() != null) {
      String symptom = report.ambiguity().symptom();
      out.paragraph(
          "",
          "What is known cannot tell "
              + String.join(", ", report.ambiguity().causes())
              + " apart"
              + (symptom.isEmpty() ? "." : ": '" + symptom + "' fits all of them."));
      if (report.ambiguity().decides() != null) {
        out.paragraph("", "What decides: " + report.ambiguity().decides().text());
      }
      out.blank();
    }
  }

  private void doubts(Report report) {
    for (Doubt doubt : report.doubts()) {
      out.paragraph("! ", "This does not fit: " + doubt.reason() + ".");
      doubt.facts().forEach(fact -> out.paragraph("    ", fact));
    }
    if (!report.doubts().isEmpty()) {
      out.blank();
    }
  }

  private void hops(Report report) {
    if (report.hops().isEmpty()) {
      return;
    }
    out.blank();
    out.strong("How far it gets");
    out.paragraph(
        "  ",
        report.hops().stream()
            .map(hop -> hop.title() + " " + Words.of(hop))
            .collect(Collectors.joining(" · ")));
    if (report.lastGood() != null) {
      out.paragraph("  Last known good: ", Words.named(report.lastGood()));
    }
    if (report.firstBad() != null) {
      out.paragraph("  First known bad: ", Words.named(report.firstBad()));
    }
  }

  /** What is in order need not be looked at again, and tells where the fault is not. */
  private void verified(Report report) {
    if (!report.verified().isEmpty()) {
      out.blank();
      out.strong("Verified");
      report.verified().forEach(line -> out.paragraph("  + ", line));
    }
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
    NothingText.write(
        out,
        report,
        () -> {
          doubts(report);
          hops(report);
          marked(report);
        });
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
                question.effects().forEach(effect -> out.paragraph("       - ", Words.of(effect)));
              });
    }
    if (!report.notCollected().isEmpty()) {
      out.blank();
      out.strong("What could not be learnt");
      MissingLines.of(report.notCollected()).forEach(line -> out.paragraph("  · ", line));
    }
  }
}
