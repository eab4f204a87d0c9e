package io.github.acrdoctor.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.compiler.lang.descr.CompositePackageDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;

/** The second opinion: the same rules, compiled by the classic engine with MVEL. */
public final class ClassicEngine {
  private ClassicEngine() {}

  /**
   * Compiles a rules folder the classic way.
   *
   * @param knowledge the folder's files
   * @return the rule base
   */
  public static RuleBase compile(KnowledgeFiles knowledge) {
    List<io.github.acrdoctor.facts.Problem> problems = new ArrayList<>();
    RuleSet set = RuleSet.check(knowledge, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
    CompositePackageDescr all = null;
    for (PackageDescr descr : set.sources()) {
      if (all == null) {
        all = new CompositePackageDescr(descr.getResource(), descr);
      } else {
        all.addPackageDescr(descr.getResource(), descr);
      }
    }
    KnowledgeBuilderImpl builder = new KnowledgeBuilderImpl();
    builder.buildPackages(List.of(all));
    if (builder.hasErrors()) {
      throw new IllegalStateException(builder.getErrors().toString());
    }
    InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
    base.addPackages(builder.getKnowledgePackages());
    return new RuleBase(base, set.rules());
  }
}
