package io.github.acrdoctor.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Turns the {@code facts:} of a case into records; what does not fit is refused with its place. */
final class FactReader {
  private static final Set<Class<?>> NOT_GIVEN = Set.of(Clock.class, Concept.class);
  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private final String name;

  FactReader(String name) {
    this.name = name;
  }

  private record Shape(
      Constructor<?> constructor, List<RecordComponent> fields, List<String> names) {
    static Shape of(Class<?> type) {
      List<RecordComponent> fields = FactTypes.fields(type);
      Class<?>[] types = fields.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(
            type.getDeclaredConstructor(types),
            fields,
            fields.stream().map(RecordComponent::getName).toList());
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record without its constructor: " + type, e);
      }
    }
  }

  List<Fact> read(Doc.Fields facts) {
    List<Fact> all = new ArrayList<>();
    for (Map.Entry<String, Doc> entry : facts.fields().entrySet()) {
      Class<?> type = type(entry.getKey(), facts.keys().get(entry.getKey()));
      if (entry.getValue() instanceof Doc.Items items) {
        items.items().forEach(item -> all.add(fact(entry.getKey(), type, item)));
      } else {
        all.add(fact(entry.getKey(), type, entry.getValue()));
      }
    }
    return all;
  }

  private Class<?> type(String key, Doc.Position at) {
    Class<?> type = FactTypes.byKey().get(key);
    if (type == null) {
      throw refuse(at, "there is no fact " + key, Nearest.advice(key, FactTypes.byKey().keySet()));
    }
    if (NOT_GIVEN.contains(type)) {
      throw refuse(
          at,
          "the fact " + key + " cannot be given",
          "use now: for the clock; concepts are derived");
    }
    return type;
  }

  private Fact fact(String key, Class<?> type, Doc doc) {
    if (!(doc instanceof Doc.Fields fields)) {
      throw refuse(doc.at(), key + " is " + doc.kind() + ", not a mapping of its fields", "");
    }
    Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
    for (String field : fields.fields().keySet()) {
      if (!shape.names().contains(field)) {
        throw refuse(
            fields.keys().get(field),
            key + " has no field " + field,
            Nearest.advice(field, shape.names()));
      }
    }
    Object[] values = new Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      RecordComponent field = shape.fields().get(i);
      values[i] = value(key + "." + field.getName(), field.getType(), fields.get(field.getName()));
    }
    return construct(shape, values);
  }

  private static Fact construct(Shape shape, Object[] values) {
    try {
      return (Fact) shape.constructor().newInstance(values);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + shape.constructor(), e);
    }
  }

  private Object value(String path, Class<?> type, Doc doc) {
    if (doc == null || (doc instanceof Doc.Scalar scalar && scalar.text() == null)) {
      return type == int.class ? 0 : null;
    }
    if (type == List.class) {
      return list(path, doc);
    }
    if (type == Map.class) {
      return map(path, doc);
    }
    if (!(doc instanceof Doc.Scalar scalar)) {
      throw refuse(doc.at(), path + " is " + doc.kind() + ", not a single value", "");
    }
    return scalar(path, type, scalar);
  }

  private List<String> list(String path, Doc doc) {
    if (doc instanceof Doc.Items items) {
      return items.items().stream().map(item -> text(path, item)).toList();
    }
    return List.of(text(path, doc));
  }

  private Map<String, String> map(String path, Doc doc) {
    if (!(doc instanceof Doc.Fields fields)) {
      throw refuse(doc.at(), path + " is " + doc.kind() + ", not a mapping", "");
    }
    return fields.fields().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> text(path, e.getValue()), (a, b) -> a, LinkedHashMap::new));
  }

  private String text(String path, Doc doc) {
    if (doc instanceof Doc.Scalar scalar && scalar.text() != null) {
      return scalar.text();
    }
    throw refuse(doc.at(), path + " holds " + doc.kind() + ", not a single value", "");
  }

  private Object scalar(String path, Class<?> type, Doc.Scalar scalar) {
    if (type == Answer.class) {
      return Answer.parse(scalar.text())
          .orElseThrow(() -> bad(path, scalar, "write yes, no or unknown"));
    }
    if (type == Instant.class) {
      return instant(path, scalar);
    }
    if (type == Integer.class || type == int.class) {
      try {
        return Integer.valueOf(scalar.text().trim());
      } catch (NumberFormatException e) {
        throw bad(path, scalar, "write a whole number");
      }
    }
    return scalar.text();
  }

  private Instant instant(String path, Doc.Scalar scalar) {
    return Times.parse(scalar.text())
        .orElseThrow(() -> bad(path, scalar, "write a time such as 2026-11-24T10:00:00Z"));
  }

  private InputException bad(String path, Doc.Scalar scalar, String advice) {
    return refuse(scalar.at(), path + " cannot be '" + Times.brief(scalar.text()) + "'", advice);
  }

  private InputException refuse(Doc.Position at, String what, String advice) {
    return new InputException(name + ":" + at.line() + ":" + at.column(), what, advice);
  }

  /** Reads moments as people and Azure write them. */
  static final class Times {
    private Times() {}

    static java.util.Optional<Instant> parse(String text) {
      String trimmed = text.trim().replace(' ', 'T');
      try {
        if (trimmed.length() == 10) {
          return java.util.Optional.of(
              LocalDate.parse(trimmed).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        boolean zoned = trimmed.endsWith("Z") || trimmed.matches(".*[+-]\\d\\d:?\\d\\d");
        return java.util.Optional.of(
            OffsetDateTime.parse(zoned ? trimmed : trimmed + "Z").toInstant());
      } catch (DateTimeParseException e) {
        return java.util.Optional.empty();
      }
    }

    /** A value short enough for a message; what may be secret goes before it is cut. */
    static String brief(String text) {
      String value = Redactor.redact(text);
      return value.length() > 60 ? value.substring(0, 57) + "…" : value;
    }
  }
}
