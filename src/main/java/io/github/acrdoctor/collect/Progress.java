package io.github.acrdoctor.collect;

import java.time.Duration;

/** Is told how the collectors get on. Called from many threads. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void started(String collector) {}

        @Override
        public void ended(String collector, Duration took, String problem) {}
      };

  /**
   * A collector has started.
   *
   * @param collector its name
   */
  void started(String collector);

  /**
   * A collector has ended.
   *
   * @param collector its name
   * @param took how long it took
   * @param problem why it did not come to its end; null when it did
   */
  void ended(String collector, Duration took, String problem);
}
