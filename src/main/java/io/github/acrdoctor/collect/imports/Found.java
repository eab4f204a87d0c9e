package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what a file says. */
final class Found {
  /** No file that somebody sends has more to say; a hostile one might. */
  private static final int MOST = 2000;

  private final String name;
  private final Set<Fact> facts = new LinkedHashSet<>();
  private final List<Text> texts = new ArrayList<>();

  /**
   * Nothing found yet.
   *
   * @param name name of the file
   */
  Found(String name) {
    this.name = name;
  }

  void fact(Fact fact) {
    if (facts.size() < MOST) {
      facts.add(fact);
    }
  }

  void missing(String fact, String reason, String right) {
    fact(new NotCollected(fact, reason, right));
  }

  /**
   * Keeps a text for the recogniser.
   *
   * @param what what part of the file it is; null for the file itself
   * @param text as printed; a blank one is left out
   */
  void text(String what, String text) {
    if (!text.isBlank() && texts.size() < MOST) {
      texts.add(new Text(what == null ? name : name + " (" + what + ")", text));
    }
  }

  Collected all() {
    return new Collected(List.copyOf(facts), texts, List.of());
  }
}
