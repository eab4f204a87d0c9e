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
  private static final int KEPT = 64;

  private final Map<String, SymptomDefinition> definitions;
  private final Text text;
  private final List<Found> found = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Findings(Map<String, SymptomDefinition> definitions, Text text) {
    this.definitions = definitions;
    this.text = text;
  }

  private record Found(String id, int start, int end, Map<String, String> captures) {
    /** One place for two that overlap, with all that was taken out of either. */
    Found together(Found other) {
      Found more = saysMore(other) ? this : other;
      Map<String, String> all = new TreeMap<>((more == this ? other : this).captures);
      all.putAll(more.captures);
      return new Found(id, Math.min(start, other.start), Math.max(end, other.end), all);
    }

    /** The match that begins first, then the longer one; so the order of finding is irrelevant. */
    private boolean saysMore(Found other) {
      if (start != other.start) {
        return start < other.start;
      }
      if (end != other.end) {
        return end > other.end;
      }
      return captures.toString().compareTo(other.captures.toString()) <= 0;
    }

    boolean inside(Found other) {
      return start >= other.start && end <= other.end && end - start < other.end - other.start;
    }
  }

  void add(String id, Match match, ReadableText readable) {
    int start = readable.origin(match.start());
    int end = readable.origin(Math.max(match.start(), match.end() - 1)) + 1;
    Found place = new Found(id, start, end, match.captures());
    int known = overlapping(place);
    if (known >= 0) {
      found.set(known, found.get(known).together(place));
    } else if (counts.merge(id, 1, Integer::sum) <= KEPT) {
      found.add(place);
    }
  }

  /** Alternatives of one symptom may find the same place; it counts once. */
  private int overlapping(Found place) {
    for (int i = found.size() - 1; i >= 0; i--) {
      Found other = found.get(i);
      if (other.id().equals(place.id())
          && other.start() < place.end()
          && place.start() < other.end()) {
        return i;
      }
    }
    return -1;
  }

  List<Symptom> symptoms() {
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
    return found.stream()
        .anyMatch(
            other -> definitions.get(other.id()).kind() == SymptomKind.ERROR && f.inside(other));
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
