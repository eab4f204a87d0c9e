package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.RuleInfo;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes each rule and each symptom away and looks whether any case notices. What no case notices is
 * not proven by any.
 */
public final class Mutations {
  private final Knowledge knowledge;
  private final Set<String> neededRules = new HashSet<>();
  private final Set<String> neededSymptoms = new HashSet<>();

  private Mutations(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Looks for rules and symptoms that no case needs.
   *
   * @param knowledge a knowledge base whose cases hold
   * @param cases its cases
   * @return one problem each, sorted by place
   */
  public static List<Problem> unnoticed(Knowledge knowledge, Collection<CauseCase> cases) {
    Mutations mutations = new Mutations(knowledge);
    cases.forEach(mutations::mutate);
    return mutations.problems();
  }

  private void mutate(CauseCase proof) {
    List<Symptom> symptoms = knowledge.recogniser().recognise(proof.input().texts());
    Set<String> fired = new TreeSet<>();
    String outcome = outcome(proof, symptoms, fired, null);
    for (String rule : fired) {
      if (!neededRules.contains(rule)
          && !outcome(proof, symptoms, new HashSet<>(), rule).equals(outcome)) {
        neededRules.add(rule);
      }
    }
    for (String id : everySymptom(proof)) {
      if (!neededSymptoms.contains(id)) {
        List<Symptom> others =
            knowledge.recogniser().recognise(proof.input().texts(), other -> !other.equals(id));
        if (!outcome(proof, others, new HashSet<>(), null).equals(outcome)) {
          neededSymptoms.add(id);
        }
      }
    }
  }

  /** Those that are found, and those that only keep others from being believed. */
  private Set<String> everySymptom(CauseCase proof) {
    Set<String> ids = new TreeSet<>();
    knowledge
        .recogniser()
        .recognise(
            proof.input().texts(),
            id -> {
              ids.add(id);
              return true;
            });
    return ids;
  }

  private String outcome(
      CauseCase proof, List<Symptom> symptoms, Set<String> fired, String without) {
    List<Fact> facts = new ArrayList<>(proof.input().facts());
    facts.addAll(symptoms);
    Instant now = proof.input().now() == null ? KnowledgeCheck.ANY_TIME : proof.input().now();
    return KnowledgeCheck.outcome(
        proof.cause(),
        knowledge
            .rules()
            .judge(
                facts,
                now,
                rule -> {
                  fired.add(rule);
                  return !rule.equals(without);
                }));
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (RuleInfo rule : knowledge.rules().rules()) {
      if (!neededRules.contains(rule.name())) {
        problems.add(
            new Problem(
                "unproven-rule",
                rule.file(),
                rule.line(),
                0,
                "no case needs this rule: " + rule.name(),
                "add a case that fails without it, or remove it"));
      }
    }
    for (SymptomDefinition symptom : knowledge.recogniser().definitions().values()) {
      if (!neededSymptoms.contains(symptom.id())) {
        problems.add(
            new Problem(
                "unused-symptom",
                symptom.file(),
                symptom.line(),
                0,
                "no case needs this symptom: " + symptom.id(),
                "add a case that fails without it, or remove it"));
      }
    }
    problems.sort(Comparator.naturalOrder());
    return problems;
  }
}
