package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Knowledge;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Collects the facts about a registry and diagnoses them. */
@Command(
    name = "check",
    description =
        "Looks at a registry from this machine and finds out what stands in the way. Changes"
            + " nothing.",
    footer = {
      "",
      "  acr-doctor check contoso --image team/api:1.0",
      "  acr-doctor check contoso.azurecr.io --skip azure --save case.zip",
      "  docker pull contoso.azurecr.io/app:1 2>&1 | acr-doctor check contoso -f -"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private CollectOptions options;
  @Mixin private KnowledgeOptions rules;

  @Option(
      names = "--save",
      paramLabel = "FILE.zip",
      description = "Also save what was collected, redacted, for somebody else.")
  private Path save;

  @Mixin private ReportOptions report;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    report.check();
    // Loading the knowledge takes as long as asking the registry, so both are done at once.
    CompletableFuture<Knowledge> loading = CompletableFuture.supplyAsync(rules::loadForOneCase);
    CollectedCase collected = CollectedCase.collect(options, rules, console);
    Knowledge knowledge = loaded(loading);
    if (save != null) {
      collected.save(save, knowledge.hash());
    }
    return report.report(collected.redacted(), knowledge, console.machine().get().clock(), console);
  }

  private static Knowledge loaded(CompletableFuture<Knowledge> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
