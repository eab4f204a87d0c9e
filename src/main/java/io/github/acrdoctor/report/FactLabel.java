package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Symptom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names a fact in a few words. */
final class FactLabel {
  private static final int LONGEST = 200;

  private FactLabel() {}

  static String of(Fact fact, Instant now) {
    if (fact instanceof Symptom symptom) {
      return symptom.line() > 0
          ? "symptom "
              + symptom.id()
              + " ("
              + Redactor.redact(symptom.source())
              + ", line "
              + symptom.line()
              + ")"
          : "symptom " + symptom.id();
    }
    List<String> known = new ArrayList<>();
    for (String field : FactFields.names(fact)) {
      String value = value(FactFields.value(fact, field), now);
      if (!value.isEmpty()) {
        known.add(shown(field, FactFields.value(fact, field), value));
      }
    }
    String label = FactTypes.key(fact.getClass()) + ": " + String.join(", ", known);
    return label.length() > LONGEST ? label.substring(0, LONGEST - 1) + "…" : label;
  }

  /** Only words can hold secrets; yes, no and times cannot, whatever the field is called. */
  private static String shown(String field, Object value, String text) {
    String whole = field + "=" + text;
    return value instanceof Answer || value instanceof Instant ? whole : Redactor.redact(whole);
  }

  private static String value(Object value, Instant now) {
    if (value == null
        || value == Answer.UNKNOWN
        || value instanceof Collection<?> c && c.isEmpty()) {
      return "";
    }
    if (value instanceof Instant moment) {
      return moment + " (" + Times.fromNow(moment, now) + ")";
    }
    return value instanceof Answer ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
  }
}
