package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.model.Model;
import org.drools.model.Rule;

/**
 * Compiles an edited file again, but only those of its rules that were edited: the others are taken
 * from what was loaded before. A person who saves a file waits for it, and most of that time is the
 * compiler's.
 */
final class Recompiler {
  private final Map<String, Known> files = new HashMap<>();

  /** What is in force for a file: compiled rules by their text, made under these imports. */
  private record Known(PackageDescr imports, Map<String, Rule> byText) {}

  /**
   * Remembers what is in force for a file.
   *
   * @param path the file
   * @param text its content
   * @param file what the gate made of it
   * @param imports the imports it was compiled under
   * @param models its models
   */
  void remember(
      String path, String text, ParsedFile file, PackageDescr imports, List<Model> models) {
    Map<String, Rule> byName = new HashMap<>();
    models.forEach(model -> model.getRules().forEach(rule -> byName.put(rule.getName(), rule)));
    Map<String, Rule> byText = new HashMap<>();
    texts(text, file).forEach((name, part) -> byText.put(part, byName.get(name)));
    files.put(path, new Known(imports, byText));
  }

  /**
   * Compiles what is new in a file.
   *
   * @param path the file
   * @param text its content
   * @param file what the gate made of it
   * @param imports the imports to compile it under
   * @param problems collects what the compiler complains about
   * @return its models; empty when nothing of the file is known, or when there were problems
   */
  List<Model> recompile(
      String path,
      String text,
      ParsedFile file,
      PackageDescr imports,
      Collection<Problem> problems) {
    Known known = files.get(path);
    if (known == null || !known.imports().equals(imports)) {
      return List.of();
    }
    PackageDescr edited = new PackageDescr(file.descr().getName());
    edited.setResource(file.descr().getResource());
    List<Rule> rules = new ArrayList<>();
    Map<String, String> texts = texts(text, file);
    for (RuleDescr rule : file.descr().getRules()) {
      Rule unchanged = known.byText().get(texts.get(rule.getName()));
      if (unchanged == null) {
        edited.addRule(rule);
      } else {
        rules.add(unchanged);
      }
    }
    if (rules.isEmpty()) {
      return List.of();
    }
    if (!edited.getRules().isEmpty()) {
      CompiledModel compiled = ModelCompiler.compile(List.of(imports, edited), problems);
      if (compiled == null) {
        return List.of();
      }
      ModelLoader.load(path, compiled, problems).forEach(model -> rules.addAll(model.getRules()));
    }
    return List.of(new PartialModel(rules));
  }

  /** The lines of each rule, its name to the line before the next rule, by the rule's name. */
  private static Map<String, String> texts(String text, ParsedFile file) {
    List<String> lines = text.lines().toList();
    List<RuleInfo> rules = file.rules();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      int end = i + 1 < rules.size() ? rules.get(i + 1).line() - 1 : lines.size();
      texts.put(
          rules.get(i).name(), String.join("\n", lines.subList(rules.get(i).line() - 1, end)));
    }
    return texts;
  }
}
