package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.QuestionDefinition;
import io.github.acrdoctor.diagnosis.Spot;
import io.github.acrdoctor.diagnosis.Step;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether what pages and questions tell people to type is a command, and complete. */
final class CommandCheck {
  private final ShellCheck shell;

  CommandCheck(ShellCheck shell) {
    this.shell = shell;
  }

  private record Command(String file, int line, String text) {
    /** As the person types it. */
    String filled() {
      return text.replaceAll("\\{[a-zA-Z]+\\.[a-zA-Z]+}", "contoso")
          .replaceAll("<[a-z.-]+>", "contoso");
    }
  }

  List<Problem> problems(LintSubject subject) {
    List<Command> commands = new ArrayList<>();
    for (Cause cause : subject.knowledge().causes().values()) {
      Stream.concat(cause.confirm().stream(), cause.fix().stream())
          .map(Step::command)
          .filter(command -> !command.isEmpty())
          .forEach(command -> commands.add(new Command(cause.file(), 1, command)));
    }
    for (QuestionDefinition question : subject.knowledge().questions().get()) {
      if (!question.command().isEmpty()) {
        commands.add(new Command(question.file(), question.line(), question.command()));
      }
    }
    List<Problem> problems = new ArrayList<>();
    shell
        .wrong(commands.stream().map(Command::filled).toList())
        .forEach(
            (number, what) -> {
              Command command = commands.get(number);
              problems.add(
                  problem(
                      subject,
                      command,
                      "invalid-command",
                      command.text().lines().findFirst().orElse(""),
                      "bash does not understand the command: " + what,
                      "write it as it is typed"));
            });
    commands.forEach(command -> prompts(subject, command, problems));
    return problems;
  }

  private static void prompts(LintSubject subject, Command command, List<Problem> problems) {
    command
        .text()
        .lines()
        .filter(line -> line.matches("\\s*(\\$ |PS>|C:\\\\|# ?az ).*"))
        .forEach(
            line ->
                problems.add(
                    problem(
                        subject,
                        command,
                        "command-prompt",
                        line.strip(),
                        "the command starts with a prompt",
                        "leave the prompt out, so that the line can be copied")));
  }

  private static Problem problem(
      LintSubject subject,
      Command command,
      String id,
      String words,
      String message,
      String advice) {
    Spot spot = Spot.word(subject.text(command.file()), command.line(), words.strip());
    return new Problem(id, command.file(), spot.line(), spot.column(), message, advice);
  }
}
