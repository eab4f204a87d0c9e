package io.github.acrdoctor.collect;

import java.time.Instant;

/**
 * Something that was asked, and what came back. May hold secrets; whatever leaves the process goes
 * through the redactor first.
 *
 * @param collector who asked
 * @param what the question: a request line, a command, a query
 * @param at when
 * @param millis how long it took
 * @param outcome the answer in a word or two: a status, an exit code, what went wrong
 * @param answer the answer as it came; empty when there was none
 */
public record Asked(
    String collector, String what, Instant at, long millis, String outcome, String answer) {
  /** A missing answer becomes empty. */
  public Asked {
    answer = answer == null ? "" : answer;
  }
}
