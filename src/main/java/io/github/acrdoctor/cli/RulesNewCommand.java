package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.CauseDraft;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts the files of a new cause. */
@Command(
    name = "new",
    description = {
      "Drafts the rule, the page and the cases of a new cause, filled from a case or a text.",
      "What only you know is marked TODO; acr-doctor rules lint is red until it is filled in."
    })
final class RulesNewCommand implements Callable<Integer> {
  /** Where the templates lie in the jar. */
  static final String TEMPLATES = "acr-doctor/template/";

  private final Console console;
  @Mixin private KnowledgeOptions options;

  @Parameters(
      paramLabel = "FAMILY/CAUSE",
      description = "Folder and id of the cause, such as network/vpn-route-missing.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "FILE|-",
      description = "A case file (.yaml, .json) or a text to start from; - reads standard input.")
  private String from;

  RulesNewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path folder = options.folder() == null ? Path.of("rules") : options.folder();
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new InputException(
          "the name " + name, "is not FAMILY/CAUSE", "write it like network/vpn-route-missing");
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder.toString(), "there is no such rules folder", "name one with --rules DIR");
    }
    String family = name.substring(0, name.indexOf('/'));
    String cause = name.substring(name.indexOf('/') + 1);
    Knowledge knowledge = options.load();
    if (knowledge.causes().containsKey(cause)) {
      throw new InputException(
          cause, "is there already: " + knowledge.causes().get(cause).file(), "choose another id");
    }
    Map<String, String> files =
        CauseDraft.of(family, cause, input(), knowledge, file -> template(folder, file));
    write(folder, files);
    console.err().println("Fill in what says TODO, then: acr-doctor rules lint --rules " + folder);
    return ExitCode.DIAGNOSED;
  }

  private Case input() {
    if (from == null) {
      return new Case(null, null, List.of(), List.of());
    }
    CaseInput input = new CaseInput(console.in());
    if (from.matches(".*\\.(yaml|yml|json)")) {
      input.addCase(Path.of(from));
    } else {
      input.addFile(from);
    }
    return input.toCase();
  }

  private static String template(Path folder, String file) {
    Path own = folder.resolve("template").resolve(file);
    try (InputStream in =
        Files.isRegularFile(own)
            ? Files.newInputStream(own)
            : RulesNewCommand.class.getResourceAsStream("/" + TEMPLATES + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a template cannot be read: " + file, e);
    }
  }

  private void write(Path folder, Map<String, String> files) {
    for (String file : files.keySet()) {
      if (Files.exists(folder.resolve(file))) {
        throw new InputException(
            folder.resolve(file).toString(), "is there already", "choose another id");
      }
    }
    files.forEach(
        (file, content) -> {
          Path path = folder.resolve(file);
          try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content, StandardOpenOption.CREATE_NEW);
          } catch (IOException e) {
            throw new InputException(path.toString(), "cannot be written: " + e.getMessage(), "");
          }
          console.out().println(path);
        });
  }
}
