package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.facts.Redactor;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * What the commands read from and write to, and the machine they run on.
 *
 * @param in standard input
 * @param out takes results
 * @param err takes progress and complaints
 * @param machine what collectors look at; made when first needed
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Supplier<Machine> machine) {
  private static final int NARROWEST = 40;
  private static final int USUAL = 80;
  private static final int WIDEST = 100;

  /** Whether somebody sits at a keyboard, so that waiting for input would hang. */
  boolean inputIsTerminal() {
    return "terminal".equals(System.getProperty("acrdoctor.stdin"));
  }

  /** Whether somebody watches the complaints as they come. */
  boolean progressIsWatched() {
    return "terminal".equals(System.getProperty("acrdoctor.stderr"));
  }

  /** Whether results go to a terminal that shows colours. */
  boolean colour() {
    String noColour = System.getenv("NO_COLOR");
    return System.getProperty("acrdoctor.columns") != null
        && (noColour == null || noColour.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** Width of the lines to print. */
  int columns() {
    String columns = System.getProperty("acrdoctor.columns", "");
    int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL;
    return Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /** A complaint that may quote what the user gave: without secrets, and plain. */
  static String complaint(String message) {
    return plain(Redactor.redact(message));
  }

  /** A text without anything that a terminal would obey. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(c -> isObeyed(c) ? '?' : c).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isObeyed(int c) {
    return Character.isISOControl(c) && c != '\n' || Character.getType(c) == Character.FORMAT;
  }
}
