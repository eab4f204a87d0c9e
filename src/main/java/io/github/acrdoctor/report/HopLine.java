package io.github.acrdoctor.report;

/**
 * One hop on the way to an image.
 *
 * @param hop its name in JSON
 * @param title what a person reads
 * @param state good, passed (it must have worked, since a later one was reached), bad or unknown
 * @param because what shows it; empty when nothing does
 */
public record HopLine(String hop, String title, String state, String because) {
  /**
   * Whether it is known to work or must have worked.
   *
   * @return false when it fails or nothing is known
   */
  public boolean works() {
    return state.equals("good") || state.equals("passed");
  }
}
