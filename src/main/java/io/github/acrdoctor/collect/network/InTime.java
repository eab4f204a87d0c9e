package io.github.acrdoctor.collect.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what blocks for a limited time. Sockets and the system's resolver do not listen to
 * interruptions, so they work in threads of their own, and the one who waits can leave.
 */
final class InTime {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "network");
            thread.setDaemon(true);
            return thread;
          });

  private InTime() {}

  /**
   * Starts something.
   *
   * @param <T> its result
   * @param work what blocks
   * @return its future
   */
  static <T> Future<T> start(Callable<T> work) {
    return THREADS.submit(work);
  }

  /**
   * Does something and waits for it.
   *
   * @param <T> its result
   * @param time how long to wait
   * @param work what blocks
   * @param stop closed when it is not waited for any longer, so that the work ends
   * @return its result
   * @throws IOException what the work threw, or {@link SocketTimeoutException}
   * @throws InterruptedException when this thread was interrupted
   */
  static <T> T get(Duration time, Callable<T> work, Closeable stop)
      throws IOException, InterruptedException {
    Future<T> future = start(work);
    try {
      return future.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no answer within " + time.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    } finally {
      if (!future.isDone()) {
        future.cancel(true);
        stop.close();
      }
    }
  }
}
