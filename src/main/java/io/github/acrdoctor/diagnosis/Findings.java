package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Symptom;
import java.time.Instant;
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
 * @param now the moment the case was judged at
 * @param hops how far the client gets; empty when nothing shows it
 * @param mismatches what does not fit together
 * @param ambiguity the causes that the case cannot tell apart; null when there are none
 * @param nearest known messages that resemble a text in which nothing was identified
 */
public record Findings(
    Case input,
    List<Symptom> symptoms,
    List<Fact> facts,
    List<Diagnosis> diagnoses,
    double undetermined,
    List<Question> questions,
    Instant now,
    List<HopState> hops,
    List<Mismatch> mismatches,
    Ambiguity ambiguity,
    List<NearMessage> nearest) {

  /** Lists are copied. */
  public Findings {
    hops = List.copyOf(hops);
    mismatches = List.copyOf(mismatches);
    nearest = List.copyOf(nearest);
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
