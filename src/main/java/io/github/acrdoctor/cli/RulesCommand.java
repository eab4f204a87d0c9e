package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.Knowledge;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about the rules themselves. */
@Command(
    name = "rules",
    description = "Lists, checks and drafts rules.",
    subcommands = {
      RulesCommand.ListCommand.class,
      RulesLintCommand.class,
      RulesNewCommand.class,
      RulesTestCommand.class,
      RulesCoverageCommand.class,
      RulesWatchCommand.class
    })
final class RulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "name what to do with the rules: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Lists causes with what speaks for them. */
  @Command(name = "list", description = "Lists the causes with their rules.")
  static final class ListCommand implements Callable<Integer> {
    private final Console console;
    @Mixin private KnowledgeOptions options;

    @Parameters(
        paramLabel = "CAUSE",
        arity = "0..*",
        description = "Only these causes or families.")
    private List<String> wanted = List.of();

    ListCommand(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Knowledge knowledge = options.load();
      Map<String, Long> rules =
          knowledge.rules().rules().stream()
              .collect(Collectors.groupingBy(rule -> rule.subject(), Collectors.counting()));
      List<Cause> causes =
          knowledge.causes().values().stream()
              .filter(
                  c -> wanted.isEmpty() || wanted.contains(c.id()) || wanted.contains(c.family()))
              .sorted(Comparator.comparing(Cause::family).thenComparing(Cause::id))
              .toList();
      String family = "";
      for (Cause cause : causes) {
        if (!cause.family().equals(family)) {
          family = cause.family();
          console.out().println(family);
        }
        console
            .out()
            .printf(
                "  %-36s %2d rules  %-10s %s%n",
                cause.id(),
                rules.getOrDefault(cause.id(), 0L),
                cause.prior().name().toLowerCase(Locale.ROOT),
                Console.plain(cause.title()));
        if (!wanted.isEmpty()) {
          knowledge.rules().rules().stream()
              .filter(rule -> rule.subject().equals(cause.id()))
              .forEach(
                  rule ->
                      console
                          .out()
                          .printf(
                              "      %-8s %s  (%s)%n",
                              rule.conclusion(), Console.plain(rule.reason()), rule.place()));
        }
      }
      console
          .out()
          .printf(
              "%d causes, %d rules, %d symptoms; knowledge %s%n",
              causes.size(),
              knowledge.rules().rules().size(),
              knowledge.recogniser().definitions().size(),
              knowledge.hash().substring(0, 12));
      return causes.isEmpty() ? ExitCode.NOTHING : ExitCode.DIAGNOSED;
    }
  }
}
