package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Facts at a moment, with the concepts that follow from them: what the conditions of rules are held
 * against to explain why a rule fires or does not. For one thread.
 */
public final class Situation {
  private final Evaluator evaluator;
  private final Map<String, List<RuleCondition>> concepts;
  private final Set<String> done = new HashSet<>();

  private Situation(Evaluator evaluator, Map<String, List<RuleCondition>> concepts) {
    this.evaluator = evaluator;
    this.concepts = concepts;
  }

  /**
   * A situation.
   *
   * @param facts what is known, without the clock and without concepts
   * @param now the moment to judge at
   * @param concepts the rules that derive concepts
   * @return the situation
   */
  public static Situation of(
      Collection<? extends Fact> facts, Instant now, List<RuleCondition> concepts) {
    Evaluator evaluator = new Evaluator(new java.util.LinkedHashSet<>(facts));
    evaluator.add(new Clock(now));
    Situation situation =
        new Situation(
            evaluator, concepts.stream().collect(Collectors.groupingBy(c -> c.rule().subject())));
    new TreeSet<>(situation.concepts.keySet()).forEach(situation::derive);
    return situation;
  }

  /** Derives a concept once those are derived that its rules look at. */
  private void derive(String concept) {
    if (!done.add(concept)) {
      return;
    }
    List<RuleCondition> rules = concepts.getOrDefault(concept, List.of());
    rules.forEach(rule -> NamedIds.concepts(rule.condition()).forEach(this::derive));
    if (rules.stream().anyMatch(rule -> evaluator.holds(rule.condition()))) {
      evaluator.add(new Concept(concept));
    }
  }

  /**
   * Whether a rule fires.
   *
   * @param rule a rule
   * @return whether its condition holds
   */
  public boolean holds(RuleCondition rule) {
    return evaluator.holds(rule.condition());
  }

  /**
   * How near a rule comes to firing.
   *
   * @param rule a rule
   * @return each of its conditions and what became of it
   */
  public Trace trace(RuleCondition rule) {
    return new Tracer(evaluator).trace(rule);
  }

  /**
   * How near the rules of a concept come to firing.
   *
   * @param concept id of a concept
   * @return by rule, in the order of files; empty for an unknown one
   */
  public List<Trace> concept(String concept) {
    return concepts.getOrDefault(concept, List.of()).stream().map(this::trace).toList();
  }

  Evaluator evaluator() {
    return evaluator;
  }
}
