package io.github.acrdoctor.rules;

import java.util.List;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/**
 * A model of some of the shipped rules.
 *
 * @param rules the rules
 */
record PartialModel(List<Rule> rules) implements Model {
  @Override
  public String getName() {
    return "causes";
  }

  @Override
  public List<Rule> getRules() {
    return rules;
  }

  @Override
  public List<Global> getGlobals() {
    return List.of();
  }

  @Override
  public List<Query> getQueries() {
    return List.of();
  }

  @Override
  public List<TypeMetaData> getTypeMetaDatas() {
    return List.of();
  }

  @Override
  public List<EntryPoint> getEntryPoints() {
    return List.of();
  }
}
