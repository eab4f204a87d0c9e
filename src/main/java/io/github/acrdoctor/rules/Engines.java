package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Chooses the engine for a case. A session over all rules tests each fact against all of them; most
 * cases meet the needs of a few dozen. So cases that are alike (the same symptoms, the same kinds
 * of facts) share an engine of only the rules that could fire on them, made when such a case comes
 * the second time. May be used by many threads.
 */
final class Engines implements EngineChoice {
  private static final int MOST_ENGINES = 128;
  private static final int MOST_SEEN = 4096;

  private final KieBase whole;
  private final Map<String, Rule> compiled = new HashMap<>();
  private final List<RuleInfo> rules;
  private final Set<String> tokens = new HashSet<>();
  private final Map<Set<String>, KieBase> engines = bounded(MOST_ENGINES);
  private final Map<Set<String>, Boolean> seen = bounded(MOST_SEEN);

  Engines(Collection<Model> models, List<RuleInfo> rules) {
    this.whole = KieBaseBuilder.createKieBaseFromModel(models);
    this.rules = rules;
    models.forEach(model -> model.getRules().forEach(rule -> compiled.put(rule.getName(), rule)));
    rules.forEach(rule -> rule.needs().forEach(tokens::addAll));
  }

  private static <V> Map<Set<String>, V> bounded(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Set<String>, V> eldest) {
        return size() > most;
      }
    };
  }

  @Override
  public KieBase forOne(Collection<? extends Fact> facts) {
    Set<String> kind = kind(facts);
    synchronized (engines) {
      KieBase engine = engines.get(kind);
      if (engine != null) {
        return engine;
      }
      if (seen.put(kind, true) == null) {
        return whole;
      }
    }
    return made(kind, Needs.relevant(rules, facts));
  }

  @Override
  public KieBase forMany(Collection<? extends Fact> facts, Set<String> causes) {
    Set<String> kind = kind(facts);
    causes.forEach(cause -> kind.add("cause " + cause));
    synchronized (engines) {
      KieBase engine = engines.get(kind);
      if (engine != null) {
        return engine;
      }
    }
    return made(kind, Needs.relevant(rules, facts, causes));
  }

  private Set<String> kind(Collection<? extends Fact> facts) {
    Set<String> kind = new TreeSet<>(Needs.available(facts));
    kind.retainAll(tokens);
    return kind;
  }

  private KieBase made(Set<String> kind, List<RuleInfo> relevant) {
    KieBase engine =
        KieBaseBuilder.createKieBaseFromModel(
            new PartialModel(relevant.stream().map(r -> compiled.get(r.name())).toList()));
    synchronized (engines) {
      engines.put(kind, engine);
    }
    return engine;
  }
}
