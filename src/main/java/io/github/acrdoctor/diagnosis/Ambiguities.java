package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says outright when a case cannot tell its candidates apart. */
final class Ambiguities {
  /** From here on the first answer stands out. */
  private static final double CLEAR = 0.7;

  /** Less likely than this part of the first answer is no serious rival. */
  private static final double SERIOUS = 0.2;

  private Ambiguities() {}

  /**
   * The group that the first diagnosis belongs to: those that explain a fact it explains, and are
   * not much less likely.
   *
   * @param diagnoses likeliest first
   * @param questions best first
   * @return null when the first diagnosis stands out
   */
  static Ambiguity of(List<Diagnosis> diagnoses, List<Question> questions) {
    if (diagnoses.size() < 2 || diagnoses.get(0).probability() >= CLEAR) {
      return null;
    }
    Diagnosis first = diagnoses.get(0);
    Set<String> explained = explained(first);
    List<String> group = new ArrayList<>();
    Set<String> shared = new TreeSet<>(explained);
    for (Diagnosis diagnosis : diagnoses) {
      Set<String> common = new TreeSet<>(explained(diagnosis));
      common.retainAll(explained);
      if (!common.isEmpty() && diagnosis.probability() >= SERIOUS * first.probability()) {
        group.add(diagnosis.cause().id());
        shared.retainAll(common);
      }
    }
    if (group.size() < 2) {
      return null;
    }
    String symptom =
        shared.stream()
            .filter(key -> key.startsWith("symptom "))
            .map(key -> key.substring("symptom ".length()))
            .findFirst()
            .orElse(null);
    return new Ambiguity(group, symptom, questions.isEmpty() ? null : questions.get(0));
  }

  private static Set<String> explained(Diagnosis diagnosis) {
    return diagnosis.reasons().stream()
        .filter(Reason::supports)
        .flatMap(reason -> reason.facts().stream())
        .map(Ambiguities::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(Fact fact) {
    return fact instanceof Symptom symptom ? "symptom " + symptom.id() : fact.toString();
  }
}
