package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Facts;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Symptom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names facts and their values in few words, without what may be secret. */
final class FactWords {
  private static final int LONGEST = 80;

  /** A value that is not known. */
  static final String MISSING = "not known";

  private FactWords() {}

  /** A fact, by the fields that matter. */
  static String of(Fact fact, Set<String> fields) {
    if (fact instanceof Symptom symptom) {
      return "symptom " + symptom.id() + place(symptom);
    }
    if (fact instanceof Concept concept) {
      return "concept " + concept.id();
    }
    Map<String, Object> known = Facts.known(fact);
    List<String> named = known.keySet().stream().filter(fields::contains).toList();
    List<String> shown = named.isEmpty() ? known.keySet().stream().limit(2).toList() : named;
    String values =
        shown.stream()
            .map(field -> named(field, known.get(field)))
            .collect(Collectors.joining(", "));
    return FactTypes.key(fact.getClass()) + (values.isEmpty() ? "" : ": " + values);
  }

  private static String place(Symptom symptom) {
    return symptom.line() > 0
        ? " (" + Redactor.redact(symptom.source()) + ", line " + symptom.line() + ")"
        : "";
  }

  /** A field with its value. */
  static String named(String field, Object value) {
    return field + "=" + value(field, value);
  }

  /** A value of a field, without what may be secret under the field's name. */
  static String value(String field, Object value) {
    if (value == null || "".equals(value)) {
      return MISSING;
    }
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Answer) {
      return value.toString().toLowerCase(Locale.ROOT);
    }
    if (!(value instanceof String)) {
      return shortened(Redactor.redact(value.toString()));
    }
    String shown = Redactor.redact(field + "=" + value);
    return shortened(shown.startsWith(field + "=") ? shown.substring(field.length() + 1) : shown);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
