package io.github.acrdoctor.rules;

import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;

/** What imports.drl may bring in: the facts and the conclusions, nothing else. */
final class AllowedImports {
  private static final String FACTS = "io.github.acrdoctor.facts.*";
  private static final String CONCLUSIONS = Conclusions.class.getName() + ".";
  private static final Set<String> NAMES =
      Set.of("certain", "strong", "hint", "against", "excluded", "concept", "contradiction");

  private AllowedImports() {}

  static void check(PackageDescr descr, Gate.Report report) {
    descr.getImports().stream()
        .filter(i -> !i.getTarget().equals(FACTS))
        .forEach(
            i ->
                report.problem(
                    "not-allowed",
                    Math.max(0, i.getStartCharacter()),
                    "the import " + i.getTarget() + " is not allowed",
                    ""));
    descr.getFunctionImports().stream()
        .filter(i -> !isConclusion(i.getTarget()))
        .forEach(
            i ->
                report.problem(
                    "not-allowed",
                    Math.max(0, i.getStartCharacter()),
                    "the import " + i.getTarget() + " is not allowed",
                    ""));
    boolean more =
        !descr.getRules().isEmpty()
            || !descr.getFunctions().isEmpty()
            || !descr.getGlobals().isEmpty()
            || !descr.getTypeDeclarations().isEmpty()
            || !descr.getEnumDeclarations().isEmpty()
            || !descr.getAccumulateImports().isEmpty()
            || !descr.getAttributes().isEmpty()
            || !descr.getEntryPointDeclarations().isEmpty()
            || !descr.getWindowDeclarations().isEmpty();
    if (more || !"causes".equals(descr.getName())) {
      report.problem(
          "not-allowed",
          Places.NOWHERE,
          "imports.drl may hold the package causes and imports, nothing else",
          "");
    }
  }

  private static boolean isConclusion(String target) {
    return target.startsWith(CONCLUSIONS) && NAMES.contains(target.substring(CONCLUSIONS.length()));
  }
}
