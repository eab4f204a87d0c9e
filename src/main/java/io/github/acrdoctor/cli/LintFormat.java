package io.github.acrdoctor.cli;

/** How problems of a knowledge base are written. */
enum LintFormat {
  /** One line each, for people. */
  TEXT,
  /** Our own form, for programs. */
  JSON,
  /** The standard form that code hosts read. */
  SARIF
}
