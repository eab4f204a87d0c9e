package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
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

  private static final Set<String> KEYS = Set.of("title", "prior", "refines", "settles");
  private static final Parser MARKDOWN =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final String file;
  private final Collection<Problem> problems;
  private final Map<String, List<Node>> sections = new LinkedHashMap<>();
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
    String[] path = file.split("/");
    String[] parts = text.replace("\r\n", "\n").split("(?m)^---[ \\t]*\\n", 3);
    if (parts.length < 3 || !parts[0].isBlank() || path.length != 3) {
      problem(1, "the page has no front matter", "start it with ---, title:, prior:, ---");
      return null;
    }
    Doc.Fields front = frontMatter(parts[1]);
    if (front == null) {
      return null;
    }
    bodyLine = 2 + (int) parts[1].lines().count();
    split(MARKDOWN.parse(parts[2]));
    String title = scalar(front, "title");
    readLabels();
    return new Cause(
        path[2].replaceAll("\\.md$", ""),
        path[1],
        title == null ? path[2] : title,
        prior(front),
        optional(front, "refines"),
        settles(front),
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

  private Doc.Fields frontMatter(String yaml) {
    try {
      Doc doc = DocReader.read(file, yaml);
      if (doc instanceof Doc.Fields fields) {
        fields.fields().keySet().stream()
            .filter(key -> !KEYS.contains(key))
            .forEach(
                key -> problem(2, "the front matter has no " + key, Nearest.advice(key, KEYS)));
        return fields;
      }
    } catch (InputException e) {
      problem(2, "the front matter cannot be read: " + e.getMessage(), "put the title in quotes");
      return null;
    }
    problem(2, "the front matter is not a mapping", "write title: and prior:");
    return null;
  }

  private Prior prior(Doc.Fields front) {
    String prior = scalar(front, "prior");
    try {
      return Prior.valueOf(String.valueOf(prior).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problem(2, "prior is " + prior, "write common, occasional or rare");
      return Prior.OCCASIONAL;
    }
  }

  private Settling settles(Doc.Fields front) {
    String written = optional(front, "settles");
    if (written == null) {
      return null;
    }
    Settling settling = Settling.parse(written);
    if (settling == null || !settling.events().stream().allMatch(Vocabulary::has)) {
      problem(
          2,
          "settles is '" + written + "'",
          "write it like this: 10 minutes after roleAssignment.createdAt");
    }
    return settling;
  }

  private static String optional(Doc.Fields front, String key) {
    return front.get(key) instanceof Doc.Scalar scalar ? scalar.text() : null;
  }

  private String scalar(Doc.Fields front, String key) {
    if (front.get(key) instanceof Doc.Scalar scalar && scalar.text() != null) {
      return scalar.text();
    }
    problem(2, key + " is missing", "");
    return null;
  }

  private void split(Node document) {
    List<Node> current = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        String title = Inline.of(heading);
        current = new ArrayList<>();
        if (!HEADINGS.contains(title) || sections.put(title, current) != null) {
          problem(
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
        problem(0, "the section '" + heading + "' is missing or empty", "");
      }
    }
    if (!List.copyOf(sections.keySet()).equals(HEADINGS)
        && sections.keySet().containsAll(HEADINGS)) {
      problem(
          0, "the headings are in another order", "the order is " + String.join(" · ", HEADINGS));
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
      } else {
        problem(line(node), "only paragraphs and lists are expected in '" + heading + "'", "");
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
      problem(0, "'" + heading + "' has no numbered steps", "");
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
      problem(0, "'Fix' has no line **" + label + ":**", "");
    }
    return value;
  }

  private List<Link> links() {
    List<Link> all = new ArrayList<>();
    for (Node node : sections.getOrDefault("References", List.of())) {
      new LinkCollector(all).collect(node);
    }
    if (all.isEmpty() && sections.containsKey("References")) {
      problem(0, "'References' has no link", "");
    }
    return all;
  }

  private int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 0
        : bodyLine + 1 + node.getSourceSpans().get(0).getLineIndex();
  }

  private void problem(int line, String message, String advice) {
    problems.add(new Problem(file, line, 0, message, advice));
  }
}
