package io.github.acrdoctor.report;

import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.Part;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.SourceText;
import java.util.List;
import java.util.stream.Collectors;

/** The report as Markdown, for a ticket. */
public final class MarkdownReport {
  private static final String SPECIAL = "\\`*_{}[]<>#|~!&=@";

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /**
   * Writes a report.
   *
   * @param report the report
   * @return a Markdown document
   */
  public static String write(Report report) {
    MarkdownReport markdown = new MarkdownReport();
    markdown.head(report);
    report.diagnoses().forEach(markdown::diagnosis);
    markdown.hops(report);
    if (report.identified() && !report.verified().isEmpty()) {
      markdown.line("## Verified");
      markdown.line(MarkdownNothing.list(report.verified()));
    }
    markdown.texts(report);
    markdown.open(report);
    markdown.line(
        "Knowledge base "
            + code(report.knowledge().shortHash())
            + ", "
            + report.knowledge().causes()
            + " causes.");
    return markdown.out.toString();
  }

  private void head(Report report) {
    line(
        "# Registry access: "
            + (report.identified()
                ? inline(report.diagnoses().get(0).title())
                : report.nothingWrong() ? "nothing wrong was found" : "nothing was identified"));
    if (report.caseId() != null) {
      line("Case " + inline(report.caseId()));
    }
    doubts(report);
    if (!report.identified()) {
      MarkdownNothing.blocks(report).forEach(this::line);
      return;
    }
    line(
        "| | cause | probability |\n|---|---|---|\n"
            + report.diagnoses().stream()
                .map(
                    d ->
                        "| "
                            + d.rank()
                            + " | "
                            + inline(d.title())
                            + " ("
                            + code(d.cause())
                            + ") | "
                            + Words.percent(d.probability())
                            + " |")
                .collect(Collectors.joining("\n")));
    ambiguity(report.ambiguity());
  }

  private void ambiguity(Ambiguous ambiguity) {
    if (ambiguity != null) {
      line(
          "What is known cannot tell "
              + ambiguity.causes().stream()
                  .map(MarkdownReport::code)
                  .collect(Collectors.joining(", "))
              + " apart."
              + (ambiguity.decides() == null
                  ? ""
                  : " What decides: " + prose(ambiguity.decides().text())));
    }
  }

  private void doubts(Report report) {
    if (!report.doubts().isEmpty()) {
      line(
          report.doubts().stream()
              .map(
                  doubt ->
                      "> This does not fit: "
                          + inline(doubt.reason())
                          + ". "
                          + doubt.facts().stream()
                              .map(MarkdownReport::inline)
                              .collect(Collectors.joining("; ")))
              .collect(Collectors.joining("\n>\n")));
    }
  }

  private void hops(Report report) {
    if (report.hops().isEmpty()) {
      return;
    }
    line("## How far it gets");
    line(
        "| hop | state | because |\n|---|---|---|\n"
            + report.hops().stream()
                .map(
                    hop ->
                        "| "
                            + inline(hop.title())
                            + " | "
                            + Words.of(hop)
                            + " | "
                            + inline(hop.because())
                            + " |")
                .collect(Collectors.joining("\n")));
  }

  private void diagnosis(RankedDiagnosis diagnosis) {
    line("## " + diagnosis.rank() + ". " + inline(diagnosis.title()));
    line(prose(diagnosis.solution().summary()));
    if (diagnosis.waiting() != null) {
      line(inline(diagnosis.waiting().text()));
    }
    line("**Why**");
    line(
        diagnosis.evidence().stream()
            .map(MarkdownReport::evidence)
            .collect(Collectors.joining("\n")));
    line("**How to confirm**");
    steps(diagnosis.solution().confirm());
    line("**Fix**");
    steps(diagnosis.solution().steps());
    line(
        "- Role needed: "
            + prose(diagnosis.solution().role())
            + "\n- Risk: "
            + prose(diagnosis.solution().risk())
            + "\n- Undo: "
            + prose(diagnosis.solution().undo())
            + "\n- Verify: "
            + prose(diagnosis.solution().verify()));
    line(
        diagnosis.solution().references().stream()
            .map(
                link ->
                    "- "
                        + (Words.isWebAddress(link.url())
                            ? "[" + inline(link.title()) + "](" + link.url() + ")"
                            : inline(link.title())))
            .collect(Collectors.joining("\n")));
  }

  private static String evidence(EvidenceLine evidence) {
    String facts =
        evidence.facts().stream().map(MarkdownReport::inline).collect(Collectors.joining("; "));
    return "- "
        + evidence.strength()
        + ": "
        + inline(evidence.reason())
        + (facts.isEmpty() ? "" : " — " + facts)
        + " ("
        + code(evidence.rule())
        + ")";
  }

  private void steps(List<Instruction> steps) {
    int number = 1;
    for (Instruction step : steps) {
      line(number++ + ". " + prose(step.text()));
      if (!step.command().isEmpty()) {
        fence("bash", step.command());
      }
    }
  }

  private void texts(Report report) {
    if (report.texts().isEmpty()) {
      return;
    }
    line("## What was recognised");
    for (SourceText text : report.texts()) {
      line(inline(text.source()));
      fence("", text.lines().stream().map(MarkdownReport::words).collect(Collectors.joining("\n")));
    }
    line(
        report.symptoms().stream()
            .filter(SeenSymptom::error)
            .map(s -> "- line " + s.line() + ": " + inline(s.title()) + " (" + code(s.id()) + ")")
            .collect(Collectors.joining("\n")));
  }

  private static String words(MarkedLine line) {
    return line.parts().stream().map(Part::text).map(Plain::text).collect(Collectors.joining());
  }

  private void open(Report report) {
    if (!report.questions().isEmpty()) {
      line("## What would decide");
      report
          .questions()
          .forEach(
              question -> {
                line("- " + inline(question.text()));
                if (!question.how().isEmpty()) {
                  fence("bash", question.how());
                }
                question
                    .effects()
                    .forEach(
                        effect -> out.append("  - ").append(inline(Words.of(effect))).append("\n"));
                out.append(question.effects().isEmpty() ? "" : "\n");
              });
    }
    if (!report.notCollected().isEmpty()) {
      line("## What could not be learnt");
      line(
          MissingLines.of(report.notCollected()).stream()
              .map(missing -> "- " + inline(missing))
              .collect(Collectors.joining("\n")));
    }
  }

  private void line(String block) {
    out.append(block).append("\n\n");
  }

  /** A fence longer than any run of backquotes inside cannot be closed from inside. */
  private void fence(String language, String text) {
    String ticks = "```";
    while (text.contains(ticks)) {
      ticks += "`";
    }
    line(ticks + language + "\n" + Plain.lines(text) + "\n" + ticks);
  }

  /** Code in a sentence, between more backquotes than it holds. */
  static String code(String text) {
    String plain = Plain.text(text).replace('|', '¦');
    String ticks = "`";
    while (plain.contains(ticks)) {
      ticks += "`";
    }
    boolean edge = plain.isEmpty() || plain.startsWith("`") || plain.endsWith("`");
    return ticks + (edge ? " " : "") + plain + (edge ? " " : "") + ticks;
  }

  /** Words of ours with code in backquotes: only the words between are escaped. */
  private static String prose(String text) {
    StringBuilder out = new StringBuilder();
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      out.append(code ? "`" + Plain.text(parts[i]) + "`" : inline(parts[i]));
    }
    return out.toString();
  }

  static String inline(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Plain.text(text).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
