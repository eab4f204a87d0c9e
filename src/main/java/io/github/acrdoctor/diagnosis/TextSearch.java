package io.github.acrdoctor.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plain text search (BM25) over the cause pages: the baseline that rules have to beat. */
final class TextSearch {
  /** Usual values of the formula's constants. */
  private static final double K1 = 1.2;

  private static final double B = 0.75;

  private final List<Page> pages = new ArrayList<>();
  private final Map<String, Integer> pagesWith = new HashMap<>();
  private final double meanLength;

  private record Page(String cause, Map<String, Integer> words, int length) {}

  TextSearch(Collection<Cause> causes) {
    for (Cause cause : causes) {
      Map<String, Integer> words = count(text(cause));
      pages.add(
          new Page(cause.id(), words, words.values().stream().mapToInt(Integer::intValue).sum()));
      words.keySet().forEach(word -> pagesWith.merge(word, 1, Integer::sum));
    }
    meanLength = pages.stream().mapToInt(Page::length).average().orElse(1);
  }

  private static String text(Cause cause) {
    StringBuilder text = new StringBuilder(cause.id()).append(' ').append(cause.title());
    cause.meaning().forEach(p -> text.append(' ').append(p));
    cause.confirm().forEach(s -> text.append(' ').append(s.text()).append(' ').append(s.command()));
    cause.fix().forEach(s -> text.append(' ').append(s.text()).append(' ').append(s.command()));
    cause.otherwise().forEach(p -> text.append(' ').append(p));
    return text.toString();
  }

  private static Map<String, Integer> count(String text) {
    Map<String, Integer> words = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+")) {
      if (word.length() > 1) {
        words.merge(word, 1, Integer::sum);
      }
    }
    return words;
  }

  /** All pages by their score, best first; scores are scaled so that they add up to one. */
  List<RankedCause> search(String query) {
    Map<String, Double> scores = new HashMap<>();
    for (String word : count(query).keySet()) {
      int with = pagesWith.getOrDefault(word, 0);
      if (with > 0) {
        double rarity = Math.log(1 + (pages.size() - with + 0.5) / (with + 0.5));
        for (Page page : pages) {
          double often = page.words().getOrDefault(word, 0);
          double norm = K1 * (1 - B + B * page.length() / meanLength);
          scores.merge(page.cause(), rarity * often * (K1 + 1) / (often + norm), Double::sum);
        }
      }
    }
    double total = Math.max(1e-9, scores.values().stream().mapToDouble(Double::doubleValue).sum());
    return scores.entrySet().stream()
        .map(e -> new RankedCause(e.getKey(), e.getValue() / total))
        .sorted(
            Comparator.comparingDouble(RankedCause::probability)
                .reversed()
                .thenComparing(RankedCause::cause))
        .toList();
  }
}
