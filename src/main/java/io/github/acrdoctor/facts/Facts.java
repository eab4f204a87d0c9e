package io.github.acrdoctor.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts what was learnt later together with what was known before. */
public final class Facts {
  private Facts() {}

  /**
   * Adds facts. A fact that agrees with one of its kind that is already there, in all that both
   * know, completes it; any other stands beside it.
   *
   * @param known what is known
   * @param learnt what was learnt
   * @return all of it, in a new list
   */
  public static List<Fact> with(
      Collection<? extends Fact> known, Collection<? extends Fact> learnt) {
    List<Fact> all = new ArrayList<>(known);
    for (Fact fact : learnt) {
      int at = agreeing(all, fact);
      if (at < 0) {
        all.add(fact);
      } else {
        all.set(at, together(all.get(at), fact));
      }
    }
    return all;
  }

  private static int agreeing(List<Fact> all, Fact fact) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).getClass() == fact.getClass() && agree(all.get(i), fact)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether two facts of one kind could be the same: nothing that both know differs.
   *
   * @param one a fact
   * @param other a fact of the same kind
   * @return true when each field is the same in both or unknown in one
   */
  public static boolean agree(Fact one, Fact other) {
    for (RecordComponent field : FactTypes.fields(one.getClass())) {
      Object a = value(field, one);
      Object b = value(field, other);
      if (isKnown(a) && isKnown(b) && !Objects.equals(a, b)) {
        return false;
      }
    }
    return true;
  }

  /**
   * In how many fields two facts of one kind differ.
   *
   * @param one a fact
   * @param other a fact of the same kind
   * @return 0 when they are equal
   */
  public static long differences(Fact one, Fact other) {
    return FactTypes.fields(one.getClass()).stream()
        .filter(field -> !Objects.equals(value(field, one), value(field, other)))
        .count();
  }

  /**
   * The fields of a fact that are known.
   *
   * @param fact a fact
   * @return values by name of the field
   */
  public static Map<String, Object> known(Fact fact) {
    Map<String, Object> known = new java.util.TreeMap<>();
    for (RecordComponent field : FactTypes.fields(fact.getClass())) {
      Object value = value(field, fact);
      if (isKnown(value)) {
        known.put(field.getName(), value);
      }
    }
    return known;
  }

  private static boolean isKnown(Object value) {
    return value != null
        && value != Answer.UNKNOWN
        && !(value instanceof Collection<?> items && items.isEmpty());
  }

  private static Fact together(Fact one, Fact other) {
    List<RecordComponent> fields = FactTypes.fields(one.getClass());
    Object[] values = new Object[fields.size()];
    Class<?>[] types = new Class<?>[fields.size()];
    for (int i = 0; i < values.length; i++) {
      types[i] = fields.get(i).getType();
      Object value = value(fields.get(i), one);
      values[i] = isKnown(value) ? value : value(fields.get(i), other);
    }
    try {
      Constructor<?> constructor = one.getClass().getDeclaredConstructor(types);
      return (Fact) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("two facts cannot be put together: " + one.getClass(), e);
    }
  }

  private static Object value(RecordComponent field, Fact fact) {
    try {
      return field.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a fact cannot be read: " + field, e);
    }
  }
}
