package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.CaseProof;
import io.github.acrdoctor.diagnosis.CheckMemo;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.KnowledgeCheck;
import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says everything that is wrong with a knowledge base, and everything that probably is. Used again
 * after an edit it proves anew only what the edit could have changed.
 */
public final class Lint {
  private final List<LintCheck> checks;
  private final CheckMemo memo = new CheckMemo();

  /**
   * A linter.
   *
   * @param shell says what is wrong with commands
   */
  public Lint(ShellCheck shell) {
    this.checks =
        List.of(
            new CommandCheck(shell)::problems,
            ValueCheck::problems,
            OverlapCheck::problems,
            TwinCheck::problems,
            HopelessCheck::problems,
            SymptomUseCheck::problems,
            CaptureCheck::problems,
            ProofCheck::problems,
            CaseValueCheck::problems,
            StyleCheck::problems,
            FileCheck::problems);
  }

  /**
   * Checks a knowledge base.
   *
   * @param files the files of a rules folder
   * @param knowledge what was made of them; null when nothing could be
   * @param loading what was wrong when it was made
   * @return problems that no comment allows, sorted, each once
   */
  public List<Problem> run(KnowledgeFiles files, Knowledge knowledge, Collection<Problem> loading) {
    List<Problem> found = new ArrayList<>(loading);
    if (knowledge != null) {
      KnowledgeCheck check = new KnowledgeCheck(files, knowledge, memo);
      found.addAll(check.run());
      found.addAll(more(files, knowledge, check.proofs()));
    }
    return Consequences.leftOut(loading, Suppressions.apply(files, found)).stream()
        .map(problem -> withColumn(files, problem))
        .sorted()
        .distinct()
        .toList();
  }

  /** What is wrong with a line stands where its words begin. */
  private static Problem withColumn(KnowledgeFiles files, Problem problem) {
    String text = files.texts().get(problem.file());
    if (problem.line() == 0 || problem.column() > 0 || text == null) {
      return problem;
    }
    Spot spot = Spot.line(text, problem.line());
    return new Problem(
        problem.id(),
        problem.file(),
        problem.line(),
        spot.column(),
        problem.message(),
        problem.advice());
  }

  private List<Problem> more(KnowledgeFiles files, Knowledge knowledge, List<CaseProof> proofs) {
    LintSubject subject =
        new LintSubject(files, knowledge, conditions(files, knowledge), proofs, memo);
    return checks.parallelStream().flatMap(check -> check.problems(subject).stream()).toList();
  }

  private List<RuleCondition> conditions(KnowledgeFiles files, Knowledge knowledge) {
    Map<String, List<RuleInfo>> byFile =
        knowledge.rules().rules().stream()
            .collect(Collectors.groupingBy(RuleInfo::file, TreeMap::new, Collectors.toList()));
    return byFile.entrySet().parallelStream()
        .flatMap(
            own ->
                memo
                    .of(
                        own.getKey() + " conditions",
                        files.texts().get(own.getKey()),
                        () -> new Conditions(own.getValue(), files.texts()::get).all())
                    .stream())
        .toList();
  }
}
