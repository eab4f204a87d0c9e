package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Fact;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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

  private static final Comparator<Contradiction> CONTRADICTIONS =
      Comparator.comparing(Contradiction::rule)
          .thenComparing(contradiction -> contradiction.facts().toString());

  private final Function<Collection<? extends Fact>, KieBase> bases;
  private final List<RuleInfo> rules;
  private final Map<String, RuleInfo> byName;
  private final Map<String, List<RuleInfo>> bySubject;

  RuleBase(Collection<Model> models, List<RuleInfo> rules) {
    this(KieBaseBuilder.createKieBaseFromModel(models), rules);
  }

  /** A rule base that builds an engine of its own for each case, of the rules that could fire. */
  RuleBase(Function<Collection<? extends Fact>, KieBase> bases, List<RuleInfo> rules) {
    this.bases = bases;
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
   * The same rules, made ready once for several similar cases.
   *
   * @param facts all facts that any of the cases may hold
   * @return a rule base that answers for such cases as this one does
   */
  public RuleBase thatCouldFireOn(Collection<? extends Fact> facts) {
    return new RuleBase(bases.apply(facts), rules);
  }

  /**
   * The kinds of facts that rules about some causes ask for, directly or through a concept.
   *
   * @param causes ids of causes
   * @return simple names of fact types
   */
  public Set<String> kindsThatMatterTo(Set<String> causes) {
    Set<String> kinds = new TreeSet<>();
    Deque<String> subjects = new ArrayDeque<>(causes);
    Set<String> done = new HashSet<>();
    while (!subjects.isEmpty()) {
      String subject = subjects.pop();
      if (done.add(subject)) {
        for (RuleInfo rule : bySubject.getOrDefault(subject, List.of())) {
          for (Set<String> tokens : rule.needs()) {
            for (String token : tokens) {
              if (token.startsWith("c:")) {
                subjects.push(token.substring(2));
              } else if (!token.startsWith("s:")) {
                kinds.add(token);
              }
            }
          }
        }
      }
    }
    return kinds;
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
    KieSession session = bases.apply(facts).newKieSession();
    try {
      session.insert(new Clock(now));
      new LinkedHashSet<>(facts).forEach(session::insert);
      if (session.fireAllRules(match -> counts.test(match.getRule().getName()), MOST_FIRINGS)
          >= MOST_FIRINGS) {
        throw new IllegalStateException(
            "the rules do not come to rest after " + MOST_FIRINGS + " firings");
      }
      return new Judgement(
          concluded(session, Evidence.class, ORDER),
          concluded(session, Contradiction.class, CONTRADICTIONS));
    } finally {
      session.dispose();
    }
  }

  private static <T> List<T> concluded(KieSession session, Class<T> type, Comparator<T> order) {
    return session.getObjects(type::isInstance).stream()
        .map(type::cast)
        .distinct()
        .sorted(order)
        .toList();
  }
}
