package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers what was made of each file, so that in a running process only a changed file is worked
 * on again. May be used by many threads.
 *
 * @param <T> what is made of a file; must not change afterwards
 */
public final class FileMemo<T> {
  private final Map<String, Made<T>> made = new HashMap<>();

  private record Made<T>(String text, T result, List<Problem> problems) {}

  /**
   * Makes something of a file.
   *
   * @param <T> what is made
   */
  public interface Maker<T> {
    /**
     * Makes it.
     *
     * @param path the file
     * @param text its content
     * @param problems collects what is wrong with it
     * @return what was made; may be null
     */
    T make(String path, String text, Collection<Problem> problems);
  }

  /**
   * What a file gives: made anew when its content has changed since it was last asked for.
   *
   * @param path the file
   * @param text its content now
   * @param problems collects what is wrong with it, each time anew
   * @param maker makes it
   * @return what the maker made of this content
   */
  public synchronized T of(String path, String text, Collection<Problem> problems, Maker<T> maker) {
    Made<T> known = made.get(path);
    if (known == null || !known.text().equals(text)) {
      List<Problem> found = new ArrayList<>();
      known = new Made<>(text, maker.make(path, text, found), List.copyOf(found));
      made.put(path, known);
    }
    problems.addAll(known.problems());
    return known.result();
  }

  /**
   * Forgets files that are gone.
   *
   * @param paths the files there are
   */
  public synchronized void keepOnly(Set<String> paths) {
    made.keySet().retainAll(paths);
  }
}
