package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** Turns the condition of a rule that passed the gate into a tree. */
final class ConditionReader {
  private static final Map<String, Class<?>> TYPES = new HashMap<>();

  static {
    FactTypes.byKey().values().forEach(type -> TYPES.put(type.getSimpleName(), type));
  }

  private final Set<String> variables = new TreeSet<>();

  private ConditionReader() {}

  static Condition read(BaseDescr condition) {
    return new ConditionReader().condition(condition);
  }

  private Condition condition(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      return pattern(pattern);
    }
    int line = descr.getLine();
    if (descr instanceof NotDescr not) {
      return new Condition.Not(only(not, line), line);
    }
    List<Condition> parts = parts((ConditionalElementDescr) descr);
    if (descr instanceof ExistsDescr) {
      return new Condition.Exists(together(parts, line), line);
    }
    if (descr instanceof OrDescr) {
      return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts, line);
    }
    if (descr instanceof AndDescr) {
      return together(parts, line);
    }
    throw new IllegalStateException("the gate let a " + descr.getClass() + " through");
  }

  private Condition only(NotDescr not, int line) {
    List<Condition> parts = new ArrayList<>();
    for (Object child : not.getDescrs()) {
      parts.add(condition((BaseDescr) child));
    }
    return together(parts, line);
  }

  private List<Condition> parts(ConditionalElementDescr descr) {
    List<Condition> parts = new ArrayList<>();
    for (Object child : descr.getDescrs()) {
      parts.add(condition((BaseDescr) child));
    }
    return parts;
  }

  private static Condition together(List<Condition> parts, int line) {
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts, line);
  }

  private Condition pattern(PatternDescr pattern) {
    Class<? extends Fact> type = TYPES.get(pattern.getObjectType()).asSubclass(Fact.class);
    String variable = pattern.getIdentifier();
    boolean named = variable != null && !variable.isEmpty();
    if (named) {
      variables.add(variable);
    }
    List<Constraint> constraints = new ArrayList<>();
    for (Object child : pattern.getConstraint().getDescrs()) {
      constraints.add(constraint(type, (ExprConstraintDescr) child, pattern.getLine()));
    }
    return new Condition.FactPattern(type, named ? variable : null, constraints, pattern.getLine());
  }

  private Constraint constraint(
      Class<? extends Fact> type, ExprConstraintDescr descr, int patternLine) {
    Constraint constraint =
        new ConstraintParser(
                type,
                descr.getExpression(),
                variables,
                (id, offset, message, advice) -> {
                  throw new IllegalStateException("the gate let a constraint through: " + message);
                })
            .parse();
    return constraint.at(descr.getLine() > 0 ? descr.getLine() : patternLine);
  }
}
