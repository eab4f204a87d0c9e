package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Diagnoses cases with one knowledge base. May be used by many threads. */
public final class Diagnoser {
  /** What is less likely is not worth a person's time. */
  private static final double LEAST = 0.02;

  private final Knowledge knowledge;
  private final Ranker ranker;
  private final Clock clock;

  /**
   * A diagnoser.
   *
   * @param knowledge the knowledge base
   * @param clock tells the present to cases that have no moment of their own
   */
  public Diagnoser(Knowledge knowledge, Clock clock) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.ranker =
        new Ranker(
            knowledge.weights(),
            cause ->
                knowledge.causes().containsKey(cause)
                    ? knowledge.causes().get(cause).prior()
                    : Prior.OCCASIONAL);
  }

  /**
   * Diagnoses a case.
   *
   * @param input the case
   * @return all that can be said about it
   */
  public Findings diagnose(Case input) {
    List<Symptom> symptoms = knowledge.recogniser().recognise(input.texts());
    List<Fact> facts = new ArrayList<>(input.facts());
    facts.addAll(symptoms);
    Instant now = input.now() == null ? clock.instant() : input.now();
    List<Evidence> evidence = knowledge.rules().judge(facts, now);
    List<Diagnosis> diagnoses = diagnoses(evidence);
    return new Findings(
        input, symptoms, facts, diagnoses, undetermined(diagnoses), Questions.of(diagnoses));
  }

  private List<Diagnosis> diagnoses(List<Evidence> evidence) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (Map.Entry<String, Double> entry : ranker.rank(evidence).entrySet()) {
      Cause cause = knowledge.causes().get(entry.getKey());
      if (cause != null && entry.getValue() >= LEAST) {
        diagnoses.add(
            new Diagnosis(
                cause,
                entry.getValue(),
                Ranker.reasons(cause.id(), evidence, knowledge.rules()::place)));
      }
    }
    diagnoses.sort(
        Comparator.comparingDouble(Diagnosis::probability)
            .reversed()
            .thenComparing(d -> d.cause().id()));
    return diagnoses;
  }

  private static double undetermined(List<Diagnosis> diagnoses) {
    double none = 1;
    for (Diagnosis diagnosis : diagnoses) {
      none *= 1 - diagnosis.probability();
    }
    return none;
  }
}
