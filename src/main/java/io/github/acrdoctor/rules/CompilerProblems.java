package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.kie.internal.builder.KnowledgeBuilderError;

/** Turns what the Drools compiler complains about into problems with file and line. */
final class CompilerProblems {
  private CompilerProblems() {}

  static Problem of(KnowledgeBuilderError error, List<PackageDescr> packages) {
    int[] lines = error.getLines();
    String file =
        error.getResource() != null && error.getResource().getSourcePath() != null
            ? error.getResource().getSourcePath()
            : packages.get(packages.size() - 1).getResource().getSourcePath();
    String message = error.getMessage().strip().replaceAll("\\s+", " ");
    return new Problem(
        "invalid-drl", file, lines.length > 0 ? Math.max(0, lines[0]) : 0, 0, message, "");
  }
}
