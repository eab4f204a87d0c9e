package io.github.acrdoctor;

import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.PackedKnowledge;
import io.github.acrdoctor.rules.KnowledgeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The knowledge base that the tests judge: the one that the build packed from the rules folder. */
public final class KnowledgeUnderTest {
  /** The rules folder. */
  public static final Path FOLDER = Path.of("rules");

  /** Its files. */
  public static final KnowledgeFiles FILES = KnowledgeFiles.read(FOLDER);

  /** The packed knowledge base. */
  public static final Knowledge KNOWLEDGE = read(false);

  /** The same, loaded for one case at a time. */
  public static final Knowledge FOR_ONE_CASE = read(true);

  private KnowledgeUnderTest() {}

  private static Knowledge read(boolean forOneCase) {
    try {
      return PackedKnowledge.read(forOneCase);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
