package io.github.acrdoctor.report;

import com.google.re2j.Pattern;
import io.github.acrdoctor.facts.Addresses;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Redactor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills {@code {registry.name}} and the like from the case. What fills them is hostile: only values
 * that can be typed safely are taken, and commands get them quoted for the place they stand in.
 */
final class Placeholders {
  private static final int LONGEST = 256;

  /** What must hold before a value is believed to be what the placeholder asks for. */
  private static final Map<String, Pattern> GRAMMARS =
      Map.of(
          "registry.name", Pattern.compile("[A-Za-z0-9]{5,50}"),
          "registry.loginServer",
              Pattern.compile("[A-Za-z0-9]{5,50}(-[A-Za-z0-9]+)?(\\.[A-Za-z0-9-]+)+"),
          // Rules of a registry's firewall hold public IPv4 addresses only.
          "clientAddress.ip", Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}"));

  private final List<Fact> facts;
  private final Map<String, String> fromTexts;
  private final Map<String, Optional<String>> known = new HashMap<>();

  Placeholders(List<Fact> facts, Function<String, Map<String, String>> fills) {
    this.facts = facts;
    this.fromTexts = CapturedValues.of(facts, fills);
  }

  /**
   * Fills a command; values are quoted for the shell.
   *
   * @param template a command with placeholders
   * @return the command; what is not known is shown as {@code <registry-name>}
   */
  String command(String template) {
    return template.indexOf('{') < 0 ? template : new CommandTemplate(template, this).fill();
  }

  /**
   * Fills the code in a sentence.
   *
   * @param template a sentence with code in backquotes
   * @return the sentence, with as many backquotes as before
   */
  String prose(String template) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    StringBuilder filled = new StringBuilder();
    String[] parts = template.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      filled.append(i == 0 ? "" : "`").append(code ? command(parts[i]) : parts[i]);
    }
    return filled.toString();
  }

  /** The value for {@code fact.field}; null when it is not known or cannot be typed safely. */
  String value(String fact, String field) {
    String name = fact + "." + field;
    Optional<String> value = known.get(name);
    if (value == null) {
      value = Optional.ofNullable(safe(name, found(fact, field)));
      known.put(name, value);
    }
    return value.orElse(null);
  }

  /** Whether there are facts of a name. */
  static boolean isFact(String name) {
    return FactTypes.byKey().containsKey(name);
  }

  /** How an unknown value is shown: {@code <registry-login-server>}. */
  static String open(String fact, String field) {
    return "<" + dashes(fact) + "-" + dashes(field) + ">";
  }

  private static String dashes(String camelCase) {
    StringBuilder out = new StringBuilder();
    for (char c : camelCase.toCharArray()) {
      out.append(Character.isUpperCase(c) ? "-" : "").append(c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private String found(String fact, String field) {
    Class<?> type = FactTypes.byKey().get(fact);
    for (Fact candidate : facts) {
      String value = type != null && type.isInstance(candidate) ? read(candidate, field) : "";
      if (safe(fact + "." + field, value) != null) {
        return value;
      }
    }
    String name = fact + "." + field;
    if (name.equals("registry.name") && value("registry", "loginServer") != null) {
      String server = value("registry", "loginServer");
      return fromTexts.getOrDefault(name, CapturedValues.registryName(server));
    }
    return fromTexts.get(name);
  }

  private static String read(Fact fact, String field) {
    Object value = FactFields.value(fact, field);
    Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
    return first instanceof String text ? text : "";
  }

  private static String safe(String name, String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST || value.startsWith("-")) {
      return null;
    }
    Pattern grammar = GRAMMARS.get(name);
    boolean fits =
        (grammar == null || grammar.matches(value))
            && !(name.equals("clientAddress.ip") && Addresses.isPrivate(value));
    // In a page a backquote would end the code it stands in; in a command nobody needs one.
    boolean odd =
        value.indexOf('`') >= 0
            || !value.equals(Plain.text(value))
            || !value.equals(Redactor.redact(value));
    return fits && !odd ? value : null;
  }
}
