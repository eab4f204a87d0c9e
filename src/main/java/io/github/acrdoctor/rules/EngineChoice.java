package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.Collection;
import java.util.Set;
import org.kie.api.KieBase;

/** Chooses an engine whose rules include all that could fire on some facts. */
@FunctionalInterface
interface EngineChoice {
  /**
   * The engine for one session.
   *
   * @param facts the facts of the session
   */
  KieBase forOne(Collection<? extends Fact> facts);

  /**
   * The engine for many sessions over parts of the same facts, so that it may take time to make.
   *
   * @param facts all facts that any of the sessions may hold
   * @param causes the causes whose evidence matters; that of others may be missing
   */
  default KieBase forMany(Collection<? extends Fact> facts, Set<String> causes) {
    return forOne(facts);
  }
}
