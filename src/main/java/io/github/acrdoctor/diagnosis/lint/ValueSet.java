package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.rules.Term;
import io.github.acrdoctor.rules.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The values that one term allows for one field.
 *
 * @param field name of the field
 * @param listed the values it names; may hold null
 * @param allowed true when only the listed values are allowed, false when all others are
 */
record ValueSet(String field, Set<Object> listed, boolean allowed) {
  /** Reads it off a term; null when the term says something else. */
  static ValueSet of(Term term) {
    if (term instanceof Term.Compare compare
        && compare.left() instanceof Value.Field field
        && compare.right() instanceof Value.Literal literal) {
      return switch (compare.sign()) {
        case "==" -> new ValueSet(field.name(), one(literal), true);
        case "!=" -> new ValueSet(field.name(), one(literal), false);
        default -> null;
      };
    }
    if (term instanceof Term.In in
        && in.left() instanceof Value.Field field
        && in.list().stream().allMatch(Value.Literal.class::isInstance)) {
      return new ValueSet(field.name(), values(in.list()), in.wanted());
    }
    if (term instanceof Term.Or or) {
      return union(or.terms().stream().map(ValueSet::of).toList());
    }
    return null;
  }

  private static ValueSet union(List<ValueSet> sets) {
    if (sets.stream().anyMatch(set -> set == null || !set.allowed)
        || sets.stream().map(ValueSet::field).distinct().count() != 1) {
      return null;
    }
    Set<Object> all = new HashSet<>();
    sets.forEach(set -> all.addAll(set.listed));
    return new ValueSet(sets.get(0).field, all, true);
  }

  private static Set<Object> one(Value.Literal literal) {
    Set<Object> one = new HashSet<>();
    one.add(literal.value());
    return one;
  }

  private static Set<Object> values(List<Value> list) {
    Set<Object> all = new HashSet<>();
    list.forEach(value -> all.add(((Value.Literal) value).value()));
    return all;
  }

  /** Whether no value fulfils both. */
  boolean excludes(ValueSet other) {
    if (!field.equals(other.field) || (!allowed && !other.allowed)) {
      return false;
    }
    return allowed ? listed.stream().noneMatch(other::holds) : other.excludes(this);
  }

  /** Whether every value that this allows, the other allows too. */
  boolean within(ValueSet other) {
    if (!field.equals(other.field)) {
      return false;
    }
    return allowed
        ? listed.stream().allMatch(other::holds)
        : !other.allowed && listed.containsAll(other.listed);
  }

  private boolean holds(Object value) {
    return listed.stream().anyMatch(one -> Objects.equals(one, value)) == allowed;
  }
}
