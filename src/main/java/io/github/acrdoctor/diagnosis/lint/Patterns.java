package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.rules.Condition;
import io.github.acrdoctor.rules.Condition.FactPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks through conditions. */
final class Patterns {
  private Patterns() {}

  /** The parts of a condition that must all hold. */
  static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all ? all.parts() : List.of(condition);
  }

  /** All patterns of a condition, wherever they stand in it. */
  static List<FactPattern> all(Condition condition) {
    List<FactPattern> patterns = new ArrayList<>();
    walk(condition, patterns::add);
    return patterns;
  }

  /** The patterns whose facts are evidence: neither behind exists nor behind not. */
  static List<FactPattern> matched(Condition condition) {
    List<FactPattern> patterns = new ArrayList<>();
    for (Condition part : parts(condition)) {
      if (part instanceof FactPattern pattern) {
        patterns.add(pattern);
      } else if (part instanceof Condition.All || part instanceof Condition.Any) {
        children(part).forEach(child -> patterns.addAll(matched(child)));
      }
    }
    return patterns;
  }

  private static void walk(Condition condition, Consumer<FactPattern> visitor) {
    if (condition instanceof FactPattern pattern) {
      visitor.accept(pattern);
    } else {
      children(condition).forEach(child -> walk(child, visitor));
    }
  }

  private static List<Condition> children(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts();
    }
    if (condition instanceof Condition.Any any) {
      return any.parts();
    }
    if (condition instanceof Condition.Not not) {
      return List.of(not.part());
    }
    return condition instanceof Condition.Exists exists ? List.of(exists.part()) : List.of();
  }
}
