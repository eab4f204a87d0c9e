package io.github.acrdoctor.rules;

import java.util.List;
import java.util.Map;

/**
 * The classes that rules were compiled to.
 *
 * @param models binary names of the model classes among them
 * @param classes class files by binary name
 */
record CompiledModel(List<String> models, Map<String, byte[]> classes) {}
