package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.lang.reflect.Method;
import java.util.List;

/** Something that a constraint compares. */
public sealed interface Value {
  /**
   * What kind of thing it is.
   *
   * @return null for what fits anything: null itself, and variables of other patterns
   */
  Class<?> type();

  /**
   * The thing itself.
   *
   * @param fact the fact whose fields and questions are meant
   * @param bindings what variables stand for
   * @return may be null; {@link Bindings#UNBOUND} when it depends on a variable that stands for
   *     nothing
   */
  Object of(Fact fact, Bindings bindings);

  /**
   * A field of the pattern's fact, or a captured value of a symptom.
   *
   * @param name its name
   * @param accessor reads it
   * @param type kind of its values
   */
  record Field(String name, Method accessor, Class<?> type) implements Value {
    @Override
    public Object of(Fact fact, Bindings bindings) {
      return Calls.call(accessor, fact);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A question that the pattern's fact answers with yes or no.
   *
   * @param name its name
   * @param method answers it
   * @param arguments what is asked about
   */
  record Question(String name, Method method, List<Value> arguments) implements Value {
    /** Arguments are copied. */
    public Question {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Class<?> type() {
      return Boolean.class;
    }

    @Override
    public Object of(Fact fact, Bindings bindings) {
      Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).of(fact, bindings);
        if (values[i] == Bindings.UNBOUND) {
          return Bindings.UNBOUND;
        }
      }
      return Calls.call(method, fact, values);
    }

    @Override
    public String toString() {
      String asked = arguments.toString();
      return name + "(" + asked.substring(1, asked.length() - 1) + ")";
    }
  }

  /**
   * What a variable stands for.
   *
   * @param name its name, with the dollar sign
   */
  record Variable(String name) implements Value {
    @Override
    public Class<?> type() {
      return null;
    }

    @Override
    public Object of(Fact fact, Bindings bindings) {
      return bindings.get(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A text, a number, an answer or null.
   *
   * @param value the thing itself; may be null
   */
  record Literal(Object value) implements Value {
    @Override
    public Class<?> type() {
      return value == null ? null : value.getClass();
    }

    @Override
    public Object of(Fact fact, Bindings bindings) {
      return value;
    }

    @Override
    public String toString() {
      return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
  }
}
