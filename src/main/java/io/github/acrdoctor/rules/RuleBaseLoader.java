package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;

/**
 * Makes a rule base of rule files: checks each, takes compiled models from the cache, compiles only
 * what is new.
 */
public final class RuleBaseLoader {
  private final ModelCache cache;
  private final FileMemo<ParsedFile> parsed = new FileMemo<>();
  private final Map<String, List<Model>> loaded = new HashMap<>();
  private final Recompiler recompiler = new Recompiler();

  /**
   * A loader.
   *
   * @param cacheFolder where compiled models are kept; null for nowhere
   */
  public RuleBaseLoader(Path cacheFolder) {
    this.cache = new ModelCache(cacheFolder);
  }

  /**
   * Makes a rule base.
   *
   * @param knowledge files of a rules folder
   * @param problems collects everything that is wrong; files with problems are left out
   * @return the rule base of all sound files
   */
  public synchronized RuleBase load(KnowledgeFiles knowledge, Collection<Problem> problems) {
    RuleSet set = RuleSet.check(knowledge, parsed, problems);
    parsed.keepOnly(knowledge.texts().keySet());
    loaded.keySet().retainAll(set.hashes().values());
    List<Model> models = new ArrayList<>();
    set.hashes()
        .forEach(
            (path, hash) -> {
              List<Model> known = loaded.get(hash);
              if (known == null) {
                known = model(set, path, knowledge.texts().get(path), problems);
                if (!known.isEmpty()) {
                  loaded.put(hash, known);
                }
              }
              models.addAll(known);
            });
    return new RuleBase(models, set.rules());
  }

  private List<Model> model(RuleSet set, String path, String text, Collection<Problem> problems) {
    String hash = set.hashes().get(path);
    List<Problem> own = new ArrayList<>();
    List<Model> models =
        cache
            .get(hash)
            .map(compiled -> ModelLoader.load(path, compiled, own))
            .orElseGet(() -> recompiler.recompile(path, text, set.file(path), set.imports(), own));
    if (models.isEmpty() && own.isEmpty()) {
      models = compiled(set, path, hash, own);
    }
    problems.addAll(own);
    if (!models.isEmpty()) {
      recompiler.remember(path, text, set.file(path), set.imports(), models);
    }
    return models;
  }

  private List<Model> compiled(
      RuleSet set, String path, String hash, Collection<Problem> problems) {
    CompiledModel compiled = ModelCompiler.compile(set.sources(path), problems);
    if (compiled == null) {
      return List.of();
    }
    List<Model> models = ModelLoader.load(path, compiled, problems);
    if (!models.isEmpty()) {
      cache.put(hash, compiled);
    }
    return models;
  }
}
