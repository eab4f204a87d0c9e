package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls the accessors and questions of facts. */
final class Calls {
  private Calls() {}

  static Object call(Method method, Fact fact, Object... arguments) {
    try {
      return method.invoke(fact, arguments);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a fact cannot be read: " + method, e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a question fails: " + method, e.getCause());
    }
  }
}
