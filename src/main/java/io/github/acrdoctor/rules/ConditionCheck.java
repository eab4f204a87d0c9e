package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** Checks the condition of a rule: patterns over facts, and, or, not, exists; nothing else. */
final class ConditionCheck {
  private static final Map<String, Class<?>> TYPES = new TreeMap<>();

  static {
    FactTypes.byKey().values().forEach(type -> TYPES.put(type.getSimpleName(), type));
  }

  private final Gate.Report report;
  private final Places places;
  private final Set<String> variables = new TreeSet<>();

  ConditionCheck(Gate.Report report, Places places) {
    this.report = report;
    this.places = places;
  }

  void check(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      checkPattern(pattern);
    } else if (descr.getClass() == AndDescr.class
        || descr.getClass() == OrDescr.class
        || descr.getClass() == NotDescr.class
        || descr.getClass() == ExistsDescr.class) {
      ((ConditionalElementDescr) descr).getDescrs().forEach(child -> check((BaseDescr) child));
    } else {
      report.problem(
          "not-allowed",
          places.of(descr),
          name(descr) + " is not allowed in a condition",
          "patterns, and, or, not and exists are");
    }
  }

  private static String name(BaseDescr descr) {
    return descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT);
  }

  private void checkPattern(PatternDescr pattern) {
    int at = places.of(pattern);
    if (pattern.getSource() != null
        || !pattern.getBehaviors().isEmpty()
        || !pattern.getAnnotations().isEmpty()
        || !pattern.getPositionalConstraints().isEmpty()
        || pattern.isQuery()
        || pattern.isUnification()
        || pattern.getObjectType() == null) {
      report.problem(
          "not-allowed",
          at,
          "from, accumulate, collect, over, paths, positions and annotations are not allowed",
          "name the fact and its fields");
      return;
    }
    Class<?> type = TYPES.get(pattern.getObjectType());
    if (type == null) {
      report.problem(
          "unknown-fact",
          places.word(at, pattern.getObjectType()),
          "there is no fact " + pattern.getObjectType(),
          Nearest.advice(pattern.getObjectType(), TYPES.keySet()));
      return;
    }
    if (pattern.getIdentifier() != null && !pattern.getIdentifier().isEmpty()) {
      bind(pattern.getIdentifier(), at);
    }
    for (Object child : pattern.getConstraint().getDescrs()) {
      if (child.getClass() == ExprConstraintDescr.class) {
        ExprConstraintDescr constraint = (ExprConstraintDescr) child;
        int start = places.of(constraint);
        new ConstraintParser(
                type,
                constraint.getExpression(),
                variables,
                (id, offset, message, advice) ->
                    report.problem(id, start + offset, message, advice))
            .check();
      } else {
        report.problem(
            "not-allowed",
            places.of((BaseDescr) child),
            name((BaseDescr) child) + " is not allowed between parentheses",
            "");
      }
    }
  }

  private void bind(String identifier, int at) {
    if (!identifier.matches("\\$[a-zA-Z][a-zA-Z0-9]*")) {
      report.problem(
          "unknown-variable",
          at,
          "a variable cannot be called " + identifier,
          "names of variables start with $");
    }
    variables.add(identifier);
  }

  static Set<String> fields(Class<?> type) {
    return FactTypes.fields(type).stream()
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
