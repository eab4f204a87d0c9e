package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.rules.Conditions;
import io.github.acrdoctor.rules.RuleSources;

/** Finds the conditions of the rules in force: in the named folder, or in the jar. */
final class RuleConditions {
  private RuleConditions() {}

  static Conditions of(Knowledge knowledge, KnowledgeOptions options) {
    return new Conditions(
        knowledge.rules().rules(),
        options.folder() == null
            ? RuleSources::shipped
            : KnowledgeOptions.files(options.folder()).texts()::get);
  }
}
