package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Symptom;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {registry.name}} and the like from the case; what fills them is hostile, so commands get it quoted. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z]*)\\.([a-z][A-Za-z]*)\\}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/@-]+");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final int LONGEST = 256;

  /** What must hold before a value is believed to be what the placeholder asks for. */
  private static final Map<String, Pattern> GRAMMARS =
      Map.of(
          "registry.name", Pattern.compile("[A-Za-z0-9]{5,50}"),
          "registry.loginServer", Pattern.compile("[A-Za-z0-9]{5,50}(-[A-Za-z0-9]+)?(\\.[a-z0-9]+\\.geo)?\\.[a-z.]{4,30}"),
          "clientAddress.ip", Pattern.compile("[0-9a-fA-F.:]{3,45}"));

  /** Where a value taken out of a text belongs. */
  private static final Map<String, String> CAPTURES =
      Map.of(
          "ip", "clientAddress.ip",
          "repository", "image.repository",
          "tag", "image.tag",
          "user", "identity.name",
          "tenant", "identity.tenantId",
          "subscription", "registry.subscription",
          "host", "registry.loginServer");

  private final Map<String, String> values = new HashMap<>();

  Placeholders(List<Fact> facts) {
    facts.stream().filter(fact -> !(fact instanceof Symptom)).forEach(this::take);
    facts.stream().filter(Symptom.class::isInstance).map(Symptom.class::cast).forEach(this::take);
    String host = values.get("registry.loginServer");
    if (host != null) {
      put("registry.name", host.substring(0, host.indexOf('.')).replaceAll("-.*", ""));
      put("dnsAnswer.host", host);
    }
  }

  private void take(Fact fact) {
    for (RecordComponent field : FactTypes.fields(fact.getClass())) {
      Object value = value(fact, field);
      if (value instanceof String text) {
        put(FactTypes.key(fact.getClass()) + "." + field.getName(), text);
      } else if (value instanceof List<?> list && !list.isEmpty()) {
        put(FactTypes.key(fact.getClass()) + "." + field.getName(), String.valueOf(list.get(0)));
      }
    }
  }

  private void take(Symptom symptom) {
    CAPTURES.forEach((capture, name) -> put(name, symptom.capture(capture)));
  }

  private static Object value(Fact fact, RecordComponent field) {
    try {
      return field.getAccessor().invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a field that cannot be read: " + field, e);
    }
  }

  private void put(String name, String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST || hasControl(value)) {
      return;
    }
    Pattern grammar = GRAMMARS.get(name);
    if (grammar == null || grammar.matcher(value).matches()) {
      values.putIfAbsent(name, Redactor.redact(value));
    }
  }

  private static boolean hasControl(String value) {
    return value.chars().anyMatch(Character::isISOControl);
  }

  /** Fills a command; values are quoted for the shell. */
  String command(String template) {
    return fill(template, true);
  }

  /** Fills the code in a sentence. */
  String prose(String template) {
    Matcher code = CODE.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (code.find()) {
      code.appendReplacement(filled, Matcher.quoteReplacement("`" + fill(code.group(1), true).replace('`', '\'') + "`"));
    }
    return code.appendTail(filled).toString();
  }

  private String fill(String template, boolean quoted) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      if (FactTypes.byKey().containsKey(matcher.group(1))) {
        String value = values.get(matcher.group(1) + "." + matcher.group(2));
        String text = value == null ? open(matcher.group(1), matcher.group(2)) : quoted ? quote(value) : value;
        matcher.appendReplacement(filled, Matcher.quoteReplacement(text));
      }
    }
    return matcher.appendTail(filled).toString();
  }

  static String quote(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String open(String fact, String field) {
    return "<" + dashes(fact) + "-" + dashes(field) + ">";
  }

  private static String dashes(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
