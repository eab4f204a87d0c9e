package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.rules.Condition;
import io.github.acrdoctor.rules.Condition.FactPattern;
import io.github.acrdoctor.rules.Constraint;
import io.github.acrdoctor.rules.Term;
import java.util.List;

/**
 * Whether one condition holds only where another holds, too. Says yes only where that can be read
 * off the two; there are more such pairs than it finds.
 */
final class Implication {
  private final Canonical one;
  private final Canonical other;

  private Implication(Canonical one, Canonical other) {
    this.one = one;
    this.other = other;
  }

  /** Whether the second condition holds wherever the first one does. */
  static boolean holds(Condition first, Condition second) {
    return new Implication(new Canonical(first), new Canonical(second)).implies(first, second);
  }

  /** The same, and the second rests on the same facts: what it matches, the first matches. */
  static boolean holdsOnTheSameFacts(Condition first, Condition second) {
    List<FactPattern> narrow = Patterns.matched(first);
    List<FactPattern> wide = Patterns.matched(second);
    Implication implication = new Implication(new Canonical(first), new Canonical(second));
    return narrow.size() == wide.size()
        && wide.stream().allMatch(w -> narrow.stream().anyMatch(n -> implication.narrower(n, w)))
        && implication.implies(first, second);
  }

  private Implication backwards() {
    Canonical narrow = other;
    Canonical wide = one;
    return new Implication(narrow, wide);
  }

  private boolean implies(Condition first, Condition second) {
    return Patterns.parts(second).stream()
        .allMatch(
            wanted -> Patterns.parts(first).stream().anyMatch(given -> partImplies(given, wanted)));
  }

  private boolean partImplies(Condition given, Condition wanted) {
    if (one.text(given).equals(other.text(wanted))) {
      return true;
    }
    if (given instanceof Condition.Any any) {
      return any.parts().stream().allMatch(part -> implies(part, wanted));
    }
    if (wanted instanceof Condition.Any any) {
      return any.parts().stream().anyMatch(part -> implies(given, part));
    }
    if (given instanceof Condition.Not no && wanted instanceof Condition.Not never) {
      return backwards().implies(never.part(), no.part());
    }
    if (given instanceof Condition.Exists exists && !(wanted instanceof FactPattern)) {
      return implies(exists.part(), wanted);
    }
    if (wanted instanceof Condition.Exists exists) {
      return implies(given, exists.part());
    }
    return given instanceof FactPattern narrow
        && wanted instanceof FactPattern wide
        && narrower(narrow, wide);
  }

  private boolean narrower(FactPattern narrow, FactPattern wide) {
    return narrow.type() == wide.type()
        && terms(wide).stream()
            .allMatch(
                wanted -> terms(narrow).stream().anyMatch(given -> termImplies(given, wanted)));
  }

  private static List<Term> terms(FactPattern pattern) {
    return pattern.constraints().stream()
        .map(Constraint::term)
        .filter(term -> term != null)
        .flatMap(term -> ValueCheck.conjuncts(term).stream())
        .toList();
  }

  private boolean termImplies(Term given, Term wanted) {
    if (one.text(given).equals(other.text(wanted))) {
      return true;
    }
    ValueSet narrow = ValueSet.of(given);
    ValueSet wide = ValueSet.of(wanted);
    if (narrow != null && wide != null) {
      return narrow.within(wide);
    }
    if (given instanceof Term.Or or) {
      return or.terms().stream().allMatch(part -> termImplies(part, wanted));
    }
    if (wanted instanceof Term.Or or) {
      return or.terms().stream().anyMatch(part -> termImplies(given, part));
    }
    return given instanceof Term.And and
        && and.terms().stream().anyMatch(part -> termImplies(part, wanted));
  }
}
