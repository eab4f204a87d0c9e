package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A session in which facts come and go. What the rules concluded from a fact goes with it, so that
 * judging a case that differs in one fact costs little. For one thread.
 */
public final class LivingSession implements AutoCloseable {
  /** Far beyond what a case can fire; ends a rule base that would never come to rest. */
  private static final int MOST_FIRINGS = 20_000;

  private static final Comparator<Evidence> EVIDENCE =
      Comparator.comparing(Evidence::cause)
          .thenComparing(Evidence::rule)
          .thenComparing(evidence -> evidence.facts().toString());

  private static final Comparator<Contradiction> CONTRADICTIONS =
      Comparator.comparing(Contradiction::rule)
          .thenComparing(contradiction -> contradiction.facts().toString());

  private final KieSession session;
  private final Predicate<String> counts;
  private final Map<Fact, FactHandle> present = new LinkedHashMap<>();

  LivingSession(KieBase engine, Instant now, Predicate<String> counts) {
    this.session = engine.newKieSession();
    this.counts = counts;
    session.insert(new Clock(now));
  }

  /**
   * Judges facts: those that are there already stay, the others go, the new ones come.
   *
   * @param facts all facts of the case, in any order
   * @return what the rules say
   * @throws IllegalStateException when the rules do not come to rest
   */
  public Judgement judge(Collection<? extends Fact> facts) {
    Set<Fact> wanted = new LinkedHashSet<>(facts);
    present
        .entrySet()
        .removeIf(
            fact -> {
              boolean gone = !wanted.contains(fact.getKey());
              if (gone) {
                session.delete(fact.getValue());
              }
              return gone;
            });
    for (Fact fact : wanted) {
      if (!present.containsKey(fact)) {
        present.put(fact, session.insert(fact));
      }
    }
    int fired = session.fireAllRules(match -> counts.test(match.getRule().getName()), MOST_FIRINGS);
    if (fired >= MOST_FIRINGS) {
      throw new IllegalStateException(
          "the rules do not come to rest after " + MOST_FIRINGS + " firings");
    }
    return new Judgement(
        concluded(Evidence.class, EVIDENCE), concluded(Contradiction.class, CONTRADICTIONS));
  }

  private <T> List<T> concluded(Class<T> type, Comparator<T> order) {
    return session.getObjects(type::isInstance).stream()
        .map(type::cast)
        .distinct()
        .sorted(order)
        .toList();
  }

  @Override
  public void close() {
    session.dispose();
  }
}
