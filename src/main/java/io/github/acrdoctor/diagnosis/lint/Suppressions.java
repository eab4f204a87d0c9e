package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that allow a warning: {@code # lint: allow <id> because <reason>}, in YAML, in DRL
 * behind two slashes, in Markdown as a comment of HTML. One counts for its own line and for the
 * next line that is none; warnings about a whole file may be allowed anywhere in it.
 */
final class Suppressions {
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?:#|//|<!--)[ \\t]*lint:[ \\t]*allow\\b[ \\t]*(?<id>[a-z-]*)[ \\t]*(?:because[ \\t]*(?<reason>[^\\n]*?))?[ \\t]*(?:-->)?[ \\t]*$",
          Pattern.MULTILINE);
  private static final Pattern MARKER = Pattern.compile("(?:#|//|<!--)[ \\t]*lint:");

  private record Allowed(String file, String id, int line, int until, Spot spot) {
    boolean covers(Problem problem) {
      return problem.file().equals(file)
          && problem.id().equals(id)
          && (problem.line() == 0 || (problem.line() >= line && problem.line() <= until));
    }
  }

  private final List<Allowed> allowed = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Suppressions() {}

  /** The problems that are left, with those of the comments themselves. */
  static List<Problem> apply(KnowledgeFiles files, Collection<Problem> found) {
    Suppressions suppressions = new Suppressions();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (!path.endsWith("README.md") && MARKER.matcher(text).find()) {
                suppressions.read(path, text);
              }
            });
    return suppressions.apply(found);
  }

  private List<Problem> apply(Collection<Problem> found) {
    Set<Allowed> useful = new HashSet<>();
    for (Problem problem : found) {
      List<Allowed> covering = allowed.stream().filter(one -> one.covers(problem)).toList();
      useful.addAll(covering);
      if (covering.isEmpty()) {
        problems.add(problem);
      }
    }
    for (Allowed one : allowed) {
      if (!useful.contains(one)) {
        report(
            "unused-suppression",
            one.file(),
            one.spot(),
            "there is no " + one.id() + " here to allow",
            "remove the comment");
      }
    }
    return problems;
  }

  private void read(String path, String text) {
    Set<Integer> starts = new HashSet<>();
    Matcher comment = COMMENT.matcher(text);
    while (comment.find()) {
      starts.add(comment.start());
      allow(path, text, comment);
    }
    Matcher marker = MARKER.matcher(text);
    while (marker.find()) {
      if (!starts.contains(marker.start())) {
        wrong(path, Spot.of(text, marker.start()), "this comment to the linter is not understood");
      }
    }
  }

  private void allow(String path, String text, Matcher comment) {
    Spot spot = Spot.of(text, comment.start());
    String id = comment.group("id");
    String reason = comment.group("reason");
    LintRule rule = LintRule.all().get(id);
    if (rule == null) {
      report(
          "wrong-suppression",
          path,
          spot,
          "there is no kind of problem " + id,
          Nearest.to(id, LintRule.all().keySet())
              .map(name -> "did you mean " + name + "?")
              .orElse("docs/lint.md lists them"));
    } else if (rule.error()) {
      report(
          "wrong-suppression",
          path,
          spot,
          id + " is an error and cannot be allowed",
          "mend what it complains about");
    } else if (reason == null || reason.isBlank()) {
      wrong(path, spot, "the comment does not say why " + id + " is right here");
    } else {
      allowed.add(new Allowed(path, id, spot.line(), until(text, spot.line()), spot));
    }
  }

  private void wrong(String path, Spot spot, String message) {
    report("wrong-suppression", path, spot, message, "write lint: allow <id> because <reason>");
  }

  /** The first line behind a comment that is no comment to the linter itself. */
  private static int until(String text, int line) {
    String[] lines = text.split("\n", -1);
    int next = line;
    while (next < lines.length && MARKER.matcher(lines[next]).find()) {
      next++;
    }
    return next + 1;
  }

  private void report(String id, String path, Spot spot, String message, String advice) {
    problems.add(new Problem(id, path, spot.line(), spot.column(), message, advice));
  }
}
