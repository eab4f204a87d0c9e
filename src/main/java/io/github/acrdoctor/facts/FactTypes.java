package io.github.acrdoctor.facts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of facts there are, read off the sealed interface. */
public final class FactTypes {
  private static final Map<String, Class<?>> BY_KEY = new TreeMap<>();

  static {
    for (Class<?> type : Fact.class.getPermittedSubclasses()) {
      BY_KEY.put(key(type), type);
    }
  }

  private FactTypes() {}

  /**
   * Fact types by the name they have in case files.
   *
   * @return in alphabetical order
   */
  public static Map<String, Class<?>> byKey() {
    return java.util.Collections.unmodifiableMap(BY_KEY);
  }

  /**
   * The name of a fact type in case files.
   *
   * @param type a record that is a fact
   * @return the class name with a small first letter
   */
  public static String key(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * The fields of a fact type.
   *
   * @param type a record that is a fact
   * @return in the order they are declared
   */
  public static List<RecordComponent> fields(Class<?> type) {
    return Arrays.asList(type.getRecordComponents());
  }
}
