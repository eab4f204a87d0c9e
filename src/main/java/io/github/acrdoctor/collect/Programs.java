package io.github.acrdoctor.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs programs of this machine, for a limited time and with limited output. */
public final class Programs {
  private static final int MOST_OUTPUT = 8 << 20;
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Machine machine;

  Programs(Machine machine) {
    this.machine = machine;
  }

  /**
   * What a program did.
   *
   * @param exit its exit code; -1 when it did not end in time
   * @param out what it printed
   * @param err what it complained
   * @param timedOut whether it was killed because its time was over
   */
  public record Ran(int exit, String out, String err, boolean timedOut) {
    /**
     * What became of it, in a word or two.
     *
     * @return never null
     */
    public String outcome() {
      return timedOut ? "no answer in time" : "exit code " + exit;
    }
  }

  /**
   * Looks for a program on the path.
   *
   * @param name its name without an ending
   * @return null when it is not there
   */
  public Path find(String name) {
    String path = machine.environment().getOrDefault("PATH", machine.environment().get("Path"));
    if (path == null) {
      return null;
    }
    List<String> endings = machine.isWindows() ? List.of(".exe", ".cmd", ".bat") : List.of("");
    for (String folder : path.split(java.io.File.pathSeparator, -1)) {
      for (String ending : endings) {
        Path file = file(folder, name + ending);
        if (file != null && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return null;
  }

  private static Path file(String folder, String name) {
    try {
      return folder.isBlank() ? null : Path.of(folder, name);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param time how long it may take
   * @param input what it reads; empty for nothing
   * @param command program and arguments
   * @return what it did
   * @throws IOException when it cannot be started, or this thread is interrupted
   */
  public Ran run(Duration time, String input, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(machine.environment());
    Process process = builder.start();
    CompletableFuture<String> out = reading(process.getInputStream());
    CompletableFuture<String> err = reading(process.getErrorStream());
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program that does not read its input has closed it: that is its right.
    }
    try {
      boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
      }
      return new Ran(ended ? process.exitValue() : -1, text(out), text(err), !ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while " + command[0] + " was running");
    } finally {
      kill(process);
    }
  }

  /**
   * Runs a program that reads nothing, and writes down what it was and what it said.
   *
   * @param time how long it may take
   * @param notebook takes command and output
   * @param command program and arguments; none of them a secret
   * @return what it did
   * @throws IOException when it cannot be started, or this thread is interrupted
   */
  public Ran run(Duration time, Notebook notebook, String... command) throws IOException {
    Instant since = machine.clock().instant();
    String what = String.join(" ", command);
    notebook.doing(what);
    try {
      Ran ran = run(time, "", command);
      notebook.asked(
          what, since, ran.outcome(), ran.err().isEmpty() ? ran.out() : ran.out() + ran.err());
      return ran;
    } catch (IOException e) {
      notebook.asked(what, since, "could not be run", e.getMessage());
      throw e;
    }
  }

  private static void kill(Process process) {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                byte[] bytes = stream.readNBytes(MOST_OUTPUT);
                stream.skip(Long.MAX_VALUE);
                text.complete(new String(bytes, StandardCharsets.UTF_8));
              } catch (IOException | UncheckedIOException e) {
                text.complete("");
              }
            },
            "output of a program");
    reader.setDaemon(true);
    reader.start();
    return text;
  }

  /** A grandchild may hold the pipe open after the program has ended. */
  private static String text(CompletableFuture<String> output) throws InterruptedException {
    try {
      return output.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    }
  }
}
