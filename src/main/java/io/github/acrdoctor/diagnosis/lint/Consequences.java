package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.facts.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what is wrong only because something else is: the cases of a cause whose rules cannot
 * be read fail, and a symptom of a broken file is missing wherever it is used.
 */
final class Consequences {
  /** Mended by mending the rules or symptoms that a case needs. */
  private static final Set<String> OF_THE_CAUSE =
      Set.of("failing-case", "weak-cases", "unproven-rule");

  /** Say nothing for sure while a rule or a symptom is left out. */
  private static final Set<String> OF_THE_WHOLE =
      Set.of(
          "unused-symptom",
          "twin-causes",
          "hopeless-cause",
          "missing-capture",
          "wrong-capture",
          "shadowed-symptom",
          "unused-suppression");

  /** Found only when everything could be loaded, and yet a reason for cases to fail. */
  private static final Set<String> REASONS =
      Set.of(
          "invalid-case",
          "missing-capture",
          "missing-key",
          "missing-sibling",
          "unknown-concept",
          "unknown-symptom",
          "unknown-value",
          "unreachable-condition",
          "unreadable",
          "wrong-form");

  private final Set<String> brokenStems = new HashSet<>();
  private final boolean brokenSymptoms;
  private final boolean brokenConcepts;
  private final boolean brokenWhole;
  private final boolean brokenCases;

  private Consequences(Collection<Problem> loading, Collection<Problem> found) {
    loading.forEach(problem -> brokenStems.add(stem(problem.file())));
    found.stream()
        .filter(problem -> REASONS.contains(problem.id()))
        .forEach(problem -> brokenStems.add(stem(problem.file())));
    brokenSymptoms = loading.stream().anyMatch(p -> p.file().startsWith("rules/symptoms/"));
    brokenConcepts = loading.stream().anyMatch(p -> p.file().startsWith("rules/concepts/"));
    brokenCases =
        found.stream()
            .filter(p -> p.file().endsWith(".cases.yaml"))
            .anyMatch(p -> REASONS.contains(p.id()));
    brokenWhole =
        loading.stream()
            .anyMatch(
                p ->
                    p.file().startsWith("rules/symptoms/")
                        || p.file().endsWith(".drl")
                        || p.file().equals("rules/weights.yaml"));
  }

  /** What is wrong by itself. */
  static List<Problem> leftOut(Collection<Problem> loading, Collection<Problem> found) {
    Consequences consequences = new Consequences(loading, found);
    return found.stream().filter(problem -> !consequences.follows(problem)).toList();
  }

  private boolean follows(Problem problem) {
    return switch (problem.id()) {
      case "unknown-symptom" -> brokenSymptoms;
      case "unknown-concept" -> brokenConcepts;
      default ->
          OF_THE_CAUSE.contains(problem.id())
              ? lacksItsProof(problem.file())
              : OF_THE_WHOLE.contains(problem.id()) && brokenWhole;
    };
  }

  private boolean lacksItsProof(String file) {
    return brokenSymptoms
        || brokenConcepts
        || brokenStems.contains(stem(file))
        || (brokenCases && file.startsWith("rules/concepts/"));
  }

  private static String stem(String file) {
    return file.replaceAll("\\.[a-z.]+$", "");
  }
}
