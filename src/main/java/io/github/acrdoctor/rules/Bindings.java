package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What variables stand for, and the facts that patterns matched so far; immutable. */
public final class Bindings {
  /** The value of a variable that stands for nothing, since its pattern matched nothing. */
  public static final Object UNBOUND =
      new Object() {
        @Override
        public String toString() {
          return "nothing";
        }
      };

  /** Nothing was matched yet. */
  public static final Bindings NONE = new Bindings(null, null, null, null);

  private final Bindings before;
  private final String name;
  private final Object value;
  private final Fact fact;

  private Bindings(Bindings before, String name, Object value, Fact fact) {
    this.before = before;
    this.name = name;
    this.value = value;
    this.fact = fact;
  }

  Bindings with(String variable, Object meaning) {
    return new Bindings(this, variable, meaning, null);
  }

  Bindings with(Fact matched) {
    return new Bindings(this, null, null, matched);
  }

  /**
   * What a variable stands for.
   *
   * @param variable its name, with the dollar sign
   * @return may be null; {@link #UNBOUND} when it stands for nothing
   */
  public Object get(String variable) {
    for (Bindings at = this; at != null; at = at.before) {
      if (variable.equals(at.name)) {
        return at.value;
      }
    }
    return UNBOUND;
  }

  /**
   * The facts that patterns matched.
   *
   * @return in the order of the patterns
   */
  public List<Fact> facts() {
    Deque<Fact> facts = new ArrayDeque<>();
    for (Bindings at = this; at != null; at = at.before) {
      if (at.fact != null) {
        facts.addFirst(at.fact);
      }
    }
    return List.copyOf(facts);
  }
}
