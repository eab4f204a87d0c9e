package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Strength;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Turns evidence into probabilities.
 *
 * <p>Each piece of evidence spreads its weight evenly over the facts it rests on; of several pieces
 * on one fact only the heaviest counts. The sum, with the cause's prior, is the cause's score, in
 * log odds. Then every fact that supports anything asks for an explanation, and the causes it
 * supports compete for it, together with the cause nobody has written down yet: a cause's share is
 * its part of the odds. Its probability is its best share. So a cause that has a fact of its own
 * explains the symptoms it accounts for and its rivals there lose, while two causes with facts of
 * their own may both be near one. See docs/decisions/ranking.md.
 */
public final class Ranker {
  private final Weights weights;
  private final Function<String, Prior> priors;
  private final Function<String, String> refines;

  /**
   * A ranker.
   *
   * @param weights the numbers behind the words
   * @param priors how often each cause occurs
   * @param refines the cause that a cause is a special form of; null for most
   */
  public Ranker(Weights weights, Function<String, Prior> priors, Function<String, String> refines) {
    this.weights = weights;
    this.priors = priors;
    this.refines = refines;
  }

  /**
   * The probability of each cause that has any evidence for it.
   *
   * @param evidence all evidence, in any order
   * @return by cause, in alphabetical order
   */
  public Map<String, Double> rank(Collection<Evidence> evidence) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Evidence piece : evidence) {
      tallies
          .computeIfAbsent(piece.cause(), c -> new Tally())
          .add(piece, weights.of(piece.strength()));
    }
    tallies.values().removeIf(tally -> tally.support.isEmpty());
    Map<String, Double> odds = new TreeMap<>();
    tallies.forEach(
        (cause, tally) ->
            odds.put(cause, Math.exp(tally.score() + weights.of(priors.apply(cause)))));
    Map<String, Set<String>> refined = refined(tallies);
    Map<String, Double> claims = new TreeMap<>();
    tallies.forEach(
        (cause, tally) ->
            tally
                .support
                .keySet()
                .forEach(
                    fact -> claims.merge(fact, claim(cause, fact, odds, refined), Double::sum)));
    double unknown = Math.exp(weights.unknown());
    Map<String, Double> probabilities = new TreeMap<>();
    tallies.forEach(
        (cause, tally) -> {
          double best = 0;
          for (String fact : tally.support.keySet()) {
            double claim = claim(cause, fact, odds, refined);
            best = Math.max(best, claim / (claims.get(fact) + unknown));
          }
          probabilities.put(cause, Math.min(1, best));
        });
    return probabilities;
  }

  private double claim(
      String cause, String fact, Map<String, Double> odds, Map<String, Set<String>> refined) {
    boolean less = refined.getOrDefault(cause, Set.of()).contains(fact);
    return odds.get(cause) * (less ? Math.exp(weights.refined()) : 1);
  }

  /** For each cause, the facts that a special form of it explains at least as well. */
  private Map<String, Set<String>> refined(Map<String, Tally> tallies) {
    Map<String, Set<String>> refined = new TreeMap<>();
    tallies.forEach(
        (cause, tally) -> {
          String general = refines.apply(cause);
          Tally other = general == null ? null : tallies.get(general);
          if (other != null) {
            tally.support.forEach(
                (fact, share) -> {
                  if (share >= other.support.getOrDefault(fact, Double.MAX_VALUE)) {
                    refined.computeIfAbsent(general, g -> new TreeSet<>()).add(fact);
                  }
                });
          }
        });
    return refined;
  }

  /** What speaks for and against one cause, by fact. */
  private static final class Tally {
    private final Map<String, Double> support = new TreeMap<>();
    private final Map<String, Double> opposition = new TreeMap<>();

    void add(Evidence piece, double weight) {
      Set<String> facts = keys(piece);
      Map<String, Double> side = piece.strength().supports() ? support : opposition;
      double share = Math.abs(weight) / facts.size();
      facts.forEach(fact -> side.merge(fact, share, Math::max));
    }

    double score() {
      return sum(support) - sum(opposition);
    }

    private static double sum(Map<String, Double> side) {
      double total = 0;
      for (double share : side.values()) {
        total += share;
      }
      return total;
    }
  }

  /** The facts a piece of evidence rests on; a symptom is the same fact wherever it is found. */
  static Set<String> keys(Evidence piece) {
    Set<String> keys = new TreeSet<>();
    for (Fact fact : piece.facts()) {
      keys.add(fact instanceof Symptom symptom ? "symptom " + symptom.id() : fact.toString());
    }
    if (keys.isEmpty()) {
      keys.add("rule " + piece.rule());
    }
    return keys;
  }

  /**
   * The evidence of a cause, as a person reads it: supporting first, strongest first, each reason
   * once.
   *
   * @param cause a cause
   * @param evidence all evidence
   * @param place tells where a rule stands
   * @return never null
   */
  static List<Reason> reasons(
      String cause, Collection<Evidence> evidence, Function<String, String> place) {
    Map<String, Reason> once = new HashMap<>();
    for (Evidence piece : evidence) {
      if (piece.cause().equals(cause)) {
        once.merge(
            piece.rule(),
            new Reason(piece.strength(), piece.reason(), place.apply(piece.rule()), piece.facts()),
            Ranker::together);
      }
    }
    List<Reason> reasons = new ArrayList<>(once.values());
    reasons.sort(
        Comparator.comparing(
                (Reason r) -> r.strength() == Strength.EXCLUDED ? 0 : 1 + r.strength().ordinal())
            .thenComparing(Reason::rule));
    return reasons;
  }

  private static Reason together(Reason one, Reason other) {
    List<Fact> facts = new ArrayList<>(one.facts());
    other.facts().stream().filter(fact -> !facts.contains(fact)).forEach(facts::add);
    facts.sort(Comparator.comparing(Fact::toString));
    return new Reason(one.strength(), one.text(), one.rule(), facts);
  }
}
