package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.FactTypes;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Which fields of facts a condition looks at: {@code Registry.sku}, or {@code DnsAnswer.*} where it
 * asks a question of the fact. What a rule does not look at cannot change what it says.
 */
final class Reads {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\s*\\()?");
  private static final Map<String, Set<String>> FIELDS = new HashMap<>();

  static {
    FactTypes.byKey()
        .values()
        .forEach(
            type ->
                FIELDS.put(
                    type.getSimpleName(),
                    FactTypes.fields(type).stream()
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())));
  }

  private Reads() {}

  static Set<String> of(BaseDescr condition) {
    Set<String> reads = new TreeSet<>();
    collect(condition, reads);
    return reads;
  }

  @SuppressWarnings("unchecked")
  private static void collect(BaseDescr descr, Set<String> reads) {
    if (descr instanceof PatternDescr pattern) {
      pattern(pattern, reads);
    } else if (descr instanceof NotDescr not) {
      ((List<BaseDescr>) (List<?>) not.getDescrs()).forEach(child -> collect(child, reads));
    } else if (descr instanceof ConditionalElementDescr several) {
      ((List<BaseDescr>) several.getDescrs()).forEach(child -> collect(child, reads));
    }
  }

  private static void pattern(PatternDescr pattern, Set<String> reads) {
    String type = pattern.getObjectType();
    Set<String> fields = FIELDS.getOrDefault(type, Set.of());
    for (Object child : pattern.getConstraint().getDescrs()) {
      Matcher word = WORD.matcher(((ExprConstraintDescr) child).getExpression());
      while (word.find()) {
        if (word.group(1) != null && !word.group().startsWith("in")) {
          reads.add(type + ".*");
        } else if (fields.contains(word.group())) {
          reads.add(type + "." + word.group());
        }
      }
    }
  }
}
