package io.github.acrdoctor.report;

import static io.github.acrdoctor.report.HtmlText.escape;

import io.github.acrdoctor.diagnosis.Coverage;
import io.github.acrdoctor.diagnosis.CoveredCondition;
import io.github.acrdoctor.diagnosis.TextGroup;
import io.github.acrdoctor.facts.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Coverage as one HTML file without any asset from outside and without script. */
public final class HtmlCoverage {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1.5rem;
        color:#1b1f24;background:#fff}
      h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}
      table{border-collapse:collapse;width:100%}
      th,td{text-align:left;padding:.15rem .5rem;border-bottom:1px solid #d9dee4;
        vertical-align:top}
      td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
      td.inside{padding-left:2rem}tr.open td{background:#fdecea}tr.idle td{background:#fff7e0}
      code{font:13px ui-monospace,monospace;overflow-wrap:anywhere}
      summary{cursor:pointer}small{color:#57606a}
      @media (prefers-color-scheme:dark){body{color:#e6e9ec;background:#15181c}
        th,td{border-color:#333a42}tr.open td{background:#4a1f1c}tr.idle td{background:#453a15}
        small{color:#9aa4ae}}
      """;

  private final StringBuilder out = new StringBuilder();

  private HtmlCoverage() {}

  /**
   * Writes coverage.
   *
   * @param coverage the coverage
   * @return a whole HTML document
   */
  public static String write(Coverage coverage) {
    HtmlCoverage html = new HtmlCoverage();
    html.document(coverage);
    return html.out.toString();
  }

  private void document(Coverage coverage) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'\">\n<title>Coverage of the rules</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>Coverage of the rules</h1>\n");
    summary(coverage);
    unanswered(coverage);
    problems("Causes that are proven weakly", coverage.weakCases());
    problems("Symptoms that are proven weakly", coverage.symptoms());
    conditions(coverage);
    out.append("</main>\n</body>\n</html>\n");
  }

  private void summary(Coverage coverage) {
    int all = coverage.conditions().size();
    int open = coverage.uncovered().size();
    out.append(
        String.format(
            Locale.ROOT,
            "<p>%d of %d conditions were seen true and seen false over %d cases; %d are open,"
                + " %d never decide alone.</p>%n",
            all - open,
            all,
            coverage.cases(),
            open,
            coverage.undecided().size()));
  }

  private void unanswered(Coverage coverage) {
    if (coverage.texts() == 0) {
      return;
    }
    out.append("<h2>Texts that nothing answers</h2>\n");
    for (TextGroup group : coverage.unanswered()) {
      out.append("<details><summary>")
          .append(group.names().size())
          .append(" × ")
          .append(escape(String.join(" ", group.words())))
          .append("</summary><p><code>")
          .append(escape(group.example()))
          .append("</code></p><p><small>")
          .append(escape(String.join(", ", group.names())))
          .append("</small></p></details>\n");
    }
    out.append("<p>")
        .append(coverage.texts())
        .append(" texts, ")
        .append(coverage.unanswered().size())
        .append(" groups without an answer.</p>\n");
  }

  private void problems(String title, List<Problem> problems) {
    if (!problems.isEmpty()) {
      out.append("<h2>").append(title).append("</h2>\n<ul>\n");
      problems.forEach(
          problem -> out.append("<li>").append(escape(problem.toString())).append("</li>\n"));
      out.append("</ul>\n");
    }
  }

  private void conditions(Coverage coverage) {
    Map<String, List<CoveredCondition>> byFile =
        coverage.conditions().stream()
            .collect(
                Collectors.groupingBy(CoveredCondition::file, TreeMap::new, Collectors.toList()));
    out.append("<h2>Conditions</h2>\n<p><small>Red: not seen both ways. Yellow: never the only")
        .append(" one that kept its rule from firing.</small></p>\n");
    byFile.forEach(this::file);
  }

  private void file(String file, List<CoveredCondition> conditions) {
    long open = conditions.stream().filter(condition -> !condition.covered()).count();
    out.append("<details")
        .append(open > 0 ? " open" : "")
        .append("><summary><code>")
        .append(escape(file))
        .append("</code> ")
        .append(conditions.size() - open)
        .append('/')
        .append(conditions.size())
        .append("</summary>\n<table><tr><th class=\"number\">line</th><th>condition</th>")
        .append("<th class=\"number\">true</th><th class=\"number\">false</th>")
        .append("<th class=\"number\">alone</th></tr>\n");
    conditions.forEach(this::row);
    out.append("</table></details>\n");
  }

  private void row(CoveredCondition condition) {
    boolean idle = !condition.constraint() && condition.decisive() == 0;
    out.append(condition.covered() ? idle ? "<tr class=\"idle\">" : "<tr>" : "<tr class=\"open\">");
    number(Integer.toString(condition.line()));
    out.append(condition.constraint() ? "<td class=\"inside\">" : "<td>")
        .append("<code>")
        .append(escape(condition.text()))
        .append("</code></td>");
    number(Integer.toString(condition.yes()));
    number(Integer.toString(condition.no()));
    number(condition.constraint() ? "" : Integer.toString(condition.decisive()));
    out.append("</tr>\n");
  }

  private void number(String number) {
    out.append("<td class=\"number\">").append(number).append("</td>");
  }
}
