package io.github.acrdoctor.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Measures answers against labelled cases. */
public final class Evaluation {
  private static final int BINS = 10;
  private static final String NEGATIVE = "not-acr";

  private final List<Scored> all;
  private final Map<String, String> families;

  /**
   * A labelled case with the answers given.
   *
   * @param labelled the case
   * @param answers causes, likeliest first
   * @param misleading the reasons that spoke for the first answer
   */
  public record Scored(LabelledCase labelled, List<RankedCause> answers, List<String> misleading) {
    /** Lists are copied. */
    public Scored {
      answers = List.copyOf(answers);
      misleading = List.copyOf(misleading);
    }

    /**
     * The first answer.
     *
     * @return the empty string when none was given
     */
    public String first() {
      return answers.isEmpty() ? "" : answers.get(0).cause();
    }

    boolean right() {
      return first().equals(labelled.cause());
    }

    boolean accepted() {
      return labelled.accepts(first());
    }

    boolean amongThree() {
      return answers.stream().limit(3).anyMatch(a -> a.cause().equals(labelled.cause()));
    }

    boolean acceptedAmongThree() {
      return answers.stream().limit(3).anyMatch(a -> labelled.accepts(a.cause()));
    }
  }

  /**
   * A group of cases whose first answers were about equally sure.
   *
   * @param from lowest probability
   * @param cases how many
   * @param stated mean probability that was stated
   * @param right share whose first answer is the labelled cause
   * @param accepted share whose first answer is the labelled cause or an equally accepted one
   */
  public record Bin(double from, int cases, double stated, double right, double accepted) {}

  /**
   * An evaluation.
   *
   * @param all the cases with their answers
   * @param families family of each known cause
   */
  public Evaluation(List<Scored> all, Map<String, String> families) {
    this.all = List.copyOf(all);
    this.families = Map.copyOf(families);
  }

  /**
   * Answers cases and measures the answers.
   *
   * @param cases labelled cases
   * @param answer gives causes for a case, likeliest first
   * @param families family of each known cause
   * @return the evaluation
   */
  public static Evaluation of(
      List<LabelledCase> cases,
      Function<LabelledCase, List<RankedCause>> answer,
      Map<String, String> families) {
    return new Evaluation(
        cases.stream().map(c -> new Scored(c, answer.apply(c), List.of())).toList(), families);
  }

  /**
   * How many cases there are.
   *
   * @param ambiguous whether ambiguous or decisive ones are counted
   * @return a count
   */
  public int count(boolean ambiguous) {
    return (int) all.stream().filter(s -> s.labelled().ambiguous() == ambiguous).count();
  }

  /**
   * Share of cases whose first answer is the true cause.
   *
   * @param ambiguous whether ambiguous or decisive ones are looked at
   * @return from 0 to 1; 1 when there are none
   */
  public double top1(boolean ambiguous) {
    return share(ambiguous, Scored::right);
  }

  /**
   * Share of cases whose first answer is the true or an equally accepted cause.
   *
   * @param ambiguous whether ambiguous or decisive ones are looked at
   * @return from 0 to 1
   */
  public double accepted1(boolean ambiguous) {
    return share(ambiguous, Scored::accepted);
  }

  /**
   * Share of cases whose true cause is among the first three answers.
   *
   * @param ambiguous whether ambiguous or decisive ones are looked at
   * @return from 0 to 1
   */
  public double top3(boolean ambiguous) {
    return share(ambiguous, Scored::amongThree);
  }

  /**
   * Share of cases with the true or an equally accepted cause among the first three answers.
   *
   * @param ambiguous whether ambiguous or decisive ones are looked at
   * @return from 0 to 1
   */
  public double accepted3(boolean ambiguous) {
    return share(ambiguous, Scored::acceptedAmongThree);
  }

  private double share(boolean ambiguous, java.util.function.Predicate<Scored> test) {
    List<Scored> some = all.stream().filter(s -> s.labelled().ambiguous() == ambiguous).toList();
    return some.isEmpty() ? 1 : (double) some.stream().filter(test).count() / some.size();
  }

  /**
   * Share of all cases whose first answer is of the true family.
   *
   * @return from 0 to 1
   */
  public double family1() {
    long right =
        all.stream().filter(s -> s.labelled().family().equals(families.get(s.first()))).count();
    return all.isEmpty() ? 1 : (double) right / all.size();
  }

  /**
   * Cases that are no registry problem of Azure.
   *
   * @return a count
   */
  public int negatives() {
    return (int) all.stream().filter(s -> s.labelled().cause().equals(NEGATIVE)).count();
  }

  /**
   * Of those, the ones that were given an Azure registry cause first.
   *
   * @return a count; causes the label accepts do not count
   */
  public int negativesMistaken() {
    return (int)
        all.stream()
            .filter(s -> s.labelled().cause().equals(NEGATIVE))
            .filter(s -> !s.first().isEmpty() && !s.accepted())
            .count();
  }

  /**
   * How sure first answers were, and how often they were right.
   *
   * @return non-empty groups, least sure first
   */
  public List<Bin> reliability() {
    double[] stated = new double[BINS];
    int[] right = new int[BINS];
    int[] accepted = new int[BINS];
    int[] cases = new int[BINS];
    for (Scored scored : all) {
      if (!scored.answers().isEmpty()) {
        double probability = scored.answers().get(0).probability();
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        cases[bin]++;
        stated[bin] += probability;
        right[bin] += scored.right() ? 1 : 0;
        accepted[bin] += scored.accepted() ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (cases[i] > 0) {
        bins.add(
            new Bin(
                (double) i / BINS,
                cases[i],
                stated[i] / cases[i],
                (double) right[i] / cases[i],
                (double) accepted[i] / cases[i]));
      }
    }
    return bins;
  }

  /**
   * Expected calibration error: how far what is stated is from what is right, over all groups. A
   * probability says how likely a cause is the one to fix, so what is right is the label.
   *
   * @return from 0 to 1
   */
  public double calibrationError() {
    return calibrationError(Bin::right);
  }

  /**
   * The same where equally accepted causes count as right: an honest answer that shares its
   * probability among causes that the text cannot tell apart looks too modest here.
   *
   * @return from 0 to 1
   */
  public double acceptedCalibrationError() {
    return calibrationError(Bin::accepted);
  }

  private double calibrationError(ToDoubleFunction<Bin> right) {
    List<Bin> bins = reliability();
    int answered = bins.stream().mapToInt(Bin::cases).sum();
    return bins.stream()
        .mapToDouble(
            bin ->
                Math.abs(bin.stated() - right.applyAsDouble(bin))
                    * bin.cases()
                    / Math.max(1, answered))
        .sum();
  }

  /**
   * Of the cases that are no registry problem of Azure, those in which a cause of one is more
   * likely than not.
   *
   * @return a count; causes the label accepts do not count
   */
  public int negativesBelieved() {
    return (int)
        all.stream()
            .filter(s -> s.labelled().cause().equals(NEGATIVE))
            .filter(
                s ->
                    s.answers().stream()
                        .anyMatch(a -> a.probability() > 0.5 && !s.labelled().accepts(a.cause())))
            .count();
  }

  /**
   * The cases that were not answered as they should.
   *
   * @return decisive ones whose first answer, and ambiguous ones whose first three answers, miss
   *     the true cause
   */
  public List<Scored> misses() {
    return all.stream()
        .filter(s -> s.labelled().ambiguous() ? !s.amongThree() : !s.right())
        .toList();
  }

  /**
   * All cases with their answers.
   *
   * @return in the order of the input
   */
  public List<Scored> all() {
    return Collections.unmodifiableList(all);
  }
}
