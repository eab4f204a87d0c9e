package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Symptom;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes facts that rules are about to fire on, or nearly so: of the values that rules speak of. */
public final class RandomFacts {
  private final Random random;
  private final Instant now;
  private final List<RuleCondition> rules;
  private final Map<String, List<String>> words = new HashMap<>();

  /**
   * A source of facts.
   *
   * @param rules the rules they are for
   * @param now the moment that times lie around
   * @param seed decides which facts are made
   */
  public RandomFacts(List<RuleCondition> rules, Instant now, long seed) {
    this.rules = rules;
    this.now = now;
    this.random = new Random(seed);
    rules.forEach(rule -> patterns(rule.condition()).forEach(this::learn));
  }

  private void learn(Condition.FactPattern pattern) {
    for (Constraint constraint : pattern.constraints()) {
      java.util.regex.Matcher text =
          java.util.regex.Pattern.compile("([a-zA-Z]+)[^\"]*((\"[^\"]*\"[^\"]*)+)")
              .matcher(constraint.text());
      if (text.find()) {
        for (String word : text.group(2).split("\"", -1)) {
          if (!word.isBlank() && !word.matches("\\s*,\\s*")) {
            words
                .computeIfAbsent(
                    pattern.type().getSimpleName() + "." + text.group(1), k -> new ArrayList<>())
                .add(word);
          }
        }
      }
    }
  }

  /** Facts for a few rules, and a few for none. */
  public List<Fact> some() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      RuleCondition rule = rules.get(random.nextInt(rules.size()));
      for (Condition.FactPattern pattern : patterns(rule.condition())) {
        for (int n = random.nextInt(3); n > 0; n--) {
          if (pattern.type() != Clock.class && pattern.type() != Concept.class) {
            facts.add(fact(pattern.type(), NamedIds.of(pattern)));
          }
        }
      }
    }
    return facts;
  }

  private Fact fact(Class<? extends Fact> type, java.util.Set<String> ids) {
    if (type == Symptom.class) {
      return symptom(new ArrayList<>(ids));
    }
    List<RecordComponent> fields = FactTypes.fields(type);
    Class<?>[] types = fields.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        fields.stream()
            .map(f -> value(type.getSimpleName() + "." + f.getName(), f.getType()))
            .toArray();
    try {
      return (Fact) type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a fact cannot be made", e);
    }
  }

  private Symptom symptom(List<String> ids) {
    boolean other = ids.isEmpty() || random.nextInt(8) == 0;
    String id = other ? text("Symptom.id") : ids.get(random.nextInt(ids.size()));
    Map<String, String> captures = new TreeMap<>();
    for (String name : SymptomFields.CAPTURES) {
      if (random.nextInt(3) == 0 && !name.equals("id") && !name.equals("source")) {
        captures.put(name, text("Symptom." + name));
      }
    }
    return new Symptom(id, "text", random.nextInt(3), 0, 9, 1, captures);
  }

  private Object value(String field, Class<?> type) {
    if (type == Answer.class) {
      return Answer.values()[random.nextInt(3)];
    }
    if (type == Integer.class || type == int.class) {
      int[] some = {0, 80, 200, 307, 401, 403, 404, 429, 443, 500, 503, -900, 900};
      return type == Integer.class && random.nextInt(4) == 0 ? null : some[random.nextInt(13)];
    }
    if (type == Instant.class) {
      return random.nextInt(4) == 0
          ? null
          : now.plus(Duration.ofMinutes(random.nextInt(60) - 40)).plus(days());
    }
    if (type == List.class) {
      return random.nextBoolean() ? List.of() : List.of(text("list"));
    }
    if (type == Map.class) {
      return Map.of();
    }
    return random.nextInt(4) == 0 ? null : text(field);
  }

  private Duration days() {
    return Duration.ofDays(random.nextInt(3) == 0 ? random.nextInt(20) - 10 : 0);
  }

  private String text(String field) {
    List<String> known = words.getOrDefault(field, List.of());
    String[] others = {
      "contoso",
      "contoso.azurecr.io",
      "team/api",
      "10.0.0.4",
      "203.0.113.16",
      "20.1.2.3",
      "203.0.113.0/24",
      "contoso.privatelink.azurecr.io",
      "repositories/team/*/content/read",
      "17.03",
      "33333333-aaaa-bbbb-cccc-000000000001",
      ""
    };
    return known.isEmpty() || random.nextInt(4) == 0
        ? others[random.nextInt(others.length)]
        : known.get(random.nextInt(known.size()));
  }

  static List<Condition.FactPattern> patterns(Condition condition) {
    if (condition instanceof Condition.FactPattern pattern) {
      return List.of(pattern);
    }
    List<Condition> parts =
        condition instanceof Condition.Not not
            ? List.of(not.part())
            : condition instanceof Condition.Exists exists
                ? List.of(exists.part())
                : condition instanceof Condition.Any any
                    ? any.parts()
                    : Conditions.parts(condition);
    return parts.stream().flatMap(part -> patterns(part).stream()).toList();
  }
}
