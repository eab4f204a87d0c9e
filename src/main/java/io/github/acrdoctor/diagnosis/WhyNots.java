package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Situation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Explains why a cause is, or is not, what a case is diagnosed as. For one thread. */
public final class WhyNots {
  private final Knowledge knowledge;
  private final Conditions conditions;
  private final Clock clock;
  private final Ranker ranker;

  /**
   * An explainer.
   *
   * @param knowledge the knowledge base
   * @param conditions the conditions of its rules
   * @param clock tells the present to cases that have no moment of their own
   */
  public WhyNots(Knowledge knowledge, Conditions conditions, Clock clock) {
    this.knowledge = knowledge;
    this.conditions = conditions;
    this.clock = clock;
    this.ranker = new Ranker(knowledge.weights(), this::prior, this::refines);
  }

  private Prior prior(String id) {
    Cause cause = knowledge.causes().get(id);
    return cause == null ? Prior.OCCASIONAL : cause.prior();
  }

  private String refines(String id) {
    Cause cause = knowledge.causes().get(id);
    return cause == null ? null : cause.refines();
  }

  /**
   * Explains a cause on a case.
   *
   * @param id the cause
   * @param input the case
   * @return why, or why not
   * @throws InputException when there is no such cause
   */
  public WhyNot of(String id, Case input) {
    Cause cause = known(knowledge, id);
    List<Fact> facts = new ArrayList<>(input.facts());
    facts.addAll(knowledge.recogniser().recognise(input.texts()));
    Instant now = input.now() == null ? clock.instant() : input.now();
    List<Evidence> evidence = knowledge.rules().judge(facts, now).evidence();
    Map<String, Double> probabilities = ranker.rank(evidence);
    List<RankedCause> ranked = ranked(probabilities);
    Situation situation = Situation.of(facts, now, conditions.concepts());
    return new WhyNot(
        cause,
        probabilities.getOrDefault(id, 0.0),
        1 + ranked.stream().map(RankedCause::cause).toList().indexOf(id),
        new Stories(situation, knowledge, input.texts()).of(conditions.about(id)),
        rivals(id, evidence, ranked),
        ranked.isEmpty() ? null : ranked.get(0));
  }

  /** The cause of an id; refused with the nearest one when there is none. */
  static Cause known(Knowledge knowledge, String id) {
    if (!knowledge.causes().containsKey(id)) {
      throw new InputException(
          id,
          "there is no such cause",
          Nearest.to(id, knowledge.causes().keySet())
              .map(name -> "did you mean " + name + "?")
              .orElse("acr-doctor rules list shows the causes"));
    }
    return knowledge.causes().get(id);
  }

  private List<RankedCause> ranked(Map<String, Double> probabilities) {
    return probabilities.entrySet().stream()
        .filter(entry -> knowledge.causes().containsKey(entry.getKey()))
        .map(entry -> new RankedCause(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(RankedCause::probability)
                .reversed()
                .thenComparing(RankedCause::cause))
        .toList();
  }

  /** Likelier causes that share a supporting fact with the cause. */
  private List<Rival> rivals(String id, List<Evidence> evidence, List<RankedCause> ranked) {
    Map<String, String> own = supporting(id, evidence);
    List<Rival> rivals = new ArrayList<>();
    for (RankedCause other : ranked) {
      if (other.cause().equals(id)) {
        break;
      }
      Map<String, String> shared = supporting(other.cause(), evidence);
      shared.keySet().retainAll(own.keySet());
      if (!shared.isEmpty()) {
        rivals.add(rival(other, List.copyOf(shared.values()), evidence));
      }
    }
    return rivals;
  }

  private Rival rival(RankedCause other, List<String> shared, List<Evidence> evidence) {
    Reason best =
        Ranker.reasons(other.cause(), evidence, knowledge.rules()::place).stream()
            .filter(Reason::supports)
            .findFirst()
            .orElseThrow();
    return new Rival(
        other.cause(),
        knowledge.causes().get(other.cause()).title(),
        other.probability(),
        shared,
        best.text(),
        best.strengthWord());
  }

  /** What a cause's support rests on: what it is called, by what makes it the same fact. */
  private static Map<String, String> supporting(String cause, List<Evidence> evidence) {
    Map<String, String> facts = new TreeMap<>();
    for (Evidence piece : evidence) {
      if (piece.cause().equals(cause) && piece.strength().supports()) {
        for (Fact fact : piece.facts()) {
          String symptom = fact instanceof Symptom s ? "symptom " + s.id() : null;
          facts.put(
              symptom == null ? fact.toString() : symptom,
              symptom == null ? FactWords.of(fact, Set.of()) : symptom);
        }
      }
    }
    return facts;
  }
}
