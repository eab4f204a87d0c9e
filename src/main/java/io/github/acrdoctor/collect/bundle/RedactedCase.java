package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.RedactionKey;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a case the form it has in a bundle: without secrets, and with the facts of one kind
 * together, as case files write them. What is diagnosed in this form gets the same report as what
 * is read from the bundle.
 */
public final class RedactedCase {
  private RedactedCase() {}

  /**
   * The form of a case in a bundle.
   *
   * @param input a case; whatever is redacted already stays as it is
   * @param key gives equal secrets equal tags
   * @return the case as it is read back from the bundle
   */
  public static Case of(Case input, RedactionKey key) {
    Cleaner clean = new Cleaner(key);
    List<Text> texts =
        input.texts().stream()
            .map(text -> new Text(clean.apply(text.source()), clean.apply(text.text())))
            .toList();
    List<Fact> facts =
        input.facts().stream()
            .filter(RedactedCase::isGiven)
            .map(fact -> FactValues.map(fact, clean))
            .toList();
    return new Case(clean.apply(input.id()), input.now(), texts, byKind(facts));
  }

  /** Case files hold no clock but now, and nothing that rules derive. */
  private static boolean isGiven(Fact fact) {
    return !(fact instanceof Clock) && !(fact instanceof Concept);
  }

  private static List<Fact> byKind(List<Fact> facts) {
    Map<Class<?>, List<Fact>> kinds = new LinkedHashMap<>();
    facts.forEach(
        fact -> kinds.computeIfAbsent(fact.getClass(), kind -> new ArrayList<>()).add(fact));
    return kinds.values().stream().flatMap(List::stream).toList();
  }
}
