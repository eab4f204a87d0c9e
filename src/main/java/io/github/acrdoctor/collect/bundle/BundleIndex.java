package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.facts.Attempt;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Registry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the page of a bundle that a person reads first. All it is given is redacted already. */
final class BundleIndex {
  private static final int LONGEST_CELL = 200;

  private final StringBuilder page = new StringBuilder();

  private BundleIndex() {}

  /**
   * The page.
   *
   * @param bundle the bundle, redacted
   * @param answered what was asked
   * @param hidden what was hidden in the other files
   * @return Markdown
   */
  static String write(Bundle bundle, List<RawAnswers.Answered> answered, Redactions hidden) {
    BundleIndex index = new BundleIndex();
    index.head(bundle);
    index.questions(answered);
    index.missing(bundle.input());
    index.files(answered);
    index.secrets(hidden);
    return index.page.toString();
  }

  private void head(Bundle bundle) {
    Case input = bundle.input();
    line("# What acr-doctor collected");
    line("");
    line("- registry: " + code(registry(input)));
    line("- collected at: " + code(input.now() == null ? "unknown" : input.now().toString()));
    line("- by: acr-doctor " + code(bundle.version()));
    line("- knowledge: " + code(bundle.knowledge()));
    long facts = input.facts().stream().filter(fact -> !(fact instanceof NotCollected)).count();
    line("- learnt: " + facts + " facts, " + input.texts().size() + " error texts");
    line("");
    line("Diagnose it with `acr-doctor diagnose --case FILE.zip`.");
  }

  private static String registry(Case input) {
    Stream<String> names =
        input.facts().stream()
            .map(
                fact ->
                    fact instanceof Registry registry
                        ? registry.loginServer() == null ? registry.name() : registry.loginServer()
                        : fact instanceof Attempt attempt ? attempt.host() : null);
    return names.filter(Objects::nonNull).findFirst().orElse("unknown");
  }

  private void questions(List<RawAnswers.Answered> answered) {
    line("");
    line("## What was asked");
    line("");
    if (answered.isEmpty()) {
      line("Nothing.");
      return;
    }
    line("| when | collector | question | outcome | ms | answer |");
    line("|---|---|---|---|---|---|");
    for (RawAnswers.Answered one : answered) {
      Asked asked = one.asked();
      String answer = one.file() == null ? one.isLeftOut() ? "no room" : "" : code(one.file());
      row(
          code(String.valueOf(asked.at())),
          code(asked.collector()),
          code(asked.what()),
          code(asked.outcome()),
          Long.toString(asked.millis()),
          answer);
    }
  }

  private void missing(Case input) {
    List<NotCollected> missing =
        input.facts().stream()
            .filter(NotCollected.class::isInstance)
            .map(NotCollected.class::cast)
            .toList();
    line("");
    line("## What could not be learnt");
    line("");
    if (missing.isEmpty()) {
      line("Nothing is missing of what was looked for.");
      return;
    }
    line("| fact | why | what would allow it |");
    line("|---|---|---|");
    missing.forEach(fact -> row(code(fact.fact()), code(fact.reason()), code(fact.right())));
  }

  private void files(List<RawAnswers.Answered> answered) {
    line("");
    line("## Files");
    line("");
    line("- `case.yaml`: the facts and the error texts; this is what is diagnosed");
    line("- `asked.jsonl`: what was asked, when, and how it went; one question a line");
    long raw = answered.stream().filter(one -> one.file() != null).count();
    line("- `raw/`: " + raw + " answers as they came, without secrets");
    line("- `redactions.json`: what was hidden, and where");
    line("- `manifest.json`: versions, and a digest of each file");
  }

  private void secrets(Redactions hidden) {
    line("");
    line("## What is hidden, and what is not");
    line("");
    line(
        "Hidden: passwords, tokens, keys, signatures and headers with credentials. In their places"
            + " stand markers, which end in a tag: equal tags, equal secrets. The tag cannot be"
            + " turned back into the secret.");
    line("");
    line("Places in the other files: " + (hidden.counts().isEmpty() ? "none" : counts(hidden)));
    line("");
    line(
        "**Not hidden**: names of registries, repositories, hosts and users, network addresses,"
            + " and the ids of subscriptions, tenants and identities. A secret that stands alone"
            + " and looks like any other word cannot be known as one: read the files before you"
            + " send them to somebody.");
  }

  private static String counts(Redactions hidden) {
    return hidden.counts().entrySet().stream()
        .map(BundleIndex::count)
        .collect(Collectors.joining(", "));
  }

  private static String count(Map.Entry<String, Integer> count) {
    return count.getValue() + " × " + count.getKey();
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** Hostile text as a piece of code on one line: no markup, no controls, no end of the cell. */
  private static String code(String text) {
    if (text == null || text.isBlank()) {
      return "";
    }
    String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    if (plain.length() > LONGEST_CELL) {
      plain = plain.substring(0, LONGEST_CELL - 1) + "…";
    }
    return plain.isEmpty() ? "" : "`" + plain.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
