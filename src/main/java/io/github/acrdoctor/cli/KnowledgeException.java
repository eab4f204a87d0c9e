package io.github.acrdoctor.cli;

import io.github.acrdoctor.facts.Problem;
import java.util.List;

/** The knowledge base cannot be used; says everything that is wrong with it. */
final class KnowledgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  KnowledgeException(List<Problem> problems) {
    super(text(problems));
  }

  /** There is no knowledge base to find single problems in. */
  KnowledgeException(String problem) {
    super(problem + "\nThe knowledge base is broken; nothing was diagnosed.");
  }

  private static String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    problems.stream().sorted().distinct().limit(SHOWN).forEach(p -> text.append(p).append('\n'));
    if (problems.size() > SHOWN) {
      text.append("… and ").append(problems.size() - SHOWN).append(" more\n");
    }
    return text.append("The knowledge base is broken; nothing was diagnosed.").toString();
  }
}
