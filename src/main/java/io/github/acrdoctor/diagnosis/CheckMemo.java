package io.github.acrdoctor.diagnosis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers what checks found, for a process that checks again and again: only what depends on a
 * changed file is checked anew. May be used by many threads.
 */
public final class CheckMemo {
  private final Map<String, Made> made = new ConcurrentHashMap<>();

  private record Made(Object content, Object result) {}

  /**
   * What is found, found anew when the content it depends on is not that of the last time.
   *
   * @param <T> what is found; must not change afterwards
   * @param what a name for it; the same name always stands for the same type
   * @param content what it depends on; not null
   * @param finder finds it
   * @return what the finder found for this content
   */
  @SuppressWarnings("unchecked")
  public <T> T of(String what, Object content, Supplier<T> finder) {
    Made known = made.get(what);
    if (known == null || !known.content().equals(content)) {
      known = new Made(content, finder.get());
      made.put(what, known);
    }
    return (T) known.result();
  }
}
