package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.RuleBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What came of a case.
 *
 * @param proof the case
 * @param outcome the strongest strength of its cause's evidence, in the words of case files
 * @param fired full names of the rules about its cause and of the concept rules that fired
 */
public record CaseProof(CauseCase proof, String outcome, Set<String> fired) {
  /** The names are copied. */
  public CaseProof {
    fired = Set.copyOf(fired);
  }

  /** A case with all its facts, also those that were recognised in its texts. */
  private record Known(CauseCase proof, List<Fact> facts) {}

  /**
   * Judges the cases of one cause, by an engine that holds little more than its rules.
   *
   * @param knowledge the knowledge base
   * @param cases cases of one cause; at least one
   * @return one for each case, in the same order
   */
  static List<CaseProof> of(Knowledge knowledge, List<CauseCase> cases) {
    return of(knowledge, cases, new ConcurrentHashMap<>());
  }

  /**
   * The same, when several causes are judged: near misses mostly have the texts of the case they
   * are near to, and neighbouring causes each other's.
   *
   * @param recognised what was recognised in texts so far; grows
   */
  static List<CaseProof> of(
      Knowledge knowledge, List<CauseCase> cases, Map<List<Text>, List<Symptom>> recognised) {
    List<Known> known =
        cases.stream()
            .map(
                proof ->
                    new Known(
                        proof,
                        facts(
                            proof,
                            recognised.computeIfAbsent(
                                proof.input().texts(), knowledge.recogniser()::recognise))))
            .toList();
    List<Fact> all = known.stream().flatMap(one -> one.facts().stream()).toList();
    RuleBase rules = knowledge.rules().about(all, Set.of(cases.get(0).cause()));
    return known.stream().map(one -> of(rules, one)).toList();
  }

  private static List<Fact> facts(CauseCase proof, List<Symptom> symptoms) {
    List<Fact> facts = new ArrayList<>(proof.input().facts());
    facts.addAll(symptoms);
    return facts;
  }

  private static CaseProof of(RuleBase rules, Known known) {
    CauseCase proof = known.proof();
    Instant now = proof.input().now() == null ? KnowledgeCheck.ANY_TIME : proof.input().now();
    Set<String> fired = new TreeSet<>();
    String outcome =
        KnowledgeCheck.outcome(
            proof.cause(),
            rules.judge(
                known.facts(),
                now,
                rule -> {
                  fired.add(rule);
                  return true;
                }));
    return new CaseProof(proof, outcome, fired);
  }
}
