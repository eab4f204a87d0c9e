package io.github.acrdoctor.report;

import static io.github.acrdoctor.report.MarkdownReport.code;
import static io.github.acrdoctor.report.MarkdownReport.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a ticket shows when nothing was identified. */
final class MarkdownNothing {
  private MarkdownNothing() {}

  /** The blocks, in order. */
  static List<String> blocks(Report report) {
    List<String> blocks = new ArrayList<>();
    report.nearest().forEach(near -> blocks.add(nearest(near)));
    if (!report.verified().isEmpty()) {
      blocks.add("Verified:\n\n" + list(report.verified()));
    }
    blocks.add(
        report.nothingWrong()
            ? "If it still fails: run `acr-doctor check` where it fails, as the user for whom it"
                + " fails, with what was printed (`-f FILE`)."
            : "No known message was found. What helps: the command and all it printed, and what"
                + " `acr-doctor check <registry-name>` finds on the machine where it fails.");
    return blocks;
  }

  static String list(List<String> lines) {
    return lines.stream().map(line -> "- " + inline(line)).collect(Collectors.joining("\n"));
  }

  private static String nearest(Resembling near) {
    return "Nearest known message: "
        + inline(near.title())
        + " ("
        + code(near.symptom())
        + "), such as "
        + code(near.example())
        + (near.missing().isEmpty()
            ? ""
            : "; the text lacks " + inline(String.join(" ", near.missing())));
  }
}
