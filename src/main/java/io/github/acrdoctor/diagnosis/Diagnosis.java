package io.github.acrdoctor.diagnosis;

import java.util.List;

/**
 * A cause with its probability and its evidence.
 *
 * @param cause the cause
 * @param probability how likely it is that this is (one of) the things to fix, from 0 to 1
 * @param reasons the evidence, strongest first
 */
public record Diagnosis(Cause cause, double probability, List<Reason> reasons) {
  /** Reasons are copied. */
  public Diagnosis {
    reasons = List.copyOf(reasons);
  }
}
