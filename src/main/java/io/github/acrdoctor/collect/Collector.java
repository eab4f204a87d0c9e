package io.github.acrdoctor.collect;

import java.time.Duration;
import java.util.List;

/**
 * One way to learn facts. A collector only reads; whatever goes wrong in it becomes a fact too.
 *
 * <p>It runs in a thread of its own, writes down each fact as soon as it knows it, and is
 * interrupted when its time is over: what it wrote down until then counts.
 */
public interface Collector {
  /**
   * What {@code --only} and {@code --skip} call it.
   *
   * @return one word in small letters
   */
  String name();

  /**
   * The time it may take.
   *
   * @return never null
   */
  Duration deadline();

  /**
   * The facts it would learn; those of them that are missing in the end are reported as such.
   *
   * @return names of facts as in case files
   */
  List<String> supplies();

  /**
   * Learns what it can.
   *
   * @param context what it looks at, and with what
   * @param notebook takes what it learns
   * @throws Exception when it cannot go on; what it wrote down counts, the message becomes the
   *     reason for what is missing
   */
  void collect(Context context, Notebook notebook) throws Exception;
}
