package io.github.acrdoctor.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on a stream of items with several threads and hands the results on in the order of the
 * items. Only a bounded number of items is in memory at any time.
 *
 * @param <I> what comes in
 * @param <R> what goes out
 */
final class OrderedWork<I, R> {
  /** Items handed to a thread at once, so that handing over costs little. */
  private static final int BUNCH = 64;

  private final int threads;

  OrderedWork(int threads) {
    this.threads = threads;
  }

  void run(Iterator<I> items, Function<I, R> work, Consumer<R> results)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      ArrayDeque<Future<List<R>>> running = new ArrayDeque<>();
      while (items.hasNext() || !running.isEmpty()) {
        while (items.hasNext() && running.size() < 2 * threads) {
          List<I> bunch = bunch(items);
          running.add(pool.submit(() -> bunch.stream().map(work).toList()));
        }
        finish(running.remove()).forEach(results);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<I> bunch(Iterator<I> items) {
    List<I> bunch = new ArrayList<>(BUNCH);
    while (bunch.size() < BUNCH && items.hasNext()) {
      bunch.add(items.next());
    }
    return bunch;
  }

  private static <T> T finish(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
