package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a rules folder, read once: what is checked is what is used.
 *
 * @param texts content by path; paths start with {@code rules/} and use slashes
 */
public record KnowledgeFiles(Map<String, String> texts) {
  private static final long LARGEST = 1 << 20;
  private static final int MOST = 20_000;

  /** Kept in the order of paths, so that nothing depends on the file system. */
  public KnowledgeFiles {
    texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /**
   * Reads a folder. Links are not followed; other kinds of files than rules, pages, cases and
   * symptoms are left alone.
   *
   * @param folder the rules folder
   * @return its files
   * @throws InputException when the folder is missing, empty or unreadable
   */
  public static KnowledgeFiles read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder.toString(), "there is no such rules folder", "name one with --rules DIR");
    }
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder, 4, new FileVisitOption[0])) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && isKnowledge(path)) {
          String name = "rules/" + folder.relativize(path).toString().replace('\\', '/');
          texts.put(name, text(name, path));
          if (texts.size() > MOST) {
            throw new InputException(folder.toString(), "more than " + MOST + " files", "");
          }
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new InputException(folder.toString(), "cannot be read: " + e.getMessage(), "");
    }
    if (texts.keySet().stream()
        .noneMatch(name -> name.endsWith(".drl") && !name.endsWith("imports.drl"))) {
      throw new InputException(
          folder.toString(), "holds no rules", "a rules folder has <family>/<cause>.drl files");
    }
    return new KnowledgeFiles(texts);
  }

  private static boolean isKnowledge(Path path) {
    String name = path.getFileName().toString();
    boolean kind = name.endsWith(".drl") || name.endsWith(".md") || name.endsWith(".yaml");
    return kind
        && !name.startsWith(".")
        && !path.toString().replace('\\', '/').contains("/template/");
  }

  private static String text(String name, Path path) throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new InputException(name, "larger than 1 MiB", "split it");
    }
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InputException(name, "not UTF-8 text", "save it as UTF-8");
    }
  }

  /**
   * A hash over all that decides a diagnosis: names and contents.
   *
   * @return 64 hexadecimal digits
   */
  public String hash() {
    Sha256 sha = new Sha256();
    texts.forEach(
        (name, text) -> {
          if (!name.endsWith(".cases.yaml")
              && !name.endsWith("README.md")
              && !name.endsWith("VOCABULARY.md")) {
            sha.add(name).add(text);
          }
        });
    return sha.hex();
  }
}
