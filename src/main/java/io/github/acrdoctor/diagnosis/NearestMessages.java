package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Known messages that resemble a text in which nothing was recognised: those that share the most of
 * the words that few messages have.
 */
final class NearestMessages {
  private static final int MOST = 3;
  private static final int LINES = 400;
  private static final int LONGEST_LINE = 2000;

  /** Less alike than this helps nobody. */
  private static final double LEAST = 0.4;

  /** A word that more than this part of the messages have (one in ...) makes nothing alike. */
  private static final int COMMON = 5;

  private final List<Known> known = new ArrayList<>();
  private final Map<String, List<Integer>> places = new HashMap<>();

  private record Known(String symptom, String example, Set<String> words) {}

  NearestMessages(Map<String, List<String>> examples) {
    examples.forEach(
        (symptom, texts) ->
            texts.stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(line -> known.add(new Known(symptom, line.strip(), words(line)))));
    for (int i = 0; i < known.size(); i++) {
      for (String word : known.get(i).words()) {
        places.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
    }
  }

  List<NearMessage> to(List<Text> texts) {
    Map<String, NearMessage> best = new HashMap<>();
    texts.stream()
        .flatMap(text -> text.text().lines())
        .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
        .limit(LINES)
        .forEach(
            line -> {
              // Words are shown later one by one, where a secret would not look like one.
              NearMessage near = nearest(Redactor.redact(line.strip()));
              if (near != null) {
                best.merge(near.symptom(), near, (a, b) -> a.likeness() >= b.likeness() ? a : b);
              }
            });
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(NearMessage::likeness)
                .reversed()
                .thenComparing(NearMessage::symptom))
        .limit(MOST)
        .toList();
  }

  private NearMessage nearest(String line) {
    Set<String> words = words(line);
    int best = -1;
    double likeness = LEAST;
    for (Map.Entry<Integer, Double> shared : shared(words).entrySet()) {
      double alike = likeness(words, known.get(shared.getKey()).words(), shared.getValue());
      if (alike > likeness || alike == likeness && best > shared.getKey()) {
        best = shared.getKey();
        likeness = alike;
      }
    }
    if (best < 0) {
      return null;
    }
    Known message = known.get(best);
    return new NearMessage(
        message.symptom(),
        message.example(),
        line,
        without(message.words(), words),
        without(words, message.words()),
        likeness);
  }

  /** For each message that has at least two of the words, the weight of those it has. */
  private Map<Integer, Double> shared(Set<String> words) {
    Map<Integer, Double> weights = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (String word : words) {
      List<Integer> holders = places.getOrDefault(word, List.of());
      if (holders.size() <= Math.max(COMMON, known.size() / COMMON)) {
        for (int holder : holders) {
          weights.merge(holder, weight(word), Double::sum);
          counts.merge(holder, 1, Integer::sum);
        }
      }
    }
    weights.keySet().removeIf(holder -> counts.get(holder) < 2);
    return weights;
  }

  /** The weight of the words both have, against the weight of the words either has. */
  private double likeness(Set<String> one, Set<String> other, double both) {
    double either = 0;
    for (String word : one) {
      either += weight(word);
    }
    for (String word : other) {
      if (!one.contains(word)) {
        either += weight(word);
      }
    }
    return both / either;
  }

  private double weight(String word) {
    return Math.log(1 + known.size() / (1.0 + places.getOrDefault(word, List.of()).size()));
  }

  private static List<String> without(Set<String> words, Set<String> others) {
    return words.stream().filter(word -> !others.contains(word)).toList();
  }

  /** Words in order; names, numbers and addresses differ from case to case and say nothing. */
  private static Set<String> words(String line) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}._/-]+")) {
      String bare = word.replaceAll("^[._/-]+|[._/-]+$", "");
      boolean name = bare.length() > 30 || bare.matches(".*(\\d.*[._/-]|[._/-].*\\d|/|\\.[a-z]).*");
      if (bare.length() > 1 && !name) {
        words.add(bare);
      }
    }
    return words;
  }
}
