package io.github.acrdoctor.collect;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Runs collectors at the same time. Each has a deadline of its own; none that fails, hangs or is
 * killed stops another or delays the answer beyond its deadline.
 */
public final class Collection {
  private final Clock clock;
  private final Duration limit;
  private final Progress progress;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            // A collector that ignores its interruption must not keep the process alive.
            Thread thread = new Thread(task, "collector");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Running> running = new ArrayList<>();
  private final long started = System.nanoTime();

  /**
   * A collection that has not started.
   *
   * @param clock tells the time
   * @param limit no collector may take longer, whatever its own deadline
   * @param progress is told how it goes
   */
  public Collection(Clock clock, Duration limit, Progress progress) {
    this.clock = clock;
    this.limit = limit;
    this.progress = progress;
  }

  private record Running(Collector collector, Notebook notebook, Future<?> future, long until) {}

  /**
   * Runs collectors, and one more for each host that layers come from.
   *
   * @param collectors what to run
   * @param forHost makes the collector that looks at such a host; null for none
   * @param context makes the context the collectors are given out of the hosts' register
   * @return what was learnt, in the order of the collectors
   */
  public Collected run(
      List<Collector> collectors,
      Function<String, Collector> forHost,
      Function<DataHosts, Context> context) {
    AtomicReference<Context> shared = new AtomicReference<>();
    DataHosts hosts =
        new DataHosts(
            host -> {
              if (forHost != null) {
                start(forHost.apply(host), shared.get());
              }
            });
    shared.set(context.apply(hosts));
    collectors.forEach(collector -> start(collector, shared.get()));
    Collected all = Collected.NOTHING;
    for (int i = 0; i < count(); i++) {
      all = all.and(end(at(i)));
    }
    threads.shutdownNow();
    return all;
  }

  private int count() {
    synchronized (running) {
      return running.size();
    }
  }

  private Running at(int i) {
    synchronized (running) {
      return running.get(i);
    }
  }

  private void start(Collector collector, Context context) {
    Notebook notebook = new Notebook(collector.name(), clock);
    Duration own = collector.deadline().compareTo(limit) < 0 ? collector.deadline() : limit;
    synchronized (running) {
      progress.started(collector.name());
      long begun = System.nanoTime();
      Future<?> future = threads.submit(() -> work(collector, context, notebook, begun));
      running.add(new Running(collector, notebook, future, until(own)));
    }
  }

  /**
   * A collector that starts late, because of what another found, still ends by the common limit.
   */
  private long until(Duration own) {
    return Math.min(System.nanoTime() + own.toNanos(), started + limit.toNanos());
  }

  private Void work(Collector collector, Context context, Notebook notebook, long begun)
      throws Exception {
    collector.collect(context, notebook);
    progress.ended(collector.name(), Duration.ofNanos(System.nanoTime() - begun), null);
    return null;
  }

  private Collected end(Running run) {
    String problem = problem(run);
    if (problem != null) {
      progress.ended(
          run.collector().name(), Duration.ofNanos(System.nanoTime() - started), problem);
    }
    return run.notebook().close(run.collector().supplies(), problem);
  }

  private static String problem(Running run) {
    String name = run.collector().name();
    try {
      run.future().get(Math.max(0, run.until() - System.nanoTime()), TimeUnit.NANOSECONDS);
      return null;
    } catch (TimeoutException e) {
      run.future().cancel(true);
      return name + " did not end in time";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.future().cancel(true);
      return name + " was interrupted";
    } catch (java.util.concurrent.ExecutionException e) {
      return name + " could not go on: " + because(e.getCause());
    }
  }

  /** Messages of exceptions may be missing; their kind says more than nothing. */
  private static String because(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
