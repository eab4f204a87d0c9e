package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/**
 * The conditions of rules that passed the gate, read from their files when first asked for. May be
 * used by many threads.
 */
public final class Conditions {
  private final List<RuleInfo> rules;
  private final Function<String, String> sources;
  private final Map<String, Map<String, Condition>> read = new ConcurrentHashMap<>();

  /**
   * The conditions of some rules.
   *
   * @param rules the rules
   * @param sources gives the content of a rule file; null for one that is not there
   */
  public Conditions(List<RuleInfo> rules, Function<String, String> sources) {
    this.rules = List.copyOf(rules);
    this.sources = sources;
  }

  /**
   * The rules about a cause or concept, or of a contradiction.
   *
   * @param subject its id
   * @return in the order of files and lines; empty when there are none
   * @throws InputException when a rule's file is not there
   */
  public List<RuleCondition> about(String subject) {
    return rules.stream().filter(rule -> rule.subject().equals(subject)).map(this::of).toList();
  }

  /**
   * The rules that derive concepts.
   *
   * @return in the order of files and lines
   * @throws InputException when a rule's file is not there
   */
  public List<RuleCondition> concepts() {
    return rules.stream().filter(RuleInfo::isConcept).map(this::of).toList();
  }

  /**
   * All rules.
   *
   * @return in the order of files and lines
   * @throws InputException when a rule's file is not there
   */
  public List<RuleCondition> all() {
    return rules.stream().map(this::of).toList();
  }

  private RuleCondition of(RuleInfo rule) {
    Condition condition = read.computeIfAbsent(rule.file(), this::read).get(rule.name());
    if (condition == null) {
      throw new IllegalStateException("a rule is not in its file: " + rule.place());
    }
    return new RuleCondition(rule, condition);
  }

  private Map<String, Condition> read(String file) {
    String text = sources.apply(file);
    if (text == null) {
      throw new InputException(
          file, "the conditions of this rule are not at hand", "name the folder with --rules DIR");
    }
    Map<String, Condition> conditions = new HashMap<>();
    for (RuleDescr rule : parse(file, text).getRules()) {
      conditions.put(rule.getName(), ConditionReader.read(rule.getLhs()));
    }
    return conditions;
  }

  private static PackageDescr parse(String file, String text) {
    try {
      return new DrlParser().parse(ModelCompiler.resource(file, text), text);
    } catch (DroolsParserException e) {
      throw new IllegalStateException("the gate let an unreadable file through: " + file, e);
    }
  }

  /**
   * The parts of a condition that must all hold, in their order.
   *
   * @param condition a condition
   * @return itself when it is not made of parts
   */
  static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all
        ? new ArrayList<>(all.parts())
        : List.of(condition);
  }
}
