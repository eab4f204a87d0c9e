package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads and rewrites the fields of facts, whatever kind they are of. */
final class FactValues {
  private FactValues() {}

  /**
   * The value of a field.
   *
   * @return null when it is not known
   */
  static Object get(RecordComponent field, Fact fact) {
    try {
      return field.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a fact cannot be read: " + field, e);
    }
  }

  /**
   * The same fact with other texts in it; answers, moments and numbers stay.
   *
   * @param fact a fact
   * @param change is given each text, never null
   * @return a new fact of the same kind
   */
  static Fact map(Fact fact, UnaryOperator<String> change) {
    List<RecordComponent> fields = FactTypes.fields(fact.getClass());
    Class<?>[] types = new Class<?>[fields.size()];
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      types[i] = fields.get(i).getType();
      values[i] = map(get(fields.get(i), fact), change);
    }
    try {
      return (Fact) fact.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a fact cannot be made again: " + fact.getClass(), e);
    }
  }

  private static Object map(Object value, UnaryOperator<String> change) {
    if (value instanceof String text) {
      return change.apply(text);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(item -> change.apply((String) item)).toList();
    }
    if (value instanceof Map<?, ?> entries) {
      Map<String, String> changed = new LinkedHashMap<>();
      entries.forEach(
          (key, text) -> changed.put(change.apply((String) key), change.apply((String) text)));
      return changed;
    }
    return value;
  }
}
