package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.Step;
import io.github.acrdoctor.diagnosis.WhyNot;
import io.github.acrdoctor.diagnosis.WhyNots;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is known about a cause, a symptom or a code. */
@Command(
    name = "explain",
    description = {
      "Shows what is known about a cause, a symptom, or a code such as AADSTS7000222 or"
          + " CONNECTIVITY_DNS_ERROR.",
      "With --why-not CAUSE: shows on a case which conditions of the cause's rules hold, which do"
          + " not, and what is missing."
    },
    footer = {
      "",
      "  acr-doctor explain --why-not dns-failure --case case.yaml",
      "  acr-doctor explain --why-not dns-failure 'unauthorized: authentication required'"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private KnowledgeOptions options;
  @Mixin private CaseOptions input;

  @Parameters(
      paramLabel = "CAUSE|SYMPTOM|CODE",
      arity = "0..*",
      description = "What to explain; with --why-not, the error as it was printed.")
  private List<String> words = List.of();

  @Option(
      names = "--why-not",
      paramLabel = "CAUSE",
      description = "Explain why a case is, or is not, diagnosed as this cause.")
  private String whyNot;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "Form of the answer to --why-not (default: text).")
  private Format format;

  enum Format {
    TEXT,
    JSON
  }

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (whyNot != null) {
      return explainWhyNot();
    }
    if (words.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'CAUSE|SYMPTOM|CODE'");
    }
    if (format != null || input.areGiven()) {
      throw new ParameterException(
          spec.commandLine(), "-f, --case and --format go with --why-not CAUSE");
    }
    String word = String.join(" ", words);
    Knowledge knowledge = options.load();
    Cause cause = knowledge.causes().get(word);
    if (cause != null) {
      explain(cause, knowledge);
      return ExitCode.DIAGNOSED;
    }
    List<SymptomDefinition> symptoms = symptoms(word, knowledge);
    if (symptoms.isEmpty()) {
      throw new InputException(
          Console.plain(word),
          "no cause, symptom or code of this name is known",
          advice(word, knowledge));
    }
    symptoms.forEach(symptom -> explain(symptom, knowledge));
    return ExitCode.DIAGNOSED;
  }

  private int explainWhyNot() {
    Case given = input.toCase(words, console);
    Knowledge knowledge = options.load();
    WhyNots whyNots =
        new WhyNots(knowledge, RuleConditions.of(knowledge, options), Clock.systemUTC());
    WhyNot why = whyNots.of(whyNot, given);
    if (format == Format.JSON) {
      console.out().print(Console.plain(WhyNotJson.of(why)));
    } else {
      new WhyNotText(console).write(why);
    }
    return ExitCode.DIAGNOSED;
  }

  private static String advice(String word, Knowledge knowledge) {
    List<String> known = new ArrayList<>(knowledge.causes().keySet());
    known.addAll(knowledge.recogniser().definitions().keySet());
    return Nearest.to(word, known)
        .map(name -> "did you mean " + name + "?")
        .orElse("acr-doctor rules list shows the causes");
  }

  private static List<SymptomDefinition> symptoms(String word, Knowledge knowledge) {
    SymptomDefinition named = knowledge.recogniser().definition(word);
    if (named != null) {
      return List.of(named);
    }
    return knowledge.recogniser().recognise(List.of(new Text("argument", word))).stream()
        .map(symptom -> knowledge.recogniser().definition(symptom.id()))
        .toList();
  }

  private void explain(Cause cause, Knowledge knowledge) {
    PrintWriter out = console.out();
    out.println(Console.plain(cause.title()));
    out.println(
        cause.id()
            + " · "
            + cause.family()
            + " · "
            + cause.prior().name().toLowerCase(Locale.ROOT)
            + (cause.refines() == null ? "" : " · a special form of " + cause.refines())
            + (cause.settles() == null ? "" : " · passes within " + cause.settles()));
    heading("What it means", cause.meaning());
    steps("How to confirm", cause.confirm());
    steps("Fix", cause.fix());
    out.println();
    out.println(wrap("Role needed: " + cause.role(), ""));
    out.println(wrap("Risk: " + cause.risk(), ""));
    out.println(wrap("Undo: " + cause.undo(), ""));
    out.println(wrap("Verify: " + cause.verify(), ""));
    heading("If that did not help", cause.otherwise());
    out.println();
    out.println("References");
    cause
        .links()
        .forEach(link -> out.println(Console.plain("  " + link.title() + "\n    " + link.url())));
    out.println();
    out.println("What speaks for and against it");
    knowledge.rules().rules().stream()
        .filter(rule -> rule.subject().equals(cause.id()))
        .forEach(
            rule ->
                out.println(
                    wrap(
                        String.format(
                            "%-8s %s (%s)", rule.conclusion(), rule.reason(), rule.place()),
                        "           ")));
  }

  private void explain(SymptomDefinition symptom, Knowledge knowledge) {
    PrintWriter out = console.out();
    out.println(Console.plain(symptom.title()));
    out.println(
        symptom.id()
            + " · "
            + symptom.kind().name().toLowerCase(Locale.ROOT)
            + (symptom.failsAt() == null ? "" : " · fails at " + symptom.failsAt().title())
            + (symptom.passed() == null ? "" : " · proves " + symptom.passed().title() + " good")
            + " · "
            + symptom.file()
            + ":"
            + symptom.line());
    Symptom alone = new Symptom(symptom.id(), null, 0, 0, 0, 1, Map.of());
    List<Evidence> evidence =
        new ArrayList<>(knowledge.rules().judge(List.of(alone), Instant.now()).evidence());
    evidence.sort(Comparator.comparing(Evidence::strength).thenComparing(Evidence::cause));
    out.println(
        evidence.isEmpty() ? "On its own it says nothing about a cause." : "On its own it says:");
    evidence.forEach(
        e ->
            out.println(
                wrap(
                    String.format(
                        "%-8s %s: %s",
                        e.strength().name().toLowerCase(Locale.ROOT), e.cause(), e.reason()),
                    "           ")));
    out.println();
  }

  private void heading(String heading, List<String> paragraphs) {
    console.out().println();
    console.out().println(heading);
    paragraphs.forEach(paragraph -> console.out().println(wrap(paragraph, "")));
  }

  private void steps(String heading, List<Step> steps) {
    console.out().println();
    console.out().println(heading);
    int number = 1;
    for (Step step : steps) {
      console.out().println(wrap(number++ + ". " + step.text(), "   "));
      step.command().lines().forEach(line -> console.out().println(Console.plain("     " + line)));
    }
  }

  private String wrap(String paragraph, String hanging) {
    return Wrapped.of(paragraph, "  ", "  " + hanging, console.columns());
  }
}
