package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.lang.descr.CompositePackageDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.io.ByteArrayResource;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.util.PortablePath;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ParallelLambdaExternalizationOption;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.internal.builder.conf.ReproducibleExecutableModelGenerationOption;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.CompilationResult;
import org.kie.memorycompiler.JavaCompiler;

/** Compiles checked rules to the classes of an executable model. */
final class ModelCompiler {
  private static final String JAVA_LEVEL = "17";

  private ModelCompiler() {}

  /**
   * Compiles rules to classes.
   *
   * @param packages what the parser made of the imports and of each file, already checked by the
   *     gate
   * @param problems collects what the compiler complains about, by file and line where it says so
   * @return the classes and the names of the models among them; null when there were problems
   */
  static CompiledModel compile(List<PackageDescr> packages, Collection<Problem> problems) {
    ModelBuilderImpl<PackageSources> builder = generate(packages);
    if (builder.hasErrors()) {
      builder.getErrors().forEach(error -> problems.add(CompilerProblems.of(error, packages)));
      return null;
    }
    MemoryFileSystem sources = new MemoryFileSystem();
    ModelWriter.Result written = new ModelWriter().writeModel(sources, builder.getPackageSources());
    written.getSourceFiles().forEach(file -> SortedProperties.sort(sources, file));
    MemoryFileSystem classes = new MemoryFileSystem();
    CompilationResult result =
        javaCompiler()
            .compile(
                written.getSourceFiles().toArray(new String[0]),
                sources,
                classes,
                ModelCompiler.class.getClassLoader());
    for (CompilationProblem error : result.getErrors()) {
      problems.add(
          new Problem(
              "invalid-drl",
              source(packages),
              0,
              0,
              "the rule does not compile: " + error.getMessage(),
              ""));
    }
    return result.getErrors().length > 0 ? null : collect(written.getModelFiles(), classes);
  }

  private static ModelBuilderImpl<PackageSources> generate(List<PackageDescr> packages) {
    KnowledgeBuilderConfigurationImpl configuration =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                ModelCompiler.class.getClassLoader())
            .as(KnowledgeBuilderConfigurationImpl.KEY);
    configuration.setOption(ReproducibleExecutableModelGenerationOption.ENABLED);
    configuration.setOption(ParallelRulesBuildThresholdOption.get(-1));
    configuration.setOption(ParallelLambdaExternalizationOption.DISABLED);
    ModelBuilderImpl<PackageSources> builder =
        new ModelBuilderImpl<>(
            PackageSources::dumpSources, configuration, new ModelId(packages), false);
    CompositePackageDescr all = null;
    for (PackageDescr descr : packages) {
      if (all == null) {
        all = new CompositePackageDescr(descr.getResource(), descr);
      } else {
        all.addPackageDescr(descr.getResource(), descr);
      }
    }
    builder.buildPackages(List.of(all));
    return builder;
  }

  /** The Eclipse compiler: it starts faster than javac and needs no JDK. */
  private static JavaCompiler javaCompiler() {
    JavaCompiler compiler = JavaCompiler.createEclipseCompiler(JAVA_LEVEL);
    compiler.setSourceFolder("src/main/java/");
    return compiler;
  }

  private static CompiledModel collect(List<String> models, MemoryFileSystem classes) {
    Map<String, byte[]> bytes = new TreeMap<>();
    for (Map.Entry<PortablePath, byte[]> entry : classes.getMap().entrySet()) {
      bytes.put(entry.getKey().asClassName(), entry.getValue());
    }
    return new CompiledModel(new ArrayList<>(models), bytes);
  }

  private static String source(List<PackageDescr> packages) {
    return packages.get(packages.size() - 1).getResource().getSourcePath();
  }

  static ByteArrayResource resource(String path, String text) {
    ByteArrayResource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    resource.setSourcePath(path);
    return resource;
  }
}
