package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.ConditionCount;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.CoverageCounter;
import io.github.acrdoctor.rules.Situation;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Measures what the cases and examples of a knowledge base prove. */
public final class Coverages {
  private final Knowledge knowledge;
  private final Conditions conditions;

  /**
   * A measurement.
   *
   * @param knowledge the knowledge base
   * @param conditions the conditions of its rules
   */
  public Coverages(Knowledge knowledge, Conditions conditions) {
    this.knowledge = knowledge;
    this.conditions = conditions;
  }

  /**
   * Holds all rules against all cases.
   *
   * @param cases the cases of the knowledge base
   * @param texts how many texts were looked at beside them
   * @param unanswered groups of those that nothing answers
   * @return what is proven and what is not
   */
  public Coverage of(Collection<CauseCase> cases, int texts, List<TextGroup> unanswered) {
    CoverageCounter counter = new CoverageCounter(conditions.all());
    for (CauseCase proof : cases) {
      List<Fact> facts = new ArrayList<>(proof.input().facts());
      facts.addAll(knowledge.recogniser().recognise(proof.input().texts()));
      Instant now = proof.input().now() == null ? KnowledgeCheck.ANY_TIME : proof.input().now();
      Situation situation = Situation.of(facts, now, conditions.concepts());
      counter.count(situation);
      counter.countDecisive(situation, proof.cause());
    }
    return new Coverage(
        cases.size(),
        counter.counts().stream().map(Coverages::covered).toList(),
        NearMisses.check(List.copyOf(cases)),
        weakSymptoms(),
        texts,
        unanswered);
  }

  private static CoveredCondition covered(ConditionCount count) {
    return new CoveredCondition(
        count.rule().reason(),
        count.rule().subject(),
        count.rule().file(),
        count.line(),
        count.constraint() == null
            ? ConditionText.of(count.condition())
            : count.constraint().text().replaceAll("\\s+", " "),
        count.constraint() != null,
        count.yes(),
        count.no(),
        count.decisive());
  }

  private List<Problem> weakSymptoms() {
    List<Problem> problems = new ArrayList<>();
    for (SymptomDefinition symptom : knowledge.recogniser().definitions().values()) {
      if (symptom.examples().isEmpty()) {
        problems.add(problem(symptom, "missing-example", " has no example", "must match"));
      }
      if (symptom.nearMisses().isEmpty()) {
        problems.add(problem(symptom, "missing-near-miss", " has no near miss", "must not match"));
      }
    }
    return problems.stream().sorted().toList();
  }

  private static Problem problem(SymptomDefinition symptom, String id, String lacks, String which) {
    return new Problem(
        id, symptom.file(), symptom.line(), 0, symptom.id() + lacks, "add a text that " + which);
  }
}
