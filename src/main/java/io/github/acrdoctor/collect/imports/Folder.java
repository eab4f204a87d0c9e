package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.TextDecoder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads all that somebody sent: a folder of files, or one file. What is too much, too large or no
 * text is skipped, and said to be.
 */
public final class Folder {
  private static final int DEEPEST = 5;
  private static final int MOST_FILES = 1000;
  private static final int MOST_SEEN = 20_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final String ADVICE = "send the outputs that matter, as texts";

  private final Map<String, String> texts = new TreeMap<>();
  private final List<Fact> skipped = new ArrayList<>();
  private long left = MOST_BYTES;

  private Folder() {}

  /**
   * Reads a folder or a file.
   *
   * @param path the folder or file
   * @return what it says, in the order of the names of its files
   * @throws InputException when there is no such folder or file
   */
  public static Collected read(Path path) {
    return read(path, null);
  }

  /**
   * Reads a folder or a file.
   *
   * @param path the folder or file
   * @param target the registry that it is about; null when not known
   * @return what it says, in the order of the names of its files
   * @throws InputException when there is no such folder or file
   */
  public static Collected read(Path path, Target target) {
    Folder folder = new Folder();
    Path real = real(path);
    List<Path> files = folder.files(real);
    files.stream().limit(MOST_FILES).forEach(file -> folder.add(name(real, file), file));
    if (files.size() > MOST_FILES) {
      folder.skip("only the first " + MOST_FILES + " files were read");
    }
    Subject subject = Subjects.of(target, List.copyOf(folder.texts.values()));
    Collected all = new Collected(folder.skipped, List.of(), List.of());
    for (Map.Entry<String, String> entry : folder.texts.entrySet()) {
      all = all.and(Imports.read(entry.getKey(), entry.getValue(), subject));
    }
    return new Collected(List.copyOf(new LinkedHashSet<>(all.facts())), all.texts(), all.asked());
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "cannot be read: " + e.getClass().getSimpleName(), "name a folder");
    }
  }

  /** Links are not followed: they may lead out of what was sent. */
  private List<Path> files(Path path) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          path,
          Set.of(),
          DEEPEST,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.add(file);
              }
              return files.size() < MOST_SEEN
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              skip(name(path, file) + " cannot be read: " + e.getClass().getSimpleName());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      skip(path.getFileName() + " cannot be read to its end: " + e.getClass().getSimpleName());
    }
    Collections.sort(files);
    return files;
  }

  private static String name(Path path, Path file) {
    Path name = file.equals(path) ? file.getFileName() : path.relativize(file);
    return name.toString().replace(File.separatorChar, '/');
  }

  private void add(String name, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) left + 1);
      if (bytes.length > left) {
        skip(
            name
                + " is skipped: all files together are larger than "
                + (MOST_BYTES >> 20)
                + " MiB");
        return;
      }
      texts.put(name, TextDecoder.decode(name, bytes));
      left -= bytes.length;
    } catch (IOException e) {
      skip(name + " cannot be read: " + e.getClass().getSimpleName());
    } catch (InputException e) {
      skip(e.getMessage());
    }
  }

  private void skip(String reason) {
    skipped.add(new NotCollected("text", reason, ADVICE));
  }
}
