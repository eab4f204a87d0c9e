package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Vocabulary;
import io.github.acrdoctor.rules.KnowledgeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether pages and questions hold together: links lead to official places, placeholders exist, a
 * cause refines one that exists, and nothing is left to be filled in.
 */
final class PageCheck {
  private static final String LINKS = "rules/links.yaml";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z][A-Za-z]*\\.[a-z][A-Za-z]*)}");
  private static final Pattern OPEN = Pattern.compile("\\b" + CauseDraft.OPEN + "\\b");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s)>`\"']+");

  private final KnowledgeFiles files;
  private final Knowledge knowledge;
  private final List<Problem> problems = new ArrayList<>();

  private PageCheck(KnowledgeFiles files, Knowledge knowledge) {
    this.files = files;
    this.knowledge = knowledge;
  }

  static List<Problem> check(KnowledgeFiles files, Knowledge knowledge) {
    PageCheck check = new PageCheck(files, knowledge);
    check.run();
    return check.problems;
  }

  private void run() {
    List<String> official = official();
    files
        .texts()
        .forEach(
            (path, text) -> {
              boolean page = path.endsWith(".md") && path.split("/").length == 3;
              int number = 0;
              for (String line : text.split("\n", -1)) {
                number++;
                if (!path.endsWith("README.md")) {
                  open(path, number, line);
                }
                if (page || path.startsWith("rules/questions/")) {
                  placeholders(path, number, line);
                }
                if (page && line.startsWith("- [")) {
                  links(path, number, line, official);
                }
              }
            });
    knowledge.causes().values().forEach(this::refines);
  }

  private void open(String path, int number, String line) {
    Matcher matcher = OPEN.matcher(line);
    if (matcher.find()) {
      problems.add(
          new Problem(
              "unfinished",
              path,
              number,
              matcher.start() + 1,
              "still to be filled in: " + line.substring(matcher.start()).strip(),
              ""));
    }
  }

  private void placeholders(String path, int number, String line) {
    Matcher matcher = PLACEHOLDER.matcher(line);
    while (matcher.find()) {
      if (!Vocabulary.has(matcher.group(1))) {
        problems.add(
            new Problem(
                "unknown-placeholder",
                path,
                number,
                matcher.start() + 1,
                "there is no placeholder " + matcher.group(1),
                Nearest.advice(matcher.group(1), Vocabulary.names())));
      }
    }
  }

  private void links(String path, int number, String line, List<String> official) {
    Matcher matcher = LINK.matcher(line);
    while (matcher.find()) {
      String url = matcher.group();
      if (!official.isEmpty() && official.stream().noneMatch(url::startsWith)) {
        problems.add(
            new Problem(
                "unofficial-link",
                path,
                number,
                matcher.start() + 1,
                "the link leads to no official place: " + url,
                "official places are listed in " + LINKS));
      }
    }
  }

  private void refines(Cause cause) {
    if (cause.refines() != null && !knowledge.causes().containsKey(cause.refines())) {
      Spot spot = Spot.word(files.texts().getOrDefault(cause.file(), ""), 1, cause.refines());
      problems.add(
          new Problem(
              "unknown-cause",
              cause.file(),
              spot.line(),
              spot.column(),
              "it refines " + cause.refines() + ", which does not exist",
              Nearest.advice(cause.refines(), knowledge.causes().keySet())));
    }
  }

  private List<String> official() {
    String text = files.texts().get(LINKS);
    List<String> prefixes = new ArrayList<>();
    if (text == null) {
      return prefixes;
    }
    try {
      if (DocReader.read(LINKS, text) instanceof Doc.Items items) {
        for (Doc item : items.items()) {
          if (item instanceof Doc.Scalar scalar && scalar.text() != null) {
            prefixes.add(scalar.text());
          }
        }
      } else {
        problems.add(
            new Problem(
                "wrong-form",
                LINKS,
                1,
                1,
                "the official places are not a list",
                "write - https://… for each"));
      }
    } catch (InputException e) {
      problems.add(Problem.of(LINKS, e));
    }
    return prefixes;
  }
}
