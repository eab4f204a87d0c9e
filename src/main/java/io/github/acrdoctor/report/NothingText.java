package io.github.acrdoctor.report;

import java.util.List;

/** What a terminal shows when nothing was identified. */
final class NothingText {
  private static final int SYMPTOMS = 8;

  private final Paragraphs out;
  private final Report report;

  private NothingText(Paragraphs out, Report report) {
    this.out = out;
    this.report = report;
  }

  /** Writes it; the details stand before what helps. */
  static void write(Paragraphs out, Report report, Runnable details) {
    NothingText text = new NothingText(out, report);
    if (report.nothingWrong()) {
      text.verified();
      details.run();
      text.ifItStillFails();
    } else {
      text.unknown();
      text.recognised();
      text.nearest();
      details.run();
      text.verified("Verified");
      text.whatHelps();
    }
  }

  private void verified() {
    verified("Nothing wrong was found. Verified:");
  }

  private void verified(String title) {
    if (!report.verified().isEmpty()) {
      out.strong(title);
      report.verified().forEach(line -> out.paragraph("  + ", line));
      out.blank();
    }
  }

  private void ifItStillFails() {
    out.blank();
    out.strong("If it still fails");
    out.paragraph("  1. ", "Run check where it fails, as the user for whom it fails.");
    out.paragraph("  2. ", "Give it what was printed as well: acr-doctor check REGISTRY -f FILE");
  }

  private void unknown() {
    out.strong("Nothing was identified.");
    out.paragraph(
        "",
        "No known message of docker, the Azure CLI, Kubernetes, Entra or a registry was found, or"
            + " what was found says nothing about a cause.");
  }

  private void whatHelps() {
    out.blank();
    out.strong("What helps");
    out.paragraph("  1. ", "The command you ran and all it printed, as text.");
    out.paragraph("  2. ", "What acr-doctor finds out by itself, on the machine where it fails:");
    out.command("       ", "acr-doctor check <registry-name> -f FILE");
    out.paragraph("  3. ", "What docker is there:");
    out.command("       ", "docker version");
    out.paragraph("", "Paste all of it at once: acr-doctor diagnose -f FILE");
    out.blank();
    out.paragraph(
        "", "You know the cause? Teach it: acr-doctor rules new FAMILY/CAUSE --from FILE");
  }

  private void nearest() {
    if (report.nearest().isEmpty()) {
      return;
    }
    out.blank();
    out.strong("Nearest known messages");
    for (Resembling near : report.nearest()) {
      out.paragraph("  ~ ", near.title() + " · " + near.symptom());
      out.paragraph("      yours: ", near.line());
      out.paragraph("      known: ", near.example());
      words("      not in yours: ", near.missing());
      words("      only in yours: ", near.other());
    }
  }

  private void words(String label, List<String> words) {
    if (!words.isEmpty()) {
      out.paragraph(label, String.join(" ", words));
    }
  }

  private void recognised() {
    if (!report.symptoms().isEmpty()) {
      out.blank();
      out.strong("Seen all the same");
      report.symptoms().stream()
          .limit(SYMPTOMS)
          .forEach(symptom -> out.paragraph("  · ", symptom.title()));
    }
  }
}
