package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * What came of one proof of the knowledge base.
 *
 * @param suite cause or contradiction it is about; {@code symptoms} for an example of a symptom
 * @param name what it shows
 * @param file file it stands in
 * @param line its line, from 1; 0 when not known
 * @param status what came of it
 * @param message what is wrong, or the reason of a known gap; empty when it passed
 * @param stories the rules that explain a failure, the most telling first
 */
public record TestOutcome(
    String suite,
    String name,
    String file,
    int line,
    Status status,
    String message,
    List<RuleStory> stories) {
  /** Stories are copied. */
  public TestOutcome {
    stories = List.copyOf(stories);
  }

  /** What can come of a proof. */
  public enum Status {
    /** It holds. */
    PASSED,
    /** It does not hold, or is a known gap that is closed. */
    FAILED,
    /** It does not hold, and is known not to. */
    GAP
  }

  /**
   * Whether it failed.
   *
   * @return false for what passed and for a gap that is still open
   */
  public boolean failed() {
    return status == Status.FAILED;
  }
}
