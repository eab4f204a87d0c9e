package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.facts.Case;
import java.util.List;

/**
 * A collected case with what was asked to get it. May hold secrets: they go when it is written.
 *
 * @param input the case; its {@code now} is when it was collected
 * @param asked what was asked, in order
 * @param version version of this program
 * @param knowledge hash of the knowledge base
 */
public record Bundle(Case input, List<Asked> asked, String version, String knowledge) {
  /** The list is copied. */
  public Bundle {
    asked = List.copyOf(asked);
  }
}
