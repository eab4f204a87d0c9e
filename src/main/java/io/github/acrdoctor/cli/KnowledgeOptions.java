package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.PackedKnowledge;
import io.github.acrdoctor.diagnosis.ProbeSettings;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which knowledge base a command uses. */
final class KnowledgeOptions {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Use the rules in this folder instead of the shipped ones.")
  private Path folder;

  /** The folder that was named, or that the launcher found edited; null for the shipped rules. */
  Path folder() {
    String edited = System.getProperty("acrdoctor.rules");
    return folder != null || edited == null ? folder : Path.of(edited);
  }

  /** The knowledge base for many cases. */
  Knowledge load() {
    return load(false);
  }

  /** The knowledge base for one case, of which only the needed part is loaded. */
  Knowledge loadForOneCase() {
    return load(true);
  }

  private Knowledge load(boolean forOneCase) {
    if (folder() != null) {
      return load(folder());
    }
    try {
      Knowledge shipped = PackedKnowledge.read(forOneCase);
      if (shipped == null) {
        throw new KnowledgeException(
            List.of(
                new Problem(
                    "acr-doctor.jar",
                    0,
                    0,
                    "holds no knowledge base",
                    "build it again, or name a folder with --rules DIR")));
      }
      return shipped;
    } catch (IOException e) {
      throw new KnowledgeException(
          List.of(new Problem("acr-doctor.jar", 0, 0, "cannot be read: " + e.getMessage(), "")));
    }
  }

  /** What the knowledge base tells the collectors. */
  ProbeSettings probes() {
    if (folder() != null) {
      String text = files(folder()).texts().get(ProbeSettings.FILE);
      return text == null
          ? new ProbeSettings(List.of())
          : ProbeSettings.read(ProbeSettings.FILE, text);
    }
    try (InputStream in = getClass().getResourceAsStream("/" + ProbeSettings.RESOURCE)) {
      return in == null
          ? new ProbeSettings(List.of())
          : ProbeSettings.read(
              ProbeSettings.FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new KnowledgeException(
          List.of(new Problem("acr-doctor.jar", 0, 0, "cannot be read: " + e.getMessage(), "")));
    }
  }

  private static Knowledge load(Path folder) {
    List<Problem> problems = new ArrayList<>();
    Knowledge knowledge =
        Knowledge.load(files(folder), new RuleBaseLoader(cacheFolder()), problems);
    if (!problems.isEmpty() || knowledge == null) {
      throw new KnowledgeException(problems);
    }
    return knowledge;
  }

  static KnowledgeFiles files(Path folder) {
    try {
      return KnowledgeFiles.read(folder);
    } catch (InputException e) {
      throw new KnowledgeException(e.getMessage());
    }
  }

  /** Where compiled rules are kept between runs: the user's cache folder, or nowhere. */
  static Path cacheFolder() {
    String named = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home");
    if (named != null && !named.isBlank()) {
      return Path.of(named, "acr-doctor", "models");
    }
    return home == null || home.equals("?")
        ? null
        : Path.of(home, ".cache", "acr-doctor", "models");
  }
}
