package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.Cause;
import io.github.acrdoctor.diagnosis.Knowledge;
import io.github.acrdoctor.diagnosis.KnowledgeCheck;
import io.github.acrdoctor.diagnosis.KnowledgePacker;
import io.github.acrdoctor.diagnosis.PackedKnowledge;
import io.github.acrdoctor.diagnosis.ProbeSettings;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Problem;
import io.github.acrdoctor.rules.KnowledgeFiles;
import io.github.acrdoctor.rules.RuleBaseLoader;
import io.github.acrdoctor.rules.RuleSources;
import io.github.acrdoctor.rules.ShippedRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The build step that checks the rules folder, compiles it and packs it into the jar. */
public final class PackKnowledge {
  private PackKnowledge() {}

  /**
   * Packs a rules folder.
   *
   * @param args the rules folder, and the folder of classes that becomes the jar
   * @throws IOException when the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<Problem> problems = new ArrayList<>();
    try {
      pack(Path.of(args[0]), Path.of(args[1]), problems);
    } catch (InputException e) {
      problems.add(new Problem(args[0], 0, 0, e.getMessage(), ""));
    }
    if (!problems.isEmpty()) {
      problems.stream().sorted().distinct().forEach(System.err::println);
      System.err.println("the rules have " + problems.size() + " problems, listed above");
      System.exit(ExitCode.KNOWLEDGE);
    }
  }

  private static void pack(Path folder, Path classes, List<Problem> problems) throws IOException {
    KnowledgeFiles files = KnowledgeFiles.read(folder);
    ShippedRules rules = ShippedRules.compile(files, classes, problems);
    if (rules == null) {
      return;
    }
    Path modelFolder = classes.resolve("acr-doctor").resolve("models");
    Knowledge knowledge = Knowledge.load(files, new RuleBaseLoader(modelFolder), problems);
    if (knowledge == null || !problems.isEmpty()) {
      return;
    }
    problems.addAll(new KnowledgeCheck(files, knowledge).run());
    if (problems.isEmpty()) {
      try (OutputStream out = Files.newOutputStream(classes.resolve(PackedKnowledge.RESOURCE))) {
        KnowledgePacker.write(knowledge, rules, out);
      }
      try (OutputStream out = Files.newOutputStream(classes.resolve(PackedKnowledge.QUESTIONS))) {
        KnowledgePacker.writeQuestions(knowledge.questions().get(), out);
      }
      try (OutputStream out = Files.newOutputStream(classes.resolve(PackedKnowledge.EXAMPLES))) {
        KnowledgePacker.writeExamples(knowledge.examples().get(), out);
      }
      Files.copy(
          folder.resolve("probes.yaml"),
          classes.resolve(ProbeSettings.RESOURCE),
          StandardCopyOption.REPLACE_EXISTING);
      copyTemplates(folder.resolve("template"), classes.resolve(RulesNewCommand.TEMPLATES));
      RuleSources.write(files, classes);
      writePages(knowledge, classes.resolve(PackedKnowledge.PAGES));
      try (OutputStream out = Files.newOutputStream(classes.resolve(PackedKnowledge.AUTOMATON))) {
        knowledge.recogniser().writeAutomaton(out);
      }
    }
  }

  private static void copyTemplates(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var templates = Files.list(from)) {
      for (Path template : templates.sorted().toList()) {
        Files.copy(
            template,
            to.resolve(template.getFileName().toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void writePages(Knowledge knowledge, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (Path page : old.toList()) {
        Files.delete(page);
      }
    }
    for (Cause cause : knowledge.causes().values()) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(cause.id() + ".json"))) {
        KnowledgePacker.write(cause, out);
      }
    }
  }
}
