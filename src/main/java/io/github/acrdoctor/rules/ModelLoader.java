package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.model.Model;

/**
 * Defines the classes of a compiled model, once they passed the bytecode gate, where they can reach
 * nothing but the allowed classes.
 */
final class ModelLoader {
  private ModelLoader() {}

  /**
   * Loads a model.
   *
   * @param file the rule file, for messages
   * @param compiled its classes
   * @param problems collects what the classes refer to and must not
   * @return the models; empty when there were problems
   */
  static List<Model> load(String file, CompiledModel compiled, Collection<Problem> problems) {
    List<String> refused = BytecodeGate.check(compiled);
    if (!refused.isEmpty()) {
      problems.add(
          new Problem(
              "not-allowed",
              file,
              0,
              0,
              "the compiled rules refer to " + refused.get(0) + ", which is not allowed",
              ""));
      return List.of();
    }
    ClassLoader loader = new RestrictedLoader(compiled.classes());
    List<Model> models = new ArrayList<>();
    for (String name : compiled.models()) {
      models.add(instance(loader, name));
    }
    return models;
  }

  static Model instance(ClassLoader loader, String name) {
    try {
      return (Model) loader.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled model cannot be loaded: " + name, e);
    }
  }
}
