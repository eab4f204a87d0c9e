package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.util.Drools;
import org.drools.drl.ast.descr.PackageDescr;

/** The rule files of a knowledge base, checked by the gate, with the hash of each. */
final class RuleSet {
  static final String IMPORTS = "rules/imports.drl";
  private static final String FACT_MODEL = factModel();

  private final PackageDescr imports;
  private final Map<String, ParsedFile> files;
  private final Map<String, String> hashes;

  private RuleSet(PackageDescr imports, Map<String, ParsedFile> files, Map<String, String> hashes) {
    this.imports = imports;
    this.files = files;
    this.hashes = hashes;
  }

  /**
   * Checks all rule files.
   *
   * @param knowledge the files
   * @param problems collects everything that is wrong
   * @return the sound ones
   */
  static RuleSet check(KnowledgeFiles knowledge, Collection<Problem> problems) {
    return check(knowledge, new FileMemo<>(), problems);
  }

  /** The same for a process that checks again and again: unchanged files are not parsed anew. */
  static RuleSet check(
      KnowledgeFiles knowledge, FileMemo<ParsedFile> memo, Collection<Problem> problems) {
    String importText = knowledge.texts().get(IMPORTS);
    if (importText == null) {
      problems.add(
          new Problem(
              "missing-file",
              IMPORTS,
              0,
              0,
              "the file is missing",
              "copy it from the shipped rules"));
      return new RuleSet(null, Map.of(), Map.of());
    }
    ParsedFile first = memo.of(IMPORTS, importText, problems, RuleSet::imports);
    if (first == null) {
      return new RuleSet(null, Map.of(), Map.of());
    }
    PackageDescr imports = first.descr();
    Map<String, ParsedFile> files = new LinkedHashMap<>();
    Map<String, String> hashes = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    knowledge
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".drl") && !path.equals(IMPORTS)) {
                ParsedFile parsed = memo.of(path, text, problems, Gate::check);
                if (parsed != null && namesAreNew(parsed, names, problems)) {
                  files.put(path, parsed);
                  hashes.put(path, hash(importText, path, text));
                }
              }
            });
    return new RuleSet(imports, files, hashes);
  }

  /** Remembered like any other file, so that the same imports are the same object. */
  private static ParsedFile imports(String path, String text, Collection<Problem> problems) {
    PackageDescr descr = Gate.imports(path, text, problems);
    return descr == null ? null : new ParsedFile(descr, List.of());
  }

  /** A file that takes the name of a rule elsewhere is left out: an engine needs them unique. */
  private static boolean namesAreNew(
      ParsedFile file, Map<String, String> names, Collection<Problem> problems) {
    boolean all = true;
    for (RuleInfo rule : file.rules()) {
      String other = names.putIfAbsent(rule.name(), rule.place());
      if (other != null) {
        all = false;
        problems.add(
            new Problem(
                "duplicate-rule-name",
                rule.file(),
                rule.line(),
                0,
                "the same rule name stands at " + other,
                "give each rule its own reason"));
      }
    }
    return all;
  }

  /** Everything a compiled file depends on. */
  private static String hash(String imports, String path, String text) {
    return new Sha256()
        .add(Drools.getFullVersion())
        .add(FACT_MODEL)
        .add(imports)
        .add(path)
        .add(text)
        .hex();
  }

  private static String factModel() {
    StringBuilder model = new StringBuilder();
    for (Class<?> type : FactTypes.byKey().values()) {
      model.append(type.getName());
      for (java.lang.reflect.Method method : sorted(type)) {
        model.append(method);
      }
    }
    return model.append(Fact.class.getName()).toString();
  }

  private static List<java.lang.reflect.Method> sorted(Class<?> type) {
    List<java.lang.reflect.Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
    methods.sort(java.util.Comparator.comparing(java.lang.reflect.Method::toString));
    return methods;
  }

  List<RuleInfo> rules() {
    return files.values().stream().flatMap(file -> file.rules().stream()).toList();
  }

  Map<String, String> hashes() {
    return hashes;
  }

  ParsedFile file(String path) {
    return files.get(path);
  }

  PackageDescr imports() {
    return imports;
  }

  /** The hash of all files together. */
  String hash() {
    Sha256 sha = new Sha256();
    hashes.forEach((path, hash) -> sha.add(path).add(hash));
    return sha.hex();
  }

  /** What the compiler needs for one file. */
  List<PackageDescr> sources(String path) {
    return List.of(imports, files.get(path).descr());
  }

  /** What the compiler needs for all files. */
  List<PackageDescr> sources() {
    List<PackageDescr> all = new ArrayList<>();
    all.add(imports);
    files.values().forEach(file -> all.add(file.descr()));
    return all;
  }
}
