package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Finds the weights that fit labelled cases best, and measures them on cases they were not fitted
 * to.
 */
public final class Calibration {
  private static final int STEPS = 1500;
  private static final double SURE = 0.99;

  /** What moving a weight by one costs, against the log loss of a case. */
  private static final double PULL = 1;

  private final Knowledge knowledge;
  private final List<Judged> cases;

  private record Judged(LabelledCase labelled, List<Evidence> evidence) {}

  /**
   * A calibration. The evidence of each case is gathered once; weights only change what it is
   * worth.
   *
   * @param knowledge the knowledge base
   * @param labelled labelled cases
   * @param now the moment to judge at
   */
  public Calibration(Knowledge knowledge, List<LabelledCase> labelled, Instant now) {
    this.knowledge = knowledge;
    this.cases = labelled.stream().map(c -> new Judged(c, evidence(knowledge, c, now))).toList();
  }

  private static List<Evidence> evidence(Knowledge knowledge, LabelledCase labelled, Instant now) {
    List<Fact> facts = new ArrayList<>(knowledge.recogniser().recognise(labelled.texts()));
    return knowledge.rules().judge(facts, now).evidence();
  }

  /**
   * Answers all cases with given weights.
   *
   * @param weights the weights
   * @return the evaluation
   */
  public Evaluation evaluate(Weights weights) {
    return new Evaluation(scored(cases, weights), families());
  }

  /**
   * Answers each case with weights that were fitted without it.
   *
   * @param folds into how many parts the cases are split
   * @return the evaluation of all parts together
   */
  public Evaluation crossValidate(int folds) {
    List<Evaluation.Scored> all = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Judged> training = new ArrayList<>();
      List<Judged> held = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        (i % folds == fold ? held : training).add(cases.get(i));
      }
      all.addAll(scored(held, fit(training)));
    }
    return new Evaluation(all, families());
  }

  /**
   * The weights that fit all cases best.
   *
   * @return never null
   */
  public Weights fit() {
    return fit(cases);
  }

  private Map<String, String> families() {
    return knowledge.causes().values().stream()
        .collect(java.util.stream.Collectors.toMap(Cause::id, Cause::family));
  }

  private List<Evaluation.Scored> scored(List<Judged> some, Weights weights) {
    return some.stream().map(c -> scored(c, weights)).toList();
  }

  private Evaluation.Scored scored(Judged judged, Weights weights) {
    List<RankedCause> answers = answers(judged, weights);
    List<String> reasons =
        answers.isEmpty()
            ? List.of()
            : judged.evidence().stream()
                .filter(e -> e.cause().equals(answers.get(0).cause()) && e.strength().supports())
                .map(
                    e ->
                        e.strength().name().toLowerCase(Locale.ROOT)
                            + ": "
                            + e.reason()
                            + " ("
                            + knowledge.rules().place(e.rule())
                            + ")")
                .distinct()
                .toList();
    return new Evaluation.Scored(judged.labelled(), answers, reasons);
  }

  private List<RankedCause> answers(Judged judged, Weights weights) {
    Ranker ranker = new Ranker(weights, this::prior, this::refines);
    Map<String, Double> ranked = new TreeMap<>();
    ranker
        .rank(judged.evidence())
        .forEach((cause, p) -> ranked.merge(labelOf(cause, judged.labelled()), p, Math::max));
    return ranked.entrySet().stream()
        .filter(e -> knowledge.causes().containsKey(e.getKey()))
        .map(e -> new RankedCause(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingDouble(RankedCause::probability)
                .reversed()
                .thenComparing(RankedCause::cause))
        .toList();
  }

  /**
   * Labels name the general causes; a special form of one is the same answer, only more exact,
   * unless the label names the special form itself.
   */
  private String labelOf(String cause, LabelledCase labelled) {
    String general = refines(cause);
    return general == null || labelled.accepts(cause) ? cause : general;
  }

  private Prior prior(String cause) {
    Cause known = knowledge.causes().get(cause);
    return known == null ? Prior.OCCASIONAL : known.prior();
  }

  private String refines(String cause) {
    Cause known = knowledge.causes().get(cause);
    return known == null ? null : known.refines();
  }

  /**
   * Random steps from the weights in force, keeping those that fit better; the seed makes it
   * repeatable.
   */
  private Weights fit(List<Judged> training) {
    Random random = new Random(20261124);
    Weights best = knowledge.weights();
    double loss = loss(training, best);
    for (int step = 0; step < STEPS; step++) {
      Weights candidate = neighbour(best, random);
      if (isOrdered(candidate)) {
        double candidateLoss =
            loss(training, candidate) + PULL * distance(candidate, knowledge.weights());
        if (candidateLoss < loss) {
          best = candidate;
          loss = candidateLoss;
        }
      }
    }
    return best;
  }

  /**
   * Few cases must not pull the weights far: a word keeps about the meaning it was written with.
   */
  private static double distance(Weights one, Weights other) {
    double distance = Math.pow(one.unknown() - other.unknown(), 2);
    for (Strength strength : Strength.values()) {
      distance += Math.pow(one.of(strength) - other.of(strength), 2);
    }
    for (Prior prior : Prior.values()) {
      distance += Math.pow(one.of(prior) - other.of(prior), 2);
    }
    return distance;
  }

  private static Weights neighbour(Weights from, Random random) {
    Map<Strength, Double> strengths = new EnumMap<>(from.strengths());
    Map<Prior, Double> priors = new EnumMap<>(from.priors());
    double unknown = from.unknown();
    double step = random.nextGaussian() * 0.4;
    int which = random.nextInt(Strength.values().length + Prior.values().length);
    if (which < Strength.values().length) {
      Strength strength = Strength.values()[which];
      if (strength == Strength.EXCLUDED) {
        unknown += step;
      } else {
        strengths.merge(strength, step, Double::sum);
      }
    } else {
      priors.merge(Prior.values()[which - Strength.values().length], step, Double::sum);
    }
    return new Weights(strengths, priors, unknown, from.refined());
  }

  /** Words keep their order, and none of them loses its meaning. */
  private static boolean isOrdered(Weights weights) {
    return weights.of(Strength.CERTAIN) >= weights.of(Strength.STRONG) + 1
        && weights.of(Strength.STRONG) >= weights.of(Strength.HINT) + 0.5
        && weights.of(Strength.HINT) >= 0.3
        && weights.of(Strength.AGAINST) <= -0.5
        && weights.of(Strength.AGAINST) >= -6
        && weights.of(Strength.CERTAIN) <= 9
        && weights.of(Prior.COMMON) >= weights.of(Prior.OCCASIONAL)
        && weights.of(Prior.OCCASIONAL) >= weights.of(Prior.RARE)
        && weights.of(Prior.RARE) >= -3
        && weights.of(Prior.COMMON) <= 3;
  }

  /** Log loss of the first answer, and a fine for a true cause that comes later. */
  private double loss(List<Judged> some, Weights weights) {
    double total = 0;
    for (Judged judged : some) {
      List<RankedCause> answers = answers(judged, weights);
      if (answers.isEmpty()) {
        total += 1;
        continue;
      }
      RankedCause first = answers.get(0);
      double stated = Math.min(SURE, Math.max(1 - SURE, first.probability()));
      total -= Math.log(judged.labelled().cause().equals(first.cause()) ? stated : 1 - stated);
      total += lateness(judged.labelled().cause(), answers);
    }
    return total;
  }

  private static double lateness(String cause, List<RankedCause> answers) {
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).cause().equals(cause)) {
        return i == 0 ? 0 : i < 3 ? 0.3 : 1;
      }
    }
    return 1;
  }
}
