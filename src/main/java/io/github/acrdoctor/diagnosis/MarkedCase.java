package io.github.acrdoctor.diagnosis;

/**
 * A case of a case file with its mark.
 *
 * @param proof the case
 * @param gap why it is known not to hold yet; null for a case that must hold
 */
public record MarkedCase(CauseCase proof, String gap) {
  /**
   * Whether the case is known not to hold yet.
   *
   * @return false for a case that must hold
   */
  public boolean isGap() {
    return gap != null;
  }
}
