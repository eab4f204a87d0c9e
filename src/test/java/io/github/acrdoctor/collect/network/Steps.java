package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Collector;
import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;
import java.time.Duration;
import java.util.List;

/** A collector that does what a test says. */
record Steps(Work work) implements Collector {
  interface Work {
    void run(Context context, Notebook notebook) throws Exception;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(20);
  }

  @Override
  public List<String> supplies() {
    return List.of();
  }

  @Override
  public void collect(Context context, Notebook notebook) throws Exception {
    work.run(context, notebook);
  }
}
