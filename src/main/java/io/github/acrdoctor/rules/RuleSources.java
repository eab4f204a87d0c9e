package io.github.acrdoctor.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The rule files in the jar, for explanations; a diagnosis needs only what they compile to. */
public final class RuleSources {
  private static final String FOLDER = "acr-doctor";

  private RuleSources() {}

  /**
   * The content of a shipped rule file.
   *
   * @param file its path, starting with {@code rules/}
   * @return null when the jar does not hold it
   */
  public static String shipped(String file) {
    try (InputStream in = RuleSources.class.getResourceAsStream("/" + FOLDER + "/" + file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a part of the jar cannot be read: " + file, e);
    }
  }

  /**
   * Puts the rule files into the folder that becomes the jar.
   *
   * @param files a rules folder
   * @param classes folder of classes
   * @throws IOException when they cannot be written
   */
  public static void write(KnowledgeFiles files, Path classes) throws IOException {
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      if (file.getKey().endsWith(".drl")) {
        Path target = classes.resolve(FOLDER).resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    }
  }
}
