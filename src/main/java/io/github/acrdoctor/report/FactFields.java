package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields of facts by name. */
final class FactFields {
  /** Asking a class for its components costs more than all else of a report, and never changes. */
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> accessors = new LinkedHashMap<>();
          for (RecordComponent component : FactTypes.fields(type)) {
            accessors.put(component.getName(), component.getAccessor());
          }
          return Collections.unmodifiableMap(accessors);
        }
      };

  private FactFields() {}

  /** Names of the fields of a fact, in the order they are declared. */
  static Iterable<String> names(Fact fact) {
    return ACCESSORS.get(fact.getClass()).keySet();
  }

  /** The value of a field; null when it is not known, or when there is no such field. */
  static Object value(Fact fact, String field) {
    Method accessor = ACCESSORS.get(fact.getClass()).get(field);
    try {
      return accessor == null ? null : accessor.invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a field that cannot be read: " + accessor, e);
    }
  }
}
