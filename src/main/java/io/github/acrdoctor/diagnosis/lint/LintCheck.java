package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.facts.Problem;
import java.util.List;

/** Looks for some kinds of problems. Has no state; several checks run at the same time. */
@FunctionalInterface
interface LintCheck {
  List<Problem> problems(LintSubject subject);
}
