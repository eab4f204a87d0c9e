package io.github.acrdoctor.symptoms;

import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was found in one text, reduced to what says most. */
final class Findings {
  /** More places than this of one symptom are only counted. */
  private static final int KEPT = 256;

  private final Map<String, SymptomDefinition> definitions;
  private final Text text;
  private final List<Found> found = new ArrayList<>();
  private final Map<String, Integer> seen = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Findings(Map<String, SymptomDefinition> definitions, Text text) {
    this.definitions = definitions;
    this.text = text;
  }

  private record Found(String id, int start, int end, Map<String, String> captures) {
    /** One place for two that overlap, with all that was taken out of either. */
    Found together(Found later) {
      Map<String, String> all = new TreeMap<>(later.captures);
      all.putAll(captures);
      return new Found(id, start, Math.max(end, later.end), all);
    }

    boolean inside(Found other) {
      return start >= other.start && end <= other.end && end - start < other.end - other.start;
    }
  }

  void add(String id, Match match, ReadableText readable) {
    if (seen.merge(id, 1, Integer::sum) <= KEPT) {
      int start = readable.origin(match.start());
      int end = readable.origin(Math.max(match.start(), match.end() - 1)) + 1;
      found.add(new Found(id, start, end, match.captures()));
    }
  }

  /**
   * Alternatives of one symptom may find the same place; it counts once, in whatever order they
   * found it.
   */
  private void merge() {
    found.sort(
        Comparator.comparing(Found::id)
            .thenComparingInt(Found::start)
            .thenComparing(Comparator.comparingInt(Found::end).reversed())
            .thenComparing(f -> f.captures().toString()));
    List<Found> merged = new ArrayList<>();
    for (Found place : found) {
      Found last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.id().equals(place.id()) && place.start() < last.end()) {
        merged.set(merged.size() - 1, last.together(place));
      } else {
        merged.add(place);
      }
    }
    found.clear();
    found.addAll(merged);
    merged.forEach(place -> counts.merge(place.id(), 1, Integer::sum));
    seen.forEach((id, times) -> counts.merge(id, Math.max(0, times - KEPT), Integer::sum));
  }

  List<Symptom> symptoms() {
    merge();
    List<Found> telling = new ArrayList<>(found);
    telling.removeIf(this::lessThanAnother);
    Set<String> superseded = superseded(telling);
    telling.removeIf(f -> superseded.contains(f.id()));
    telling.sort(Comparator.comparingInt(Found::start).thenComparing(Found::id));
    Map<String, Symptom> once = new LinkedHashMap<>();
    for (Found f : telling) {
      once.merge(f.id(), symptom(f), Findings::richer);
    }
    return List.copyOf(once.values());
  }

  private boolean lessThanAnother(Found f) {
    if (definitions.get(f.id()).kind() != SymptomKind.ERROR) {
      return false;
    }
    List<String> supersedes = definitions.get(f.id()).supersedes();
    return found.stream()
        .anyMatch(
            other ->
                definitions.get(other.id()).kind() == SymptomKind.ERROR
                    && f.inside(other)
                    && !supersedes.contains(other.id()));
  }

  private Set<String> superseded(List<Found> telling) {
    Set<String> ids = new HashSet<>();
    telling.forEach(f -> ids.addAll(definitions.get(f.id()).supersedes()));
    return ids;
  }

  /** The first place stands for all, unless a later one could take more out of the text. */
  private static Symptom richer(Symptom first, Symptom later) {
    return later.captures().size() > first.captures().size() ? later : first;
  }

  private Symptom symptom(Found f) {
    return new Symptom(
        f.id(),
        text.source(),
        line(f.start()),
        f.start(),
        f.end(),
        counts.get(f.id()),
        f.captures());
  }

  private int line(int offset) {
    int line = 1;
    String all = text.text();
    for (int at = all.indexOf('\n'); at >= 0 && at < offset; at = all.indexOf('\n', at + 1)) {
      line++;
    }
    return line;
  }
}
