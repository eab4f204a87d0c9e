package io.github.acrdoctor.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The checks that would bring the most certainty: the first step of "How to confirm" of each
 * candidate that is still open.
 *
 * <p>A check either confirms its cause or rules it out. What it brings is the expected probability
 * of the best answer afterwards, less that of the best answer now; when a cause is ruled out, what
 * it held goes to the others in proportion.
 */
final class Questions {
  private static final int MOST = 3;
  private static final double WORTH_ASKING = 0.01;

  private Questions() {}

  static List<Question> of(List<Diagnosis> diagnoses) {
    List<Question> questions = new ArrayList<>();
    for (Diagnosis diagnosis : diagnoses) {
      double gain = gain(diagnosis, diagnoses);
      if (gain >= WORTH_ASKING) {
        diagnosis.cause().confirm().stream()
            .filter(step -> !step.command().isEmpty())
            .findFirst()
            .ifPresent(step -> questions.add(question(diagnosis.cause(), step, gain)));
      }
    }
    questions.sort(
        Comparator.comparingDouble(Question::gain).reversed().thenComparing(Question::id));
    return questions.stream().limit(MOST).toList();
  }

  private static Question question(Cause cause, Step step, double gain) {
    return new Question(
        "confirm-" + cause.id(),
        cause.title() + "? " + step.text(),
        step.command(),
        gain,
        List.of());
  }

  private static double gain(Diagnosis asked, List<Diagnosis> diagnoses) {
    double p = asked.probability();
    double best = diagnoses.get(0).probability();
    double bestOther =
        diagnoses.stream()
            .filter(d -> d != asked)
            .mapToDouble(Diagnosis::probability)
            .max()
            .orElse(0);
    double afterNo = Math.min(1, bestOther / Math.max(1e-9, 1 - p));
    double expected = p + (1 - p) * Math.max(bestOther, Math.min(afterNo, 1));
    return Math.max(0, Math.min(1, expected) - best);
  }
}
