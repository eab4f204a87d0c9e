package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
    name = "acr-doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    description =
        "Finds out why someone cannot log in to, pull from, push to or manage an Azure Container Registry.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:something was diagnosed",
      "1:nothing was identified",
      "2:wrong usage or unreadable input",
      "3:the knowledge base is broken",
      "4:acr-doctor's own fault"
    })
public final class Main {
  private static final Map<String, Class<?>> COMMANDS = commands();

  private Main() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("diagnose", DiagnoseCommand.class);
    commands.put("batch", BatchCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("collect", CollectCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("evaluate", EvaluateCommand.class);
    commands.put("rules", RulesCommand.class);
    return commands;
  }

  /**
   * Runs the program.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = run(System.in, out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }

  /**
   * Runs the program on given streams.
   *
   * @param in standard input
   * @param out takes results
   * @param err takes progress and complaints
   * @param args the command line
   * @return the exit code
   */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return run(new Console(in, out, err, Machine::real), args);
  }

  static int run(Console console, String... args) {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    CommandLine line = new CommandLine(new Main(), new CommandFactory(console));
    addCommands(line, args);
    line.setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setExecutionExceptionHandler((e, command, parsed) -> report(e, err))
        .setParameterExceptionHandler((e, arguments) -> usage(e, err));
    int code = execute(line, err, args.length == 0 ? new String[] {"--help"} : args);
    out.flush();
    err.flush();
    return code;
  }

  /** Memory or stack that ran out is no exception to picocli; it would end in a stack trace. */
  private static int execute(CommandLine line, PrintWriter err, String[] args) {
    try {
      return line.execute(args);
    } catch (VirtualMachineError e) {
      return fault(e, err);
    }
  }

  /**
   * Commands are read by reflection, which takes time: when one is named, the others are left out.
   */
  private static void addCommands(CommandLine line, String[] args) {
    boolean named = args.length > 0 && COMMANDS.containsKey(args[0]);
    COMMANDS.forEach(
        (name, type) -> {
          if (!named || name.equals(args[0])) {
            line.addSubcommand(name, type);
          }
        });
  }

  private static int usage(CommandLine.ParameterException e, PrintWriter err) {
    String message = e instanceof UnmatchedArgumentException u ? unmatched(u) : e.getMessage();
    err.println("acr-doctor: " + Console.complaint(message));
    err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  /** Names only the first word that does not fit: the rest may be a pasted text with secrets. */
  private static String unmatched(UnmatchedArgumentException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      String option =
          word.startsWith("--")
              ? word.split("=", 2)[0]
              : word.substring(0, Math.min(2, word.length()));
      List<String> known = spec.options().stream().map(OptionSpec::longestName).toList();
      return "there is no option "
          + option
          + Nearest.to(option, option.startsWith("--") ? known : List.of())
              .map(name -> " / did you mean " + name + "?")
              .orElse(" / put a text that holds options in quotes");
    }
    return spec.subcommands().isEmpty()
        ? "one word too many: " + word
        : "there is no command " + word + " / " + Nearest.advice(word, spec.subcommands().keySet());
  }

  private static int report(Exception e, PrintWriter err) {
    if (e instanceof InputException) {
      err.println("acr-doctor: " + Console.complaint(e.getMessage()));
      return ExitCode.USAGE;
    }
    if (e instanceof KnowledgeException) {
      err.println(Console.plain(e.getMessage()));
      return ExitCode.KNOWLEDGE;
    }
    return fault(e, err);
  }

  /** Says what happened without a stack trace; where it happened is one word for a bug report. */
  static int fault(Throwable e, PrintWriter err) {
    StackTraceElement[] trace = e.getStackTrace();
    String where =
        trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    err.println(
        "acr-doctor: this is a fault of acr-doctor itself ("
            + e.getClass().getSimpleName()
            + where
            + ").");
    err.println("Report it together with the output of acr-doctor --version.");
    return ExitCode.FAULT;
  }
}
