package io.github.acrdoctor.symptoms;

/** What finding a symptom amounts to. */
public enum SymptomKind {
  /** Something failed. */
  ERROR,
  /** Says where, with what or about what; never a fault by itself. */
  CONTEXT,
  /** A follow-up line of another error. */
  CONSEQUENCE
}
