package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a cause's page: front matter and five fixed headings. */
final class PageReader {
  static final List<String> HEADINGS =
      List.of("What it means", "How to confirm", "Fix", "If that did not help", "References");
  static final List<String> LABELS = List.of("Role needed", "Risk", "Undo", "Verify");

  private static final Parser MARKDOWN =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final String file;
  private final Collection<Problem> problems;
  private final Map<String, List<Node>> sections = new LinkedHashMap<>();
  private final Map<String, Integer> headingLines = new LinkedHashMap<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private int bodyLine;

  private PageReader(String file, Collection<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a page.
   *
   * @param file path, {@code rules/<family>/<cause>.md}
   * @param text its content
   * @param problems collects what is wrong
   * @return null when it cannot be used at all
   */
  static Cause read(String file, String text, Collection<Problem> problems) {
    return new PageReader(file, problems).page(text);
  }

  private Cause page(String text) {
    String[] path = file.split("/", -1);
    String[] parts = text.replace("\r\n", "\n").split("(?m)^---[ \\t]*\\n", 3);
    if (parts.length < 3 || !parts[0].isBlank() || path.length != 3) {
      problem(
          "page-front-matter",
          1,
          "the page has no front matter",
          "start it with ---, title:, prior:, ---");
      return null;
    }
    PageFront front = PageFront.read(file, parts[1], problems);
    if (front == null) {
      return null;
    }
    bodyLine = 2 + (int) parts[1].lines().count();
    split(MARKDOWN.parse(parts[2]));
    String title = front.title();
    readLabels();
    return new Cause(
        path[2].replaceAll("\\.md$", ""),
        path[1],
        title == null ? path[2] : title,
        front.prior(),
        front.refines(),
        front.settles(),
        paragraphs("What it means"),
        steps("How to confirm"),
        steps("Fix"),
        label("Role needed"),
        label("Risk"),
        label("Undo"),
        label("Verify"),
        paragraphs("If that did not help"),
        links(),
        file);
  }

  private void split(Node document) {
    List<Node> current = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        String title = Inline.of(heading);
        current = new ArrayList<>();
        headingLines.put(title, line(node));
        if (!HEADINGS.contains(title) || sections.put(title, current) != null) {
          problem(
              "page-headings",
              line(node),
              "the heading '" + title + "' is not expected",
              "the headings are " + String.join(" · ", HEADINGS));
        }
      } else {
        current.add(node);
      }
    }
    for (String heading : HEADINGS) {
      if (sections.getOrDefault(heading, List.of()).isEmpty()) {
        problem(
            "page-headings",
            0,
            "the section '" + heading + "' is missing or empty",
            "add ## " + heading);
      }
    }
    if (!List.copyOf(sections.keySet()).equals(HEADINGS)
        && sections.keySet().containsAll(HEADINGS)) {
      problem(
          "page-headings",
          0,
          "the headings are in another order",
          "the order is " + String.join(" · ", HEADINGS));
    }
  }

  private List<String> paragraphs(String heading) {
    List<String> all = new ArrayList<>();
    for (Node node : sections.getOrDefault(heading, List.of())) {
      if (node instanceof Paragraph) {
        all.add(Inline.of(node).replace('\n', ' '));
      } else if (node instanceof ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
          all.add(step(item).text());
        }
      } else if (!(node instanceof HtmlBlock comment && comment.getLiteral().startsWith("<!--"))) {
        problem(
            "page-section",
            line(node),
            "only paragraphs and lists are expected in '" + heading + "'",
            "");
      }
    }
    return all;
  }

  private List<Step> steps(String heading) {
    List<Step> all = new ArrayList<>();
    for (Node node : sections.getOrDefault(heading, List.of())) {
      if (node instanceof ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
          all.add(step(item));
        }
      }
    }
    if (all.isEmpty() && sections.containsKey(heading)) {
      problem(
          "page-section",
          headingLines.getOrDefault(heading, 0),
          "'" + heading + "' has no numbered steps",
          "write 1. and what to do");
    }
    return all;
  }

  private static Step step(Node item) {
    List<String> texts = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock code) {
        commands.add(code.getLiteral().strip());
      } else {
        texts.add(Inline.of(node).replace('\n', ' '));
      }
    }
    return new Step(String.join(" ", texts), String.join("\n", commands));
  }

  private void readLabels() {
    for (Node node : sections.getOrDefault("Fix", List.of())) {
      if (node instanceof Paragraph) {
        for (String text : Inline.of(node).split("\n", -1)) {
          for (String label : LABELS) {
            if (text.startsWith("**" + label + ":**")) {
              labels.put(label, text.substring(label.length() + 5).strip());
            }
          }
        }
      }
    }
  }

  private String label(String label) {
    String value = labels.getOrDefault(label, "");
    if (value.isEmpty() && sections.containsKey("Fix")) {
      problem(
          "page-label",
          headingLines.getOrDefault("Fix", 0),
          "'Fix' has no line **" + label + ":**",
          "add it behind the steps");
    }
    return value;
  }

  private List<Link> links() {
    List<Link> all = new ArrayList<>();
    for (Node node : sections.getOrDefault("References", List.of())) {
      new LinkCollector(all).collect(node);
    }
    if (all.isEmpty() && sections.containsKey("References")) {
      problem(
          "page-section",
          headingLines.getOrDefault("References", 0),
          "'References' has no link",
          "write - [title](https://…)");
    }
    return all;
  }

  private int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 0
        : bodyLine + 1 + node.getSourceSpans().get(0).getLineIndex();
  }

  private void problem(String id, int line, String message, String advice) {
    problems.add(new Problem(id, file, line, line == 0 ? 0 : 1, message, advice));
  }
}
