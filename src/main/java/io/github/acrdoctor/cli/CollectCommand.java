package io.github.acrdoctor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Collects the facts about a registry into a file for somebody else. */
@Command(
    name = "collect",
    description =
        "Looks at a registry from this machine and saves what it learns, without secrets, in a"
            + " file for somebody else.",
    footer = {
      "",
      "  acr-doctor collect contoso -o case.zip       on the machine where it fails",
      "  acr-doctor diagnose --case case.zip          anywhere else"
    })
final class CollectCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private CollectOptions options;
  @Mixin private KnowledgeOptions rules;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.zip",
      required = true,
      description = "The file to write.")
  private Path output;

  CollectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String hash = rules.loadForOneCase().hash();
    CollectedCase collected = CollectedCase.collect(options, rules, console);
    collected.save(output, hash);
    console.out().println(Console.complaint("Saved " + output + ": " + collected.summary() + "."));
    console.out().println(Console.complaint("Diagnose it: acr-doctor diagnose --case " + output));
    return ExitCode.DIAGNOSED;
  }
}
