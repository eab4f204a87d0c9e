package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Compiled rules, ready to judge facts. Immutable; may be used by many threads. */
public final class RuleBase {
  /** Far beyond what a case can fire; ends a rule base that would never come to rest. */
  private static final int MOST_FIRINGS = 20_000;

  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::cause)
          .thenComparing(Evidence::rule)
          .thenComparing(evidence -> evidence.facts().toString());

  private final Function<Collection<? extends Fact>, KieBase> bases;
  private final List<RuleInfo> rules;
  private final Map<String, RuleInfo> byName;

  RuleBase(Collection<Model> models, List<RuleInfo> rules) {
    this(KieBaseBuilder.createKieBaseFromModel(models), rules);
  }

  /** A rule base that builds an engine of its own for each case, of the rules that could fire. */
  RuleBase(Function<Collection<? extends Fact>, KieBase> bases, List<RuleInfo> rules) {
    this.bases = bases;
    this.rules = List.copyOf(rules);
    this.byName = rules.stream().collect(Collectors.toMap(RuleInfo::name, r -> r));
  }

  /**
   * A rule base over an engine of any make.
   *
   * @param base the engine's knowledge base
   * @param rules the rules in it
   */
  public RuleBase(KieBase base, List<RuleInfo> rules) {
    this(facts -> base, rules);
  }

  /**
   * All rules.
   *
   * @return in the order of files and lines
   */
  public List<RuleInfo> rules() {
    return rules;
  }

  /**
   * Where a rule stands.
   *
   * @param name full name of the rule
   * @return {@code file:line}; the name itself for a rule that is not known
   */
  public String place(String name) {
    RuleInfo rule = byName.get(name);
    return rule == null ? name : rule.place();
  }

  /**
   * Judges facts.
   *
   * @param facts what is known, in any order
   * @param now the moment to judge at
   * @return the evidence, in an order that depends on nothing but its content
   * @throws IllegalStateException when the rules do not come to rest
   */
  public List<Evidence> judge(Collection<? extends Fact> facts, Instant now) {
    KieSession session = bases.apply(facts).newKieSession();
    try {
      session.insert(new Clock(now));
      new LinkedHashSet<>(facts).forEach(session::insert);
      if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
        throw new IllegalStateException(
            "the rules do not come to rest after " + MOST_FIRINGS + " firings");
      }
      return session.getObjects(Evidence.class::isInstance).stream()
          .map(Evidence.class::cast)
          .distinct()
          .sorted(ORDER)
          .toList();
    } finally {
      session.dispose();
    }
  }
}
