package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.imports.Folder;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the case that a command looks at comes from, besides its arguments. */
final class CaseOptions {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE|-",
      description = "Read what was printed from a file, or from standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description = "Read a case (texts and facts) from a YAML or JSON file, or a bundle.")
  private List<Path> cases = List.of();

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description =
          "Read what a customer sent: files or folders with the output of az, docker, kubectl, dig …")
  private List<Path> sent = List.of();

  boolean areGiven() {
    return !files.isEmpty() || !cases.isEmpty() || !sent.isEmpty();
  }

  /** The case of words, files and case files together; without any, of standard input. */
  Case toCase(List<String> words, Console console) {
    CaseInput input = new CaseInput(console.in());
    input.addWords(words);
    files.forEach(input::addFile);
    cases.forEach(input::addCase);
    sent.forEach(path -> input.add(Folder.read(path)));
    if (words.isEmpty() && !areGiven()) {
      if (console.inputIsTerminal()) {
        throw new InputException(
            "the case",
            "there is nothing to diagnose",
            "paste the error in quotes, or name a file with -f FILE or --case FILE");
      }
      input.addStandardInput();
    }
    return input.toCase();
  }
}
