package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.CaseProof;
import io.github.acrdoctor.diagnosis.CheckMemo;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleCondition;
import java.util.List;

/**
 * What checks look at: a knowledge base, and what it was made of.
 *
 * @param files its files
 * @param knowledge the knowledge base of all sound parts
 * @param rules its rules with their conditions, in the order of files and lines
 * @param proofs what came of its cases
 * @param memo what checks found before, for those that look at one file at a time
 */
record LintSubject(
    KnowledgeFiles files,
    Knowledge knowledge,
    List<RuleCondition> rules,
    List<CaseProof> proofs,
    CheckMemo memo) {
  String text(String file) {
    return files.texts().getOrDefault(file, "");
  }
}
