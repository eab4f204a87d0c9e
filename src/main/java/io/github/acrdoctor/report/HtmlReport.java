package io.github.acrdoctor.report;

import static io.github.acrdoctor.report.HtmlText.escape;
import static io.github.acrdoctor.report.HtmlText.prose;

import io.github.acrdoctor.report.Report.EvidenceLine;
import io.github.acrdoctor.report.Report.Instruction;
import io.github.acrdoctor.report.Report.MarkedLine;
import io.github.acrdoctor.report.Report.Part;
import io.github.acrdoctor.report.Report.RankedDiagnosis;
import io.github.acrdoctor.report.Report.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The report as one HTML file without any asset from outside and without script. */
public final class HtmlReport {
  private final StringBuilder out = new StringBuilder();
  private final HtmlFindings findings = new HtmlFindings(out);

  private HtmlReport() {}

  /**
   * Writes a report.
   *
   * @param report the report
   * @return a whole HTML document
   */
  public static String write(Report report) {
    HtmlReport html = new HtmlReport();
    html.document(report);
    return html.out.toString();
  }

  private void document(Report report) {
    String title =
        report.identified() ? report.diagnoses().get(0).title() : HtmlFindings.nothingTitle(report);
    add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    add(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'\">\n");
    add(
        "<title>"
            + escape(title)
            + "</title>\n<style>\n"
            + style()
            + "</style>\n</head>\n<body>\n<main>\n");
    add(
        "<header><p class=\"brand\">acr-doctor"
            + (report.caseId() == null ? "" : " · case " + escape(report.caseId()))
            + "</p></header>\n");
    findings.doubts(report);
    if (report.identified()) {
      first(report.diagnoses().get(0), report.ambiguity());
      others(report.diagnoses().subList(1, report.diagnoses().size()));
    } else {
      findings.nothing(report);
    }
    findings.hops(report);
    if (report.identified()) {
      findings.verified(report);
    }
    texts(report.texts());
    open(report);
    add(
        "<footer>Knowledge base <code>"
            + escape(report.knowledge().shortHash())
            + "</code>: "
            + report.knowledge().causes()
            + " causes, "
            + report.knowledge().rules()
            + " rules, "
            + report.knowledge().symptoms()
            + " symptoms.</footer>\n");
    add("</main>\n</body>\n</html>\n");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the jar cannot be read", e);
    }
  }

  private void first(RankedDiagnosis diagnosis, Ambiguous ambiguity) {
    add("<section class=\"first\">\n");
    findings.ambiguous(ambiguity);
    add("<h1>" + escape(diagnosis.title()) + "</h1>\n");
    meter(diagnosis.probability());
    add("<p class=\"lead\">" + prose(diagnosis.solution().summary()) + "</p>\n");
    if (diagnosis.waiting() != null) {
      add("<p class=\"note\">" + escape(diagnosis.waiting().text()) + "</p>\n");
    }
    body(diagnosis);
    add("</section>\n");
  }

  private void meter(double probability) {
    int percent = (int) Math.round(100 * probability);
    add(
        "<p class=\"meter\"><span class=\"bar\" aria-hidden=\"true\"><i style=\"width:"
            + percent
            + "%\"></i></span> "
            + escape(Words.of(probability))
            + ", "
            + escape(Words.percent(probability))
            + "</p>\n");
  }

  private void body(RankedDiagnosis diagnosis) {
    add("<h2>Why</h2>\n<ul class=\"why\">\n");
    for (EvidenceLine evidence : diagnosis.evidence()) {
      add(
          "<li class=\""
              + (evidence.supports() ? "for" : "against")
              + "\">"
              + escape(evidence.reason())
              + " <span class=\"tag\">"
              + escape(evidence.strength())
              + "</span><span class=\"facts\">"
              + escape(String.join("; ", evidence.facts()))
              + "</span><span class=\"rule\">"
              + escape(evidence.rule())
              + "</span></li>\n");
    }
    add("</ul>\n<h2>How to confirm</h2>\n");
    steps(diagnosis.solution().confirm());
    add("<h2>Fix</h2>\n");
    steps(diagnosis.solution().steps());
    add("<dl>\n");
    term("Role needed", diagnosis.solution().role());
    term("Risk", diagnosis.solution().risk());
    term("Undo", diagnosis.solution().undo());
    term("Verify", diagnosis.solution().verify());
    add("</dl>\n<h2>If that did not help</h2>\n");
    diagnosis.solution().otherwise().forEach(paragraph -> add("<p>" + prose(paragraph) + "</p>\n"));
    add("<h2>References</h2>\n<ul>\n");
    diagnosis
        .solution()
        .references()
        .forEach(
            link ->
                add(
                    Words.isWebAddress(link.url())
                        ? "<li><a rel=\"noreferrer\" href=\""
                            + escape(link.url())
                            + "\">"
                            + escape(link.title())
                            + "</a></li>\n"
                        : "<li>" + escape(link.title()) + "</li>\n"));
    add("</ul>\n");
  }

  private void term(String name, String text) {
    add("<dt>" + escape(name) + "</dt><dd>" + prose(text) + "</dd>\n");
  }

  private void steps(List<Instruction> steps) {
    add("<ol>\n");
    for (Instruction step : steps) {
      add("<li>" + prose(step.text()));
      if (!step.command().isEmpty()) {
        add("<pre><code>" + escape(step.command()) + "</code></pre>");
      }
      add("</li>\n");
    }
    add("</ol>\n");
  }

  private void others(List<RankedDiagnosis> others) {
    if (others.isEmpty()) {
      return;
    }
    add("<section>\n<h2>Also possible</h2>\n");
    for (RankedDiagnosis other : others) {
      add(
          "<details><summary><span class=\"percent\">"
              + escape(Words.percent(other.probability()))
              + "</span> "
              + escape(other.title())
              + " <code>"
              + escape(other.cause())
              + "</code></summary>\n<p>"
              + prose(other.solution().summary())
              + "</p>\n");
      body(other);
      add("</details>\n");
    }
    add("</section>\n");
  }

  private void texts(List<SourceText> texts) {
    if (texts.isEmpty()) {
      return;
    }
    add("<section>\n<h2>What was recognised</h2>\n");
    for (SourceText text : texts) {
      add("<p class=\"source\">" + escape(text.source()) + "</p>\n<pre class=\"log\">");
      for (MarkedLine line : text.lines()) {
        add("<span class=\"number\">" + line.number() + "</span>");
        for (Part part : line.parts()) {
          add(
              part.symptom().isEmpty()
                  ? escape(part.text())
                  : "<mark title=\""
                      + escape(part.symptom())
                      + "\">"
                      + escape(part.text())
                      + "</mark>");
        }
        add("\n");
      }
      add("</pre>\n");
    }
    add("</section>\n");
  }

  private void open(Report report) {
    if (!report.questions().isEmpty()) {
      add("<section>\n<h2>What would decide</h2>\n<ul>\n");
      report
          .questions()
          .forEach(
              q ->
                  add(
                      "<li>"
                          + escape(q.text())
                          + (q.how().isEmpty()
                              ? ""
                              : "<pre><code>" + escape(q.how()) + "</code></pre>")
                          + q.effects().stream()
                              .map(e -> "<span class=\"facts\">" + escape(Words.of(e)) + "</span>")
                              .collect(Collectors.joining())
                          + "</li>\n"));
      add("</ul>\n</section>\n");
    }
    if (!report.notCollected().isEmpty()) {
      add("<section>\n<h2>What could not be learnt</h2>\n<ul>\n");
      MissingLines.of(report.notCollected())
          .forEach(missing -> add("<li>" + escape(missing) + "</li>\n"));
      add("</ul>\n</section>\n");
    }
  }

  private void add(String html) {
    out.append(html);
  }
}
