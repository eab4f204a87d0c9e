package io.github.acrdoctor.rules;

import java.util.List;

/**
 * How near a rule came to firing: each of its conditions, under the choice of facts for which the
 * fewest of them fail.
 *
 * @param rule the rule
 * @param steps its conditions in the order of the file
 */
public record Trace(RuleInfo rule, List<TraceStep> steps) {
  /** Steps are copied. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * Whether the rule fires.
   *
   * @return true when each condition held
   */
  public boolean held() {
    return steps.stream().allMatch(TraceStep::held);
  }

  /**
   * How many conditions failed.
   *
   * @return 0 when the rule fires
   */
  public int failures() {
    return (int) steps.stream().filter(step -> !step.held()).count();
  }

  /**
   * How many constraints failed, in all conditions that failed; a kind of fact that is not there
   * counts as all constraints of its pattern and one more.
   *
   * @return 0 when the rule fires
   */
  public int distance() {
    return steps.stream().flatMap(step -> step.misses().stream()).mapToInt(Trace::distance).sum();
  }

  static int distance(Miss miss) {
    return miss.unwanted()
        ? 1
        : miss.fact() == null ? miss.pattern().constraints().size() + 1 : miss.failed().size();
  }
}
