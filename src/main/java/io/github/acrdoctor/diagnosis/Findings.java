package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Symptom;
import java.util.List;

/**
 * All that can be said about a case.
 *
 * @param input the case
 * @param symptoms what was recognised in its texts
 * @param facts facts given and symptoms, together
 * @param diagnoses likeliest first
 * @param undetermined how likely it is that none of the diagnoses is right
 * @param questions what would help to know, best first
 */
public record Findings(
    Case input,
    List<Symptom> symptoms,
    List<Fact> facts,
    List<Diagnosis> diagnoses,
    double undetermined,
    List<Question> questions) {

  /** Lists are copied. */
  public Findings {
    symptoms = List.copyOf(symptoms);
    facts = List.copyOf(facts);
    diagnoses = List.copyOf(diagnoses);
    questions = List.copyOf(questions);
  }

  /**
   * Whether anything was identified.
   *
   * @return false when there is no diagnosis
   */
  public boolean identified() {
    return !diagnoses.isEmpty();
  }

  /**
   * What could not be learnt.
   *
   * @return in the order of the case
   */
  public List<NotCollected> notCollected() {
    return facts.stream()
        .filter(NotCollected.class::isInstance)
        .map(NotCollected.class::cast)
        .toList();
  }
}
