package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts texts together that share the words which few known messages have. For one thread. */
public final class TextGroups {
  private static final int LINES = 100;
  private static final int LONGEST_LINE = 2000;
  private static final int WORDS = 6;

  /** Words of a text by which a group for it is looked for. */
  private static final int KEYS = 8;

  /** Texts less alike than this do not belong together. */
  private static final double LEAST = 0.4;

  private final Map<String, Integer> known = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, Set<Integer>> byWord = new HashMap<>();
  private int messages;

  /** A group that grows. */
  private static final class Group {
    private final Set<String> words;
    private final String example;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Group(Set<String> words, String example) {
      this.words = words;
      this.example = example;
    }

    void add(String name, Set<String> more) {
      names.add(name);
      more.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
  }

  /**
   * No groups yet.
   *
   * @param examples texts of known messages, by symptom
   */
  public TextGroups(Map<String, List<String>> examples) {
    for (List<String> texts : examples.values()) {
      for (String text : texts) {
        messages++;
        words(text).forEach(word -> known.merge(word, 1, Integer::sum));
      }
    }
  }

  /**
   * Adds a case that nothing answers.
   *
   * @param name where it comes from
   * @param texts its texts
   */
  public void add(String name, Collection<Text> texts) {
    List<String> lines =
        texts.stream()
            .flatMap(text -> text.text().lines())
            .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
            .limit(LINES)
            .map(line -> Redactor.redact(line.strip()))
            .toList();
    Set<String> words = new LinkedHashSet<>();
    lines.forEach(line -> words.addAll(words(line)));
    Group group = nearest(words);
    if (group == null) {
      group = new Group(words, mostTelling(lines));
      for (String key : keys(words)) {
        byWord.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(groups.size());
      }
      groups.add(group);
    }
    group.add(name, words);
  }

  private Group nearest(Set<String> words) {
    Set<Integer> candidates = new LinkedHashSet<>();
    keys(words).forEach(key -> candidates.addAll(byWord.getOrDefault(key, Set.of())));
    Group best = null;
    double likeness = LEAST;
    for (int candidate : candidates) {
      double alike = likeness(words, groups.get(candidate).words);
      if (alike >= likeness) {
        best = groups.get(candidate);
        likeness = alike;
      }
    }
    return best;
  }

  private List<String> keys(Set<String> words) {
    return words.stream().sorted(mostTelling()).limit(KEYS).toList();
  }

  private Comparator<String> mostTelling() {
    return Comparator.comparingDouble((String word) -> -weight(word))
        .thenComparing(Comparator.naturalOrder());
  }

  private String mostTelling(List<String> lines) {
    return lines.stream()
        .max(Comparator.comparingDouble((String line) -> weight(words(line))))
        .orElse("");
  }

  private double likeness(Set<String> one, Set<String> other) {
    Set<String> either = new LinkedHashSet<>(one);
    either.addAll(other);
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return either.isEmpty() ? 1 : weight(both) / weight(either);
  }

  private double weight(Set<String> words) {
    return words.stream().mapToDouble(this::weight).sum();
  }

  /** A word that few known messages have says more. */
  private double weight(String word) {
    return Math.log(1 + (messages + 1.0) / (1 + known.getOrDefault(word, 0)));
  }

  /**
   * The groups.
   *
   * @return largest first
   */
  public List<TextGroup> groups() {
    return groups.stream()
        .sorted(Comparator.comparingInt((Group group) -> -group.names.size()))
        .map(this::shown)
        .toList();
  }

  private TextGroup shown(Group group) {
    int half = (group.names.size() + 1) / 2;
    List<String> words =
        group.counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= half)
            .map(Map.Entry::getKey)
            .sorted(mostTelling())
            .limit(WORDS)
            .toList();
    return new TextGroup(words, group.example, group.names);
  }

  /** Words; names, numbers and addresses differ from case to case and say nothing. */
  private static Set<String> words(String line) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}._/-]+", -1)) {
      String bare = word.replaceAll("^[._/-]+|[._/-]+$", "");
      boolean name = bare.length() > 30 || bare.matches(".*[\\d/].*|.*\\.[a-z].*");
      if (bare.length() > 2 && !name) {
        words.add(bare);
      }
    }
    return words;
  }
}
