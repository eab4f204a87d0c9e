package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Programs;
import io.github.acrdoctor.diagnosis.lint.ShellCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lets bash parse commands without running them; finds nothing wrong where there is no bash. */
final class BashSyntax implements ShellCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Programs programs;

  BashSyntax(Programs programs) {
    this.programs = programs;
  }

  @Override
  public Map<Integer, String> wrong(List<String> commands) {
    Path bash = programs.find("bash");
    if (bash == null || parse(bash, together(commands)).isEmpty()) {
      return Map.of();
    }
    Map<Integer, String> wrong = new TreeMap<>();
    for (int i = 0; i < commands.size(); i++) {
      String complaint = parse(bash, commands.get(i) + "\n");
      if (!complaint.isEmpty()) {
        wrong.put(i, complaint);
      }
    }
    return wrong;
  }

  /**
   * All commands as one script, so that one process is enough where nothing is wrong. Brackets
   * alternate: an open quote that swallows the next command up to a quote of its own does not fit.
   */
  private static String together(List<String> commands) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < commands.size(); i++) {
      script.append(i % 2 == 0 ? "{\n" : "(\n").append(commands.get(i));
      script.append(i % 2 == 0 ? "\n}\n" : "\n)\n");
    }
    return script.toString();
  }

  private String parse(Path bash, String script) {
    try {
      Programs.Ran ran = programs.run(PATIENCE, script, bash.toString(), "--norc", "-n");
      return ran.exit() == 0
          ? ""
          : ran.err().lines().findFirst().orElse("").replaceFirst("^.*?line \\d+: ", "").strip();
    } catch (IOException e) {
      return "";
    }
  }
}
