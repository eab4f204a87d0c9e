package io.github.acrdoctor.cli;

import io.github.acrdoctor.report.HtmlReport;
import io.github.acrdoctor.report.JsonReport;
import io.github.acrdoctor.report.MarkdownReport;
import io.github.acrdoctor.report.Report;
import io.github.acrdoctor.report.TextReport;

/** The forms a report can have. */
enum ReportFormat {
  /** For a terminal. */
  TEXT {
    @Override
    String write(Report report, Console console) {
      return TextReport.write(report, console.columns(), console.colour());
    }
  },
  /** For programs. */
  JSON {
    @Override
    String write(Report report, Console console) {
      return JsonReport.write(report) + "\n";
    }
  },
  /** For tickets. */
  MARKDOWN {
    @Override
    String write(Report report, Console console) {
      return MarkdownReport.write(report);
    }
  },
  /** For a browser. */
  HTML {
    @Override
    String write(Report report, Console console) {
      return HtmlReport.write(report);
    }
  };

  abstract String write(Report report, Console console);
}
