package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.kie.api.KieBase;

/** Compiled rules, ready to judge facts. Immutable; may be used by many threads. */
public final class RuleBase {
  private final EngineChoice engines;
  private final List<RuleInfo> rules;
  private final Map<String, RuleInfo> byName;
  private final Map<String, List<RuleInfo>> bySubject;

  RuleBase(Collection<Model> models, List<RuleInfo> rules) {
    this(new Engines(models, rules), rules);
  }

  /** A rule base that builds an engine of its own for each case, of the rules that could fire. */
  RuleBase(EngineChoice engines, List<RuleInfo> rules) {
    this.engines = engines;
    this.rules = List.copyOf(rules);
    this.byName = rules.stream().collect(Collectors.toMap(RuleInfo::name, r -> r));
    this.bySubject = rules.stream().collect(Collectors.groupingBy(RuleInfo::subject));
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
   * Opens a session that judges several similar cases, each from where the one before left off.
   *
   * @param facts all facts that any of the cases may hold
   * @param causes the causes whose evidence matters; that of others may be missing
   * @param now the moment to judge at
   * @return the session, to be closed
   */
  public LivingSession open(Collection<? extends Fact> facts, Set<String> causes, Instant now) {
    return new LivingSession(engines.forMany(facts, causes), now, rule -> true);
  }

  /**
   * The rules about some causes, with the concepts they may need: quicker for many cases of them.
   *
   * @param facts all facts that any of the cases may hold
   * @param causes the causes whose evidence matters; that of others may be missing
   * @return a rule base of its own
   */
  public RuleBase about(Collection<? extends Fact> facts, Set<String> causes) {
    return new RuleBase(engines.forMany(facts, causes), rules);
  }

  /**
   * The fields of facts that rules about some causes look at, directly or through a concept.
   *
   * @param causes ids of causes
   * @return {@code Registry.sku}, or {@code DnsAnswer.*} where a rule asks a question of the fact
   */
  public Set<String> fieldsThatMatterTo(Set<String> causes) {
    Set<String> fields = new HashSet<>();
    Deque<String> subjects = new ArrayDeque<>(causes);
    Set<String> done = new HashSet<>();
    while (!subjects.isEmpty()) {
      String subject = subjects.pop();
      if (done.add(subject)) {
        for (RuleInfo rule : bySubject.getOrDefault(subject, List.of())) {
          fields.addAll(List.of(rule.reads().split(" ")));
          for (Set<String> tokens : rule.needs()) {
            tokens.stream()
                .filter(token -> token.startsWith("c:"))
                .forEach(token -> subjects.push(token.substring(2)));
          }
        }
      }
    }
    return fields;
  }

  /**
   * Judges facts.
   *
   * @param facts what is known, in any order
   * @param now the moment to judge at
   * @return what the rules say
   * @throws IllegalStateException when the rules do not come to rest
   */
  public Judgement judge(Collection<? extends Fact> facts, Instant now) {
    return judge(facts, now, rule -> true);
  }

  /**
   * Judges facts as if some rules were not there.
   *
   * @param facts what is known, in any order
   * @param now the moment to judge at
   * @param counts tells by its full name whether a rule counts; asked for each that is about to
   *     fire
   * @return what the other rules say
   * @throws IllegalStateException when the rules do not come to rest
   */
  public Judgement judge(Collection<? extends Fact> facts, Instant now, Predicate<String> counts) {
    try (LivingSession session = new LivingSession(engines.forOne(facts), now, counts)) {
      return session.judge(facts);
    }
  }
}
