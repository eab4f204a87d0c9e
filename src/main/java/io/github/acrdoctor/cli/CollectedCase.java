package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.bundle.Bundle;
import io.github.acrdoctor.collect.bundle.BundleWriter;
import io.github.acrdoctor.collect.bundle.RedactedCase;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.RedactionKey;
import java.nio.file.Path;

/** A case made by collectors, in the form in which it may leave the process. */
final class CollectedCase {
  private final Checkup.Outcome outcome;
  private final RedactionKey key = RedactionKey.random();

  private CollectedCase(Checkup.Outcome outcome) {
    this.outcome = outcome;
  }

  static CollectedCase collect(CollectOptions options, KnowledgeOptions rules, Console console) {
    Machine machine = console.machine().get();
    String password = options.password(console.in());
    CaseInput printed = new CaseInput(console.in());
    options.files().forEach(printed::addFile);
    Collected sent = options.sent();
    try (ProgressLines progress = new ProgressLines(console.err(), console.progressIsWatched())) {
      return new CollectedCase(
          new Checkup(options, machine, rules.probes().issuers(), password)
              .run(printed.texts(), sent, progress));
    }
  }

  /** What is diagnosed: the same as somebody else will diagnose who gets the file. */
  Case redacted() {
    return RedactedCase.of(outcome.input(), key);
  }

  void save(Path file, String knowledge) {
    Bundle bundle =
        new Bundle(outcome.input(), outcome.collected().asked(), Version.number(), knowledge);
    BundleWriter.write(file, bundle, key);
  }

  /** How much there is, in words. */
  String summary() {
    long missing = outcome.input().facts().stream().filter(NotCollected.class::isInstance).count();
    return outcome.input().facts().size()
        - missing
        + " facts, "
        + outcome.collected().asked().size()
        + " questions asked"
        + (missing == 0 ? "" : ", " + missing + " things could not be learnt");
  }
}
