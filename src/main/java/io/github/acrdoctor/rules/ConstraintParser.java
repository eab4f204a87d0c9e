package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Symptom;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads one constraint between a pattern's parentheses by a small grammar, and checks its names and
 * types.
 *
 * <pre>
 * constraint := [ $variable ':' ] or
 * or         := and { '||' and }
 * and        := term { '&amp;&amp;' term }
 * term       := '!' term | '(' or ')' | value [ compare value | [ 'not' ] 'in' '(' value { ',' value } ')' ]
 * value      := field | question '(' [ value { ',' value } ] ')' | $variable | "text" | number | null | Answer.X
 * </pre>
 */
final class ConstraintParser {
  private static final Set<String> COMPARE = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final Class<?> type;
  private final Set<String> variables;
  private final Report report;
  private final String expression;
  private ConstraintTokens tokens;

  /** Where problems go. */
  interface Report {
    /**
     * Takes a problem.
     *
     * @param id its kind, a heading of docs/lint.md
     * @param offset in the constraint
     */
    void problem(String id, int offset, String message, String advice);
  }

  ConstraintParser(Class<?> type, String expression, Set<String> variables, Report report) {
    this.type = type;
    this.variables = variables;
    this.report = report;
    this.expression = expression;
  }

  /** Reports what is wrong with the constraint. */
  void check() {
    parse();
  }

  /** The constraint as a tree; null when it is refused. */
  Constraint parse() {
    try {
      tokens = new ConstraintTokens(expression);
      String variable = null;
      if (tokens.peek(0).startsWith("$") && tokens.peek(1).equals(":")) {
        variable = tokens.next();
        variables.add(variable);
        tokens.next();
      }
      Term term = or();
      if (!tokens.isEmpty()) {
        throw tokens.refuse(
            "'" + tokens.peek(0) + "' is not expected in: " + expression,
            "separate constraints by commas; compare with ==, !=, <, <=, >, >= or in ( … )");
      }
      return constraint(variable, term);
    } catch (ConstraintTokens.Refused e) {
      e.to(report);
      return null;
    }
  }

  /** A variable before a comparison stands for what is compared; before a bare value, for that. */
  private Constraint constraint(String variable, Term term) {
    Value bound = variable == null ? null : leftmost(term);
    boolean bare = variable != null && term instanceof Term.Is;
    return new Constraint(variable, bound, bare ? null : term, expression.strip(), 0);
  }

  private static Value leftmost(Term term) {
    if (term instanceof Term.Compare compare) {
      return compare.left();
    }
    if (term instanceof Term.In in) {
      return in.left();
    }
    return term instanceof Term.Is is ? is.value() : null;
  }

  private Term or() {
    List<Term> terms = new ArrayList<>(List.of(and()));
    while (tokens.accept("||")) {
      terms.add(and());
    }
    return terms.size() == 1 ? terms.get(0) : new Term.Or(terms);
  }

  private Term and() {
    List<Term> terms = new ArrayList<>(List.of(term()));
    while (tokens.accept("&&")) {
      terms.add(term());
    }
    return terms.size() == 1 ? terms.get(0) : new Term.And(terms);
  }

  private Term term() {
    if (tokens.accept("!")) {
      return new Term.Not(term());
    }
    if (tokens.accept("(")) {
      Term inside = or();
      tokens.expect(")");
      return inside;
    }
    return comparison();
  }

  private Term comparison() {
    Value left = value();
    if (COMPARE.contains(tokens.peek(0))) {
      String sign = tokens.next();
      return new Term.Compare(left, sign, same(left.type(), value()));
    }
    if (tokens.accept("not")) {
      tokens.expect("in");
      return new Term.In(left, false, list(left.type()));
    }
    return tokens.accept("in") ? new Term.In(left, true, list(left.type())) : new Term.Is(left);
  }

  private List<Value> list(Class<?> left) {
    List<Value> values = new ArrayList<>();
    tokens.expect("(");
    do {
      values.add(same(left, value()));
    } while (tokens.accept(","));
    tokens.expect(")");
    return values;
  }

  private Value value() {
    String token = tokens.next();
    if (token.startsWith("\"")) {
      return new Value.Literal(token.substring(1, token.length() - 1));
    }
    if (token.matches("-?\\d+")) {
      return new Value.Literal(Integer.valueOf(token));
    }
    if (token.equals("null")) {
      return new Value.Literal(null);
    }
    if (token.equals("Answer")) {
      return new Value.Literal(answer());
    }
    if (token.startsWith("$")) {
      if (!variables.contains(token)) {
        throw tokens.refuseLast(
            "unknown-variable",
            "nothing is called " + token + " here",
            "bind it first, as in Clock( $now : now )");
      }
      return new Value.Variable(token);
    }
    if (!token.matches("[A-Za-z][A-Za-z0-9]*")) {
      throw tokens.refuseLast(
          "invalid-constraint", "'" + token + "' is not expected in: " + expression, "");
    }
    return tokens.peek(0).equals("(") ? question(token) : field(token);
  }

  private Answer answer() {
    tokens.expect(".");
    String name = tokens.next();
    Set<String> known =
        Arrays.stream(Answer.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(name)) {
      throw tokens.refuseLast(
          "unknown-value", "there is no answer " + name, Nearest.advice(name, known));
    }
    return Answer.valueOf(name);
  }

  private Value field(String name) {
    Set<String> known = new TreeSet<>(ConditionCheck.fields(type));
    if (type == Symptom.class) {
      known.addAll(SymptomFields.CAPTURES);
    }
    if (!known.contains(name)) {
      throw tokens.refuseLast(
          "unknown-field",
          type.getSimpleName() + " has no field " + name,
          Nearest.advice(name, known));
    }
    try {
      Method accessor = type.getMethod(name);
      return new Value.Field(name, accessor, boxed(accessor.getReturnType()));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a field without its accessor: " + name, e);
    }
  }

  private Value question(String name) {
    List<Method> methods =
        Arrays.stream(type.getDeclaredMethods()).filter(ConstraintParser::isQuestion).toList();
    Set<String> known =
        methods.stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(name)) {
      throw tokens.refuseLast(
          "unknown-question",
          type.getSimpleName() + " has no question " + name + "()",
          Nearest.advice(name, known));
    }
    Method method =
        methods.stream().filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
    List<Value> arguments = new ArrayList<>();
    tokens.expect("(");
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (i > 0) {
        tokens.expect(",");
      }
      arguments.add(same(boxed(method.getParameterTypes()[i]), value()));
    }
    tokens.expect(")");
    return new Value.Question(name, method, arguments);
  }

  /** The questions of a fact are its own public methods that answer yes or no. */
  static boolean isQuestion(Method method) {
    return method.getReturnType() == boolean.class
        && java.lang.reflect.Modifier.isPublic(method.getModifiers())
        && !method.isSynthetic()
        && !method.getName().equals("equals");
  }

  private Value same(Class<?> left, Value value) {
    Class<?> right = value.type();
    if (left != null && right != null && left != right) {
      throw tokens.refuseLast(
          "wrong-type",
          "compares " + noun(left) + " with " + noun(right) + ": " + expression,
          left == Answer.class || right == Answer.class
              ? "answers are Answer.YES, Answer.NO, Answer.UNKNOWN"
              : "");
    }
    return value;
  }

  private static Class<?> boxed(Class<?> type) {
    return type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
  }

  private static String noun(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> "a text";
      case "Integer" -> "a number";
      case "Answer" -> "an answer";
      case "Instant" -> "a time";
      case "Boolean" -> "a yes-or-no";
      default -> "a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
