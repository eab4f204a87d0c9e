package io.github.acrdoctor.cli;

/** What the process tells its caller. */
final class ExitCode {
  /** Something was diagnosed, or the command did what it should. */
  static final int DIAGNOSED = 0;

  /** Nothing was identified. */
  static final int NOTHING = 1;

  /** Wrong usage or unreadable input. */
  static final int USAGE = 2;

  /** The knowledge base is broken. */
  static final int KNOWLEDGE = 3;

  /** Our own fault. */
  static final int FAULT = 4;

  private ExitCode() {}
}
