package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.rules.Strength;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers behind the words, as log odds; read from {@code rules/weights.yaml}.
 *
 * @param strengths weight of each strength; opposing ones are negative
 * @param priors weight of each prior
 * @param unknown weight of the cause that nobody has written down yet
 * @param refined what a cause loses where a special form of it explains at least as much; negative
 */
public record Weights(
    Map<Strength, Double> strengths, Map<Prior, Double> priors, double unknown, double refined) {
  /** Maps are copied. */
  public Weights {
    strengths = Map.copyOf(strengths);
    priors = Map.copyOf(priors);
  }

  double of(Strength strength) {
    return strengths.get(strength);
  }

  double of(Prior prior) {
    return priors.get(prior);
  }

  /**
   * Reads the weights.
   *
   * @param file name for messages
   * @param doc the file
   * @return the weights
   * @throws InputException when one is missing, not a number, or of the wrong sign
   */
  static Weights read(String file, Doc doc) {
    if (!(doc instanceof Doc.Fields fields)) {
      throw new InputException(file, "the weights are " + doc.kind() + ", not a mapping", "");
    }
    Map<Strength, Double> strengths = new EnumMap<>(Strength.class);
    for (Strength strength : Strength.values()) {
      double weight = number(file, fields, strength.name());
      if (strength.supports() == weight < 0) {
        throw new InputException(
            file,
            strength + " has the wrong sign: " + weight,
            "what supports is positive, what opposes negative");
      }
      strengths.put(strength, weight);
    }
    Map<Prior, Double> priors = new EnumMap<>(Prior.class);
    for (Prior prior : Prior.values()) {
      priors.put(prior, number(file, fields, prior.name()));
    }
    checkKeys(file, fields, strengths.keySet(), priors.keySet());
    return new Weights(
        strengths, priors, number(file, fields, "UNKNOWN"), number(file, fields, "REFINED"));
  }

  private static void checkKeys(
      String file, Doc.Fields fields, Set<Strength> strengths, Set<Prior> priors) {
    Set<String> known = new TreeSet<>(Set.of("unknown", "refined"));
    strengths.forEach(strength -> known.add(strength.name().toLowerCase(Locale.ROOT)));
    priors.forEach(prior -> known.add(prior.name().toLowerCase(Locale.ROOT)));
    fields
        .keys()
        .forEach(
            (key, at) -> {
              if (!known.contains(key)) {
                throw new InputException(
                    file + ":" + at.line() + ":" + at.column(),
                    "there is no weight " + key,
                    Nearest.advice(key, known));
              }
            });
  }

  private static double number(String file, Doc.Fields fields, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (fields.get(key) instanceof Doc.Scalar scalar && scalar.text() != null) {
      try {
        double value = Double.parseDouble(scalar.text());
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new InputException(
            file + ":" + scalar.at().line(), key + " is not a number: " + scalar.text(), "");
      }
    }
    throw new InputException(file, "the weight " + key + " is missing", "");
  }
}
