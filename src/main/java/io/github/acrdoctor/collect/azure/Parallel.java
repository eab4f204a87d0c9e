package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Notebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what does not depend on each other at the same time; what fails or hangs fails alone. */
final class Parallel implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "azure");
            thread.setDaemon(true);
            return thread;
          });

  /** Something to do that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * One source.
   *
   * @param fact what is missing when it fails
   * @param work reads it
   */
  record Part(String fact, Work work) {}

  <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  /** Threads for libraries that bring their own; they must not keep the process alive. */
  ExecutorService threads() {
    return threads;
  }

  /** Runs all parts to their end, or to the end of their time. */
  void all(Notebook notebook, Duration limit, List<Part> parts) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    List<Future<?>> running = new ArrayList<>();
    for (Part part : parts) {
      running.add(
          start(
              () -> {
                part.work().run();
                return null;
              }));
    }
    for (int i = 0; i < parts.size(); i++) {
      String problem = end(running.get(i), until);
      if (problem != null) {
        notebook.missing(parts.get(i).fact(), problem, null);
      }
    }
  }

  private static String end(Future<?> future, long until) throws InterruptedException {
    try {
      future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      return null;
    } catch (TimeoutException e) {
      future.cancel(true);
      return "no answer in time";
    } catch (ExecutionException e) {
      return "it could not be read: " + e.getCause().getClass().getSimpleName();
    }
  }

  /** What a future brings; something else when it fails or takes too long. */
  static <T> T await(Future<T> future, Duration limit, T otherwise) throws InterruptedException {
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return otherwise;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
