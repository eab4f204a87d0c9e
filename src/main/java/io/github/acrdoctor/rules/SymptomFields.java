package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Symptom;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Captured values that rules read as fields of a symptom. */
final class SymptomFields {
  static final Set<String> CAPTURES =
      Arrays.stream(Symptom.class.getDeclaredMethods())
          .filter(m -> m.getParameterCount() == 0 && m.getReturnType() == String.class)
          .map(java.lang.reflect.Method::getName)
          .filter(name -> !name.equals("toString"))
          .collect(Collectors.toCollection(TreeSet::new));

  private SymptomFields() {}
}
