package io.github.acrdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileReportTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u001b]0;owned\u0007",
        "\u009b31m",
        "a\rb",
        "\u0008",
        "\u202egnp",
        "\u2066x",
        "\u200bx",
        "\u0000"
      })
  void noFormatCarriesWhatATerminalWouldObey(String hostile) {
    Report report = ReportSamples.everywhere("x" + hostile + "y");
    for (String out :
        List.of(
            TextReport.write(report, 80, false),
            MarkdownReport.write(report),
            HtmlReport.write(report),
            JsonReport.write(report))) {
      assertThat(
              out.chars()
                  .filter(c -> c != '\n')
                  .anyMatch(
                      c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='x",
        "</style><script>x</script>",
        "</pre><b>",
        "&lt;script&gt;",
        "javascript:alert(1)"
      })
  void htmlEscapesEverything(String hostile) {
    String html = HtmlReport.write(ReportSamples.everywhere(hostile));
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("onmouseover='")
        .doesNotContain("<b>")
        .doesNotContain("href=\"javascript");
    assertThat(html)
        .contains("Content-Security-Policy")
        .contains("default-src 'none'")
        .doesNotContain("src=\"http")
        .doesNotContain("@import");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "![x](https://evil.example/x.png)",
        "[click](https://evil.example)",
        "```\n<script>x</script>\n```",
        "~~~\n# owned",
        "`` ` ``<b>x</b>",
        "a`<b>x</b>`[l](https://evil.example)",
        "<https://evil.example>",
        "\\[x](https://evil.example)",
        "| a | b |",
        "# owned",
        "[x]: https://evil.example"
      })
  void markdownCannotBeBrokenOutOf(String hostile) {
    List<String> found = new ArrayList<>();
    Report clean = ReportSamples.of(ReportSamples.firewall(1, 0.9));
    Report hostileCase = mixed(clean, hostile);
    Parser.builder()
        .build()
        .parse(MarkdownReport.write(hostileCase))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlInline html) {
                found.add(html.getLiteral());
              }

              @Override
              public void visit(HtmlBlock html) {
                found.add(html.getLiteral());
              }

              @Override
              public void visit(Image image) {
                found.add(image.getDestination());
              }

              @Override
              public void visit(Link link) {
                if (!link.getDestination().startsWith("https://aka.ms/")) {
                  found.add(link.getDestination());
                }
              }
            });
    assertThat(found).isEmpty();
  }

  /** Hostile where a case's words go; pages are ours. */
  private static Report mixed(Report r, String x) {
    Report.RankedDiagnosis d = r.diagnoses().get(0);
    Report.Solution s = d.solution();
    Report.Solution filled =
        new Report.Solution(
            s.summary(),
            List.of(new Report.Instruction("See.", x)),
            List.of(new Report.Instruction("Do.", x)),
            s.role(),
            s.risk(),
            s.undo(),
            s.verify(),
            s.otherwise(),
            s.references());
    Report.RankedDiagnosis hostile =
        new Report.RankedDiagnosis(
            1,
            d.cause(),
            d.family(),
            d.title(),
            d.probability(),
            List.of(new Report.EvidenceLine("hint", true, x, "rules/a/b.drl:1", List.of(x))),
            filled,
            null,
            null);
    return new Report(
        x,
        r.knowledge(),
        true,
        List.of(new SeenSymptom("id", "title", x, 1, 0, 1, 1, true, java.util.Map.of("host", x))),
        List.of(hostile),
        0.1,
        List.of(
            new Report.NextQuestion(
                "id", "Which?", x, 0.1, List.of(new Report.Effect("yes", "cause", 0.5)))),
        List.of(new Report.Missing(x, x, x)),
        List.of(
            new Report.SourceText(
                x,
                List.of(
                    new Report.MarkedLine(
                        1, List.of(new Report.Part(x, ""), new Report.Part(x, "id")))))),
        List.of(new HopLine("dns", "DNS", "bad", "title")),
        List.of(new Doubt("id", "This and that", "rules/a/b.drl:1", List.of(x))),
        null,
        List.of(new Resembling("id", "title", "known", x, List.of("known"), List.of(x))),
        List.of(x));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "=HYPERLINK(\"https://evil.example\")"
      })
  void noLineOfTextOrMarkdownStartsAsAFormula(String hostile) {
    Report report = mixed(ReportSamples.of(ReportSamples.firewall(1, 0.9)), hostile);
    for (String out : List.of(TextReport.write(report, 80, false), HtmlReport.write(report))) {
      assertThat(out.lines().filter(line -> line.startsWith(hostile)).toList()).isEmpty();
    }
  }
}
