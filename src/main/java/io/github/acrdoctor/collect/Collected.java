package io.github.acrdoctor.collect;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What collectors learnt.
 *
 * @param facts what is known, and what could not be learnt
 * @param texts what was printed or answered and has to be recognised
 * @param asked what was asked
 */
public record Collected(List<Fact> facts, List<Text> texts, List<Asked> asked) {
  /** Nothing at all. */
  public static final Collected NOTHING = new Collected(List.of(), List.of(), List.of());

  /** Lists are copied. */
  public Collected {
    facts = List.copyOf(facts);
    texts = List.copyOf(texts);
    asked = List.copyOf(asked);
  }

  /**
   * Puts two together.
   *
   * @param more what comes behind
   * @return both, in order
   */
  public Collected and(Collected more) {
    return new Collected(
        joined(facts, more.facts), joined(texts, more.texts), joined(asked, more.asked));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
