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
  public static final Knowledge KNOWLEDGE = read();

  private KnowledgeUnderTest() {}

  private static Knowledge read() {
    try {
      return PackedKnowledge.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
