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

  private final List<Known> known = new ArrayList<>();
  private final Map<String, Integer> frequency = new HashMap<>();

  private record Known(String symptom, String example, Set<String> words) {}

  NearestMessages(Map<String, List<String>> examples) {
    examples.forEach(
        (symptom, texts) ->
            texts.stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(line -> known.add(new Known(symptom, line.strip(), words(line)))));
    known.forEach(k -> k.words().forEach(word -> frequency.merge(word, 1, Integer::sum)));
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
    Known best = null;
    double likeness = LEAST;
    for (Known candidate : known) {
      double alike = likeness(words, candidate.words());
      if (alike > likeness) {
        best = candidate;
        likeness = alike;
      }
    }
    return best == null
        ? null
        : new NearMessage(
            best.symptom(),
            best.example(),
            line,
            without(best.words(), words),
            without(words, best.words()),
            likeness);
  }

  /** The weight of the words both have, against the weight of the words either has. */
  private double likeness(Set<String> one, Set<String> other) {
    double both = 0;
    double either = 0;
    int shared = 0;
    for (String word : one) {
      double weight = weight(word);
      either += weight;
      if (other.contains(word)) {
        both += weight;
        shared++;
      }
    }
    if (shared < 2) {
      return 0;
    }
    for (String word : other) {
      if (!one.contains(word)) {
        either += weight(word);
      }
    }
    return both / either;
  }

  private double weight(String word) {
    return Math.log(1 + known.size() / (1.0 + frequency.getOrDefault(word, 0)));
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
