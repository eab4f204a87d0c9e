package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.Contradiction;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Judgement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Diagnoses cases with one knowledge base. May be used by many threads. */
public final class Diagnoser {
  /** What is less likely is not worth a person's time. */
  private static final double LEAST = 0.02;

  /** From here on the first answer is more than a guess, and trying out questions costs time. */
  private static final double SURE = 0.75;

  /** So many causes are worth telling apart. */
  private static final int CANDIDATES = 6;

  private final Knowledge knowledge;
  private final Late<NearestMessages> nearest;
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
    this.nearest = new Late<>(() -> new NearestMessages(knowledge.examples().get()));
    this.ranker =
        new Ranker(
            knowledge.weights(),
            cause ->
                knowledge.causes().containsKey(cause)
                    ? knowledge.causes().get(cause).prior()
                    : Prior.OCCASIONAL,
            cause ->
                knowledge.causes().containsKey(cause)
                    ? knowledge.causes().get(cause).refines()
                    : null);
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
    Judgement judgement = knowledge.rules().judge(facts, now);
    List<Evidence> evidence = judgement.evidence();
    Map<String, Double> probabilities = ranker.rank(evidence);
    List<Diagnosis> diagnoses = diagnoses(probabilities, evidence);
    List<Question> questions = questions(diagnoses, probabilities, facts, now);
    return new Findings(
        input,
        symptoms,
        facts,
        diagnoses,
        undetermined(diagnoses),
        questions,
        now,
        HopView.of(facts, knowledge.recogniser()::definition),
        judgement.contradictions().stream().map(this::mismatch).toList(),
        Ambiguities.of(diagnoses, questions),
        diagnoses.isEmpty() ? nearest.get().to(input.texts()) : List.of());
  }

  private Mismatch mismatch(Contradiction contradiction) {
    return new Mismatch(
        contradiction.id(),
        contradiction.reason(),
        knowledge.rules().place(contradiction.rule()),
        contradiction.facts());
  }

  /** What is as good as certain needs no question; else the answers are tried out. */
  private List<Question> questions(
      List<Diagnosis> diagnoses, Map<String, Double> probabilities, List<Fact> facts, Instant now) {
    if (diagnoses.isEmpty() || diagnoses.get(0).probability() >= SURE) {
      return Questions.of(diagnoses);
    }
    Set<String> candidates = new TreeSet<>();
    diagnoses.stream().limit(CANDIDATES).forEach(d -> candidates.add(d.cause().id()));
    List<Question> tried =
        new Simulation(knowledge.questions().get(), knowledge.rules(), ranker)
            .best(facts, now, candidates, probabilities);
    return tried.isEmpty() ? Questions.of(diagnoses) : tried;
  }

  private List<Diagnosis> diagnoses(Map<String, Double> probabilities, List<Evidence> evidence) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (Map.Entry<String, Double> entry : probabilities.entrySet()) {
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
