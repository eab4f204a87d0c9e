package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Model;

/**
 * Makes a rule base of rule files: checks each, takes compiled models from the cache, compiles only
 * what is new.
 */
public final class RuleBaseLoader {
  private final ModelCache cache;

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
  public RuleBase load(KnowledgeFiles knowledge, Collection<Problem> problems) {
    RuleSet set = RuleSet.check(knowledge, problems);
    List<Model> models = new ArrayList<>();
    for (Map.Entry<String, String> file : set.hashes().entrySet()) {
      models.addAll(model(set, file.getKey(), file.getValue(), problems));
    }
    return new RuleBase(models, set.rules());
  }

  private List<Model> model(RuleSet set, String path, String hash, Collection<Problem> problems) {
    Optional<CompiledModel> cached = cache.get(hash);
    if (cached.isPresent()) {
      return ModelLoader.load(path, cached.get(), problems);
    }
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
