package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the symptoms and concepts that rules name exist. */
final class IdCheck {
  private static final Pattern PATTERN = Pattern.compile("\\b(Symptom|Concept)\\(");
  private static final Pattern USED =
      Pattern.compile("\\bid\\s*(?:[!=]=\\s*(\"[^\"]*\")|(?:not\\s+)?in\\s*\\(([^)]*))");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private IdCheck() {}

  static List<Problem> check(KnowledgeFiles files, Knowledge knowledge) {
    Set<String> concepts =
        knowledge.rules().rules().stream()
            .filter(RuleInfo::isConcept)
            .map(RuleInfo::subject)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> symptoms = knowledge.recogniser().definitions().keySet();
    List<Problem> problems = new ArrayList<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".drl")) {
                Matcher pattern = PATTERN.matcher(text);
                while (pattern.find()) {
                  boolean concept = pattern.group(1).equals("Concept");
                  Set<String> known = concept ? concepts : symptoms;
                  int end = end(text, pattern.end());
                  check(path, text, pattern.end(), end, known, concept ? "concept" : "symptom")
                      .forEach(problems::add);
                }
              }
            });
    return problems;
  }

  /** The end of what stands between parentheses. */
  private static int end(String text, int start) {
    int depth = 1;
    int at = start;
    while (at < text.length() && depth > 0) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      at++;
    }
    return at;
  }

  private static List<Problem> check(
      String path, String text, int start, int end, Set<String> known, String noun) {
    List<Problem> problems = new ArrayList<>();
    Matcher use = USED.matcher(text).region(start, end);
    while (use.find()) {
      int group = use.group(1) == null ? 2 : 1;
      Matcher id = QUOTED.matcher(text).region(use.start(group), use.end(group));
      while (id.find()) {
        if (!known.contains(id.group(1))) {
          Spot spot = Spot.of(text, id.start(1));
          problems.add(
              new Problem(
                  "unknown-" + noun,
                  path,
                  spot.line(),
                  spot.column(),
                  "there is no " + noun + " " + id.group(1),
                  Nearest.advice(id.group(1), known)));
        }
      }
    }
    return problems;
  }
}
