package io.github.acrdoctor.report;

import static io.github.acrdoctor.report.HtmlText.escape;
import static io.github.acrdoctor.report.HtmlText.prose;

/** The parts of the HTML report that are about the case as a whole and not about one cause. */
final class HtmlFindings {
  private final StringBuilder out;

  HtmlFindings(StringBuilder out) {
    this.out = out;
  }

  void doubts(Report report) {
    for (Doubt doubt : report.doubts()) {
      add(
          "<p class=\"doubt\"><strong>This does not fit:</strong> "
              + escape(doubt.reason())
              + ". <span class=\"facts\">"
              + escape(String.join("; ", doubt.facts()))
              + "</span></p>\n");
    }
  }

  void hops(Report report) {
    if (report.hops().isEmpty()) {
      return;
    }
    add("<section>\n<h2>How far it gets</h2>\n<ol class=\"hops\">\n");
    for (HopLine hop : report.hops()) {
      add(
          "<li class=\""
              + escape(hop.state())
              + "\"><strong>"
              + escape(hop.title())
              + "</strong> <span>"
              + escape(Words.of(hop))
              + "</span> <span class=\"facts\">"
              + escape(hop.because())
              + "</span></li>\n");
    }
    add("</ol>\n</section>\n");
  }

  void ambiguous(Ambiguous ambiguity) {
    if (ambiguity != null) {
      add(
          "<p class=\"note\">What is known cannot tell <code>"
              + escape(String.join(", ", ambiguity.causes()))
              + "</code> apart."
              + (ambiguity.decides() == null
                  ? ""
                  : " What decides: " + prose(ambiguity.decides().text()))
              + "</p>\n");
    }
  }

  static String nothingTitle(Report report) {
    return report.nothingWrong() ? "Nothing wrong was found" : "Nothing was identified";
  }

  void nothing(Report report) {
    add("<section class=\"first\">\n<h1>" + nothingTitle(report) + "</h1>\n");
    if (!report.nothingWrong()) {
      add(
          "<p class=\"lead\">No known message was found, or what was found says nothing about a"
              + " cause.</p>\n");
      nearest(report);
    }
    add("</section>\n");
    verified(report);
    add("<section>\n");
    add(
        report.nothingWrong()
            ? "<h2>If it still fails</h2>\n<p>Run <code>acr-doctor check</code> where it fails, as"
                + " the user for whom it fails, with what was printed: <code>-f FILE</code>.</p>\n"
            : "<h2>What helps</h2>\n"
                + "<ol><li>The command and all it printed, as text.</li><li>What acr-doctor finds"
                + " out by itself, on the machine where it fails:<pre><code>acr-doctor check"
                + " &lt;registry-name&gt; -f FILE</code></pre></li><li>What docker is"
                + " there:<pre><code>docker version</code></pre></li></ol>\n");
    add("</section>\n");
  }

  void verified(Report report) {
    if (!report.verified().isEmpty()) {
      add("<section>\n<h2>Verified</h2>\n<ul>\n");
      report.verified().forEach(line -> add("<li>" + escape(line) + "</li>\n"));
      add("</ul>\n</section>\n");
    }
  }

  private void nearest(Report report) {
    if (report.nearest().isEmpty()) {
      return;
    }
    add("<h2>Nearest known messages</h2>\n<ul>\n");
    for (Resembling near : report.nearest()) {
      add(
          "<li>"
              + escape(near.title())
              + " <code>"
              + escape(near.symptom())
              + "</code><pre>"
              + escape(near.example())
              + "</pre>"
              + (near.missing().isEmpty()
                  ? ""
                  : "<span class=\"facts\">The text lacks: "
                      + escape(String.join(" ", near.missing()))
                      + "</span>")
              + "</li>\n");
    }
    add("</ul>\n");
  }

  private void add(String html) {
    out.append(html);
  }
}
