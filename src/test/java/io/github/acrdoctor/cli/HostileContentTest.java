package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a pasted text or a fact says must never be obeyed by whoever shows the report. */
class HostileContentTest {
  private static final String EVIL =
      "<script>alert(1)</script><img src=x onerror=alert(2)> \u001b[2J\u001b]0;pwned\u0007\u009b31m\u202e\u200b\n"
          + "```\n# Pwned\n[pwned](javascript:alert(3)) ![pwned](https://evil.example/x.png)\n````\n| a | b |\n`';rm -rf /;'";

  @TempDir Path folder;

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c ->
                json.append(
                    c < ' ' || c > '~' || c == '"' || c == '\\'
                        ? String.format("\\u%04x", c)
                        : String.valueOf((char) c)));
    return json.append('"').toString();
  }

  private Run run(ReportFormat format) {
    String evil = quoted(EVIL);
    String text =
        quoted(
            EVIL
                + " "
                + Run.DENIED
                + " "
                + EVIL
                + "\n"
                + Run.DENIED.replace("denied", EVIL.replace("\n", " ")));
    String content =
        "{\"id\":"
            + evil
            + ",\"texts\":[{\"source\":"
            + evil
            + ",\"text\":"
            + text
            + "}],\"facts\":{"
            + "\"registry\":{\"name\":"
            + evil
            + ",\"loginServer\":"
            + evil
            + ",\"sku\":\"Premium\",\"subscription\":"
            + evil
            + "},"
            + "\"dockerClient\":{\"installed\":\"no\",\"version\":"
            + evil
            + ",\"flavour\":"
            + evil
            + "},"
            + "\"image\":{\"repository\":"
            + evil
            + ",\"tag\":\"$(rm -rf /)`x`<script>\"},"
            + "\"identity\":{\"name\":\"<script>`';rm -rf /;'\"},"
            + "\"notCollected\":{\"fact\":"
            + evil
            + ",\"reason\":"
            + evil
            + "}}}";
    Run run =
        Run.of(
            "diagnose",
            "--format",
            format.name(),
            "--top",
            "100",
            "--case",
            Run.file(folder, "case.json", content));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noFormatPassesOnWhatATerminalWouldObey(ReportFormat format) {
    assertThat(run(format).out()).doesNotContain("\u001b", "\u0007");
    if (format != ReportFormat.JSON) {
      assertThat(run(format).out()).doesNotContain("\u009b", "\u202e", "\u200b");
    }
  }

  @Test
  void htmlHasNoTagThatWeDidNotWrite() {
    String html = run(ReportFormat.HTML).out();
    assertThat(html)
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<img", "javascript:alert(3)\"");
    assertThat(html)
        .contains("Content-Security-Policy")
        .containsOnlyOnce("<main>")
        .containsOnlyOnce("</html>");
  }

  @Test
  void markdownHasNoHtmlHeadingLinkOrImageThatWeDidNotWrite() {
    List<String> found = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(run(ReportFormat.MARKDOWN).out())
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlBlock block) {
                found.add(block.getLiteral());
              }

              @Override
              public void visit(HtmlInline inline) {
                found.add(inline.getLiteral());
              }

              @Override
              public void visit(Image image) {
                found.add(image.getDestination());
              }

              @Override
              public void visit(Link link) {
                if (!link.getDestination().startsWith("https://")
                    || link.getDestination().contains("evil")) {
                  found.add(link.getDestination());
                }
              }

              @Override
              public void visit(Heading heading) {
                if (heading.getFirstChild() instanceof Text text
                    && text.getLiteral().contains("Pwned")) {
                  found.add(text.getLiteral());
                }
              }
            });
    assertThat(found).isEmpty();
  }

  @Test
  void jsonKeepsTheValuesAsValues() {
    Run run = run(ReportFormat.JSON);
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.json().get("caseId").asText()).isEqualTo(EVIL);
    assertThat(run.json().at("/symptoms/0/source").asText()).isEqualTo(EVIL);
  }

  @Test
  void jsonEscapesWhatATerminalWouldObeyBeyondAscii() {
    assertThat(run(ReportFormat.JSON).out()).doesNotContain("\u009b", "\u202e", "\u200b");
  }

  @Test
  void aControlCharacterDoesNotBreakALineOfMarkdown() {
    String file = Run.file(folder, "esc.txt", "\u001b[1mForged: \u001b[0m" + Run.DENIED);
    String markdown = Run.of("diagnose", "--format", "markdown", "-f", file).out();
    assertThat(markdown.lines().filter(line -> line.contains("Forged:")))
        .singleElement()
        .asString()
        .contains(Run.DENIED);
  }

  @Test
  void whatIsFilledIntoCommandsIsQuotedForTheShell() {
    for (var diagnosis : run(ReportFormat.JSON).json().get("diagnoses")) {
      for (var step : diagnosis.at("/solution/steps")) {
        String command = step.get("command").asText();
        assertThat(command.replaceAll("'[^']*'|\\\\'", ""))
            .as(command)
            .doesNotContain("rm -rf", "$(rm", "<script>");
      }
    }
  }
}
