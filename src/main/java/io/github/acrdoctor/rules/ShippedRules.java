package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Problem;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules that come with the jar: at build time compiled to one model of ordinary classes, which
 * starts fastest, and to one model for each file, for when a file is edited.
 *
 * @param models binary names of the classes of the one model
 * @param rules the rules in it
 * @param makers for each rule, by its name, the method that makes it: {@code class#method}
 */
public record ShippedRules(List<String> models, List<RuleInfo> rules, Map<String, String> makers) {
  /** Collections are copied. */
  public ShippedRules {
    models = List.copyOf(models);
    rules = List.copyOf(rules);
    makers = Map.copyOf(makers);
  }

  /**
   * Compiles a rules folder into a folder of classes. Files that were compiled there before and did
   * not change are not compiled again.
   *
   * @param knowledge the rules folder's files
   * @param classes folder that becomes part of the jar
   * @param problems collects everything that is wrong
   * @return what was compiled; null when there were problems
   * @throws IOException when the classes cannot be written
   */
  public static ShippedRules compile(
      KnowledgeFiles knowledge, Path classes, Collection<Problem> problems) throws IOException {
    RuleSet set = RuleSet.check(knowledge, problems);
    if (!problems.isEmpty()) {
      return null;
    }
    Path folder = classes.resolve(ModelCache.PACKED.substring(1));
    ModelCache cache = new ModelCache(folder);
    List<String> keep = new ArrayList<>(set.hashes().values());
    keep.add(set.hash());
    for (Map.Entry<String, String> file : set.hashes().entrySet()) {
      if (cached(cache, file.getValue()).isEmpty()) {
        compileOne(set, file, cache, problems);
      }
    }
    CompiledModel whole =
        cached(cache, set.hash()).orElseGet(() -> ModelCompiler.compile(set.sources(), problems));
    if (whole == null || !problems.isEmpty()) {
      return null;
    }
    List<String> refused = BytecodeGate.check(whole);
    if (!refused.isEmpty()) {
      problems.add(
          new Problem(
              "rules",
              0,
              0,
              "the compiled rules refer to " + refused + ", which is not allowed",
              ""));
      return null;
    }
    cache.put(set.hash(), whole);
    removeOthers(folder, keep);
    writeClasses(classes, whole);
    return new ShippedRules(whole.models(), set.rules(), makers(whole));
  }

  private static Optional<CompiledModel> cached(ModelCache cache, String hash) {
    return cache.get(hash);
  }

  private static void compileOne(
      RuleSet set, Map.Entry<String, String> file, ModelCache cache, Collection<Problem> problems) {
    CompiledModel compiled = ModelCompiler.compile(set.sources(file.getKey()), problems);
    if (compiled == null) {
      return;
    }
    List<String> refused = BytecodeGate.check(compiled);
    if (refused.isEmpty()) {
      cache.put(file.getValue(), compiled);
    } else {
      problems.add(
          new Problem(
              file.getKey(),
              0,
              0,
              "the compiled rules refer to " + refused + ", which is not allowed",
              ""));
    }
  }

  private static void removeOthers(Path folder, List<String> keep) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!keep.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  private static void writeClasses(Path classes, CompiledModel model) throws IOException {
    Path own = classes.resolve("causes");
    if (Files.isDirectory(own)) {
      try (var old = Files.walk(own)) {
        for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, byte[]> entry : model.classes().entrySet()) {
      Path file = classes.resolve(entry.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }

  /** The generated methods that make rules, found by calling each. */
  private static Map<String, String> makers(CompiledModel model) {
    ClassLoader loader = new RestrictedLoader(model.classes());
    Map<String, String> makers = new TreeMap<>();
    for (String name : model.classes().keySet()) {
      if (name.contains("RuleMethods")) {
        for (Method method : methods(loader, name)) {
          if (method.getReturnType() == Rule.class) {
            makers.put(make(method).getName(), name + "#" + method.getName());
          }
        }
      }
    }
    return makers;
  }

  private static Method[] methods(ClassLoader loader, String name) {
    try {
      return loader.loadClass(name).getDeclaredMethods();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a compiled model cannot be loaded: " + name, e);
    }
  }

  private static Rule make(Method method) {
    try {
      return (Rule) method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled rule cannot be made: " + method, e);
    }
  }

  /**
   * Loads only what a case needs: for each case an engine of the rules that could fire on its
   * facts. Fastest for one case; the evidence is the same as that of {@link #load()}.
   *
   * @return the rule base
   */
  public RuleBase loadForOneCase() {
    return new RuleBase(
        new EngineChoice() {
          @Override
          public KieBase forOne(Collection<? extends Fact> facts) {
            return engine(Needs.relevant(rules, facts));
          }

          @Override
          public KieBase forMany(Collection<? extends Fact> facts, Set<String> causes) {
            return engine(Needs.relevant(rules, facts, causes));
          }
        },
        rules);
  }

  private KieBase engine(List<RuleInfo> some) {
    return KieBaseBuilder.createKieBaseFromModel(
        new PartialModel(some.stream().map(this::rule).toList()));
  }

  private Rule rule(RuleInfo info) {
    String maker = makers.get(info.name());
    int hash = maker.indexOf('#');
    try {
      Class<?> type = Class.forName(maker.substring(0, hash));
      return make(type.getMethod(maker.substring(hash + 1)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a shipped rule cannot be loaded: " + info.name(), e);
    }
  }

  /**
   * Loads the one model from the class path.
   *
   * @return the rule base
   */
  public RuleBase load() {
    List<Model> loaded = new ArrayList<>();
    for (String name : models) {
      loaded.add(ModelLoader.instance(ShippedRules.class.getClassLoader(), name));
    }
    return new RuleBase(loaded, rules);
  }
}
