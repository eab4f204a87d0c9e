package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells how the collectors get on: one line that is written over while somebody watches, else one
 * line for each collector that ends.
 */
final class ProgressLines implements Progress, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean watched;
  private final List<String> running = new ArrayList<>();

  ProgressLines(PrintWriter err, boolean watched) {
    this.err = err;
    this.watched = watched;
  }

  @Override
  public synchronized void started(String collector) {
    running.add(collector);
    status();
  }

  @Override
  public synchronized void ended(String collector, Duration took, String problem) {
    if (!running.remove(collector)) {
      return;
    }
    String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    String line = "  " + collector + ": " + (problem == null ? "done" : problem) + ", " + seconds;
    err.println((watched ? CLEAR : "") + Console.complaint(line));
    status();
  }

  private void status() {
    if (watched) {
      err.print(CLEAR + (running.isEmpty() ? "" : "  asking " + String.join(", ", running) + " …"));
    }
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (watched) {
      err.print(CLEAR);
    }
    err.flush();
  }
}
