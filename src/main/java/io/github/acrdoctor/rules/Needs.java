package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Symptom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * What must be among the facts before a rule can fire: for each positive pattern, at least one of
 * its tokens. A token is a symptom ({@code s:id}), a concept ({@code c:id}) or a kind of fact
 * ({@code Registry}). Necessary, not sufficient: a rule whose needs are not met cannot fire, so one
 * case needs only the few rules whose needs it meets.
 */
final class Needs {
  private Needs() {}

  /** The needs of a condition, one set of tokens for each positive pattern that has any. */
  static List<Set<String>> of(BaseDescr condition) {
    List<Set<String>> needs = new ArrayList<>();
    collect(condition, needs);
    return needs;
  }

  private static void collect(BaseDescr descr, List<Set<String>> needs) {
    if (descr instanceof PatternDescr pattern) {
      Set<String> tokens = tokens(pattern);
      if (!tokens.isEmpty()) {
        needs.add(tokens);
      }
    } else if (descr instanceof AndDescr || descr instanceof ExistsDescr) {
      children(descr).forEach(child -> collect(child, needs));
    } else if (descr instanceof OrDescr) {
      either(descr, needs);
    }
  }

  /** Of alternatives, each contributes its first need; one without any makes the whole optional. */
  private static void either(BaseDescr descr, List<Set<String>> needs) {
    Set<String> any = new TreeSet<>();
    for (BaseDescr child : children(descr)) {
      List<Set<String>> own = of(child);
      if (own.isEmpty()) {
        return;
      }
      any.addAll(own.get(0));
    }
    needs.add(any);
  }

  @SuppressWarnings("unchecked")
  private static List<BaseDescr> children(BaseDescr descr) {
    return (List<BaseDescr>) ((ConditionalElementDescr) descr).getDescrs();
  }

  private static Set<String> tokens(PatternDescr pattern) {
    String type = pattern.getObjectType();
    if (type.equals(Clock.class.getSimpleName())) {
      return Set.of();
    }
    String prefix =
        type.equals(Symptom.class.getSimpleName())
            ? "s:"
            : type.equals(Concept.class.getSimpleName()) ? "c:" : "";
    if (!prefix.isEmpty()) {
      for (Object child : pattern.getConstraint().getDescrs()) {
        Set<String> ids = new IdConstraint(((ExprConstraintDescr) child).getExpression()).ids();
        if (ids != null) {
          Set<String> tokens = new TreeSet<>();
          ids.forEach(id -> tokens.add(prefix + id));
          return tokens;
        }
      }
    }
    return Set.of(type);
  }

  /**
   * Whether a rule's needs are met.
   *
   * @param needs its needs
   * @param available what there is
   */
  static boolean met(List<Set<String>> needs, Set<String> available) {
    return needs.stream().allMatch(tokens -> tokens.stream().anyMatch(available::contains));
  }

  /** The tokens that facts provide. */
  static Set<String> available(Collection<? extends Fact> facts) {
    Set<String> available = new HashSet<>();
    for (Fact fact : facts) {
      available.add(fact.getClass().getSimpleName());
      if (fact instanceof Symptom symptom) {
        available.add("s:" + symptom.id());
      }
    }
    return available;
  }

  /**
   * The rules that could fire on facts; concepts count as available as soon as a rule could derive
   * them.
   */
  static List<RuleInfo> relevant(List<RuleInfo> rules, Collection<? extends Fact> facts) {
    Set<String> available = available(facts);
    List<RuleInfo> concepts = rules.stream().filter(RuleInfo::isConcept).toList();
    int before;
    do {
      before = available.size();
      for (RuleInfo rule : concepts) {
        if (met(rule.needs(), available)) {
          available.add("c:" + rule.subject());
          available.add(Concept.class.getSimpleName());
        }
      }
    } while (available.size() > before);
    return rules.stream().filter(rule -> met(rule.needs(), available)).toList();
  }

  /** The same, of rules about some causes and of the concepts they may need. */
  static List<RuleInfo> relevant(
      List<RuleInfo> rules, Collection<? extends Fact> facts, Set<String> causes) {
    return relevant(rules, facts).stream()
        .filter(rule -> rule.isConcept() || causes.contains(rule.subject()))
        .toList();
  }

  /** All tokens there can be, for the check that the analysis speaks the fact model's language. */
  static Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    FactTypes.byKey().values().forEach(type -> kinds.add(type.getSimpleName()));
    return kinds;
  }
}
