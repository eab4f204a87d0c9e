package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.List;
import java.util.Objects;

/** What a constraint demands of a fact; has the meaning that the rule engine gives it. */
public sealed interface Term {
  /**
   * Whether a fact fulfils it. What depends on a variable that stands for nothing is not fulfilled.
   *
   * @param fact the pattern's fact
   * @param bindings what variables stand for
   * @return whether it is fulfilled
   */
  boolean holds(Fact fact, Bindings bindings);

  /**
   * At least one of several.
   *
   * @param terms at least two
   */
  record Or(List<Term> terms) implements Term {
    /** Terms are copied. */
    public Or {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean holds(Fact fact, Bindings bindings) {
      return terms.stream().anyMatch(term -> term.holds(fact, bindings));
    }
  }

  /**
   * All of several.
   *
   * @param terms at least two
   */
  record And(List<Term> terms) implements Term {
    /** Terms are copied. */
    public And {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean holds(Fact fact, Bindings bindings) {
      return terms.stream().allMatch(term -> term.holds(fact, bindings));
    }
  }

  /**
   * The opposite.
   *
   * @param term what must not be so
   */
  record Not(Term term) implements Term {
    @Override
    public boolean holds(Fact fact, Bindings bindings) {
      return !term.holds(fact, bindings);
    }
  }

  /**
   * A comparison of two values.
   *
   * @param left what is compared
   * @param sign one of == != &lt; &lt;= &gt; &gt;=
   * @param right what it is compared with
   */
  record Compare(Value left, String sign, Value right) implements Term {
    @Override
    public boolean holds(Fact fact, Bindings bindings) {
      Object one = left.of(fact, bindings);
      Object other = right.of(fact, bindings);
      if (one == Bindings.UNBOUND || other == Bindings.UNBOUND) {
        return false;
      }
      return switch (sign) {
        case "==" -> Objects.equals(one, other);
        case "!=" -> !Objects.equals(one, other);
        default -> one != null && other != null && inOrder(one, other);
      };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private boolean inOrder(Object one, Object other) {
      int order = ((Comparable) one).compareTo(other);
      return switch (sign) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }
  }

  /**
   * A value that is, or is not, one of a list.
   *
   * @param left the value
   * @param wanted whether it must be in the list; false when it must not
   * @param list the list
   */
  record In(Value left, boolean wanted, List<Value> list) implements Term {
    /** The list is copied. */
    public In {
      list = List.copyOf(list);
    }

    @Override
    public boolean holds(Fact fact, Bindings bindings) {
      Object one = left.of(fact, bindings);
      if (one == Bindings.UNBOUND) {
        return false;
      }
      boolean found =
          list.stream().anyMatch(value -> Objects.equals(one, value.of(fact, bindings)));
      return found == wanted;
    }
  }

  /**
   * A value that is yes by itself.
   *
   * @param value a question
   */
  record Is(Value value) implements Term {
    @Override
    public boolean holds(Fact fact, Bindings bindings) {
      return Boolean.TRUE.equals(value.of(fact, bindings));
    }
  }
}
