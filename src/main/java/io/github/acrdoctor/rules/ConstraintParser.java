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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks one constraint between a pattern's parentheses against a small grammar.
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
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>\"[^\"]*\")|(?<number>-?\\d{1,9})|(?<name>\\$?[A-Za-z][A-Za-z0-9]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!():,.]))");
  private static final Set<String> COMPARE = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final Class<?> type;
  private final Set<String> variables;
  private final Report report;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  /** Where problems go. */
  interface Report {
    void problem(String message, String advice);
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    Refused(String message, String advice) {
      super(message, null, false, false);
      this.advice = advice;
    }
  }

  ConstraintParser(Class<?> type, String expression, Set<String> variables, Report report) {
    this.type = type;
    this.variables = variables;
    this.report = report;
    this.expression = expression;
  }

  private final String expression;

  void check() {
    try {
      tokenize();
      if (tokens.size() > 1 && tokens.get(0).startsWith("$") && tokens.get(1).equals(":")) {
        variables.add(tokens.get(0));
        at = 2;
      }
      or();
      if (at < tokens.size()) {
        throw new Refused(
            "'" + tokens.get(at) + "' is not expected in: " + expression,
            "separate constraints by commas");
      }
    } catch (Refused e) {
      report.problem(e.getMessage(), e.advice);
    }
  }

  private void tokenize() {
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (end < expression.length() && !expression.substring(end).isBlank()) {
      if (!matcher.find(end) || matcher.start() != end) {
        String rest = expression.substring(end).strip();
        throw new Refused(
            "'" + rest.charAt(0) + "' is not allowed in a constraint: " + expression,
            "compare fields with texts in double quotes, numbers, Answer.YES/NO/UNKNOWN or null");
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
  }

  private void or() {
    and();
    while (accept("||")) {
      and();
    }
  }

  private void and() {
    term();
    while (accept("&&")) {
      term();
    }
  }

  private void term() {
    if (accept("!")) {
      term();
    } else if (accept("(")) {
      or();
      expect(")");
    } else {
      comparison();
    }
  }

  private void comparison() {
    Class<?> left = value();
    if (at < tokens.size() && COMPARE.contains(tokens.get(at))) {
      at++;
      same(left, value());
    } else if (accept("not")) {
      expect("in");
      list(left);
    } else if (accept("in")) {
      list(left);
    }
  }

  private void list(Class<?> left) {
    expect("(");
    do {
      same(left, value());
    } while (accept(","));
    expect(")");
  }

  /** Null stands for "fits anything": null itself, and variables of other patterns. */
  private Class<?> value() {
    String token = next();
    if (token.startsWith("\"")) {
      return String.class;
    }
    if (token.matches("-?\\d+")) {
      return Integer.class;
    }
    if (token.equals("null")) {
      return null;
    }
    if (token.equals("Answer")) {
      return answer();
    }
    if (token.startsWith("$")) {
      if (!variables.contains(token)) {
        throw new Refused(
            "nothing is called " + token + " here", "bind it first, as in Clock( $now : now )");
      }
      return null;
    }
    if (!token.matches("[A-Za-z][A-Za-z0-9]*")) {
      throw new Refused("'" + token + "' is not expected in: " + expression, "");
    }
    return at < tokens.size() && tokens.get(at).equals("(") ? question(token) : field(token);
  }

  private Class<?> answer() {
    expect(".");
    String name = next();
    Set<String> known =
        Arrays.stream(Answer.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(name)) {
      throw new Refused("there is no answer " + name, Nearest.advice(name, known));
    }
    return Answer.class;
  }

  private Class<?> field(String name) {
    Set<String> known = new TreeSet<>(ConditionCheck.fields(type));
    if (type == Symptom.class) {
      known.addAll(SymptomFields.CAPTURES);
    }
    if (!known.contains(name)) {
      throw new Refused(
          type.getSimpleName() + " has no field " + name, Nearest.advice(name, known));
    }
    try {
      return boxed(type.getMethod(name).getReturnType());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a field without its accessor: " + name, e);
    }
  }

  private Class<?> question(String name) {
    List<Method> methods =
        Arrays.stream(type.getDeclaredMethods()).filter(ConstraintParser::isQuestion).toList();
    Set<String> known =
        methods.stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(name)) {
      throw new Refused(
          type.getSimpleName() + " has no question " + name + "()", Nearest.advice(name, known));
    }
    Method method =
        methods.stream().filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
    expect("(");
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (i > 0) {
        expect(",");
      }
      same(boxed(method.getParameterTypes()[i]), value());
    }
    expect(")");
    return Boolean.class;
  }

  /** The questions of a fact are its own public methods that answer yes or no. */
  static boolean isQuestion(Method method) {
    return method.getReturnType() == boolean.class
        && java.lang.reflect.Modifier.isPublic(method.getModifiers())
        && !method.isSynthetic()
        && !method.getName().equals("equals");
  }

  private void same(Class<?> left, Class<?> right) {
    if (left != null && right != null && left != right) {
      throw new Refused(
          "compares " + noun(left) + " with " + noun(right) + ": " + expression,
          left == Answer.class || right == Answer.class
              ? "answers are Answer.YES, Answer.NO, Answer.UNKNOWN"
              : "");
    }
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

  private boolean accept(String token) {
    if (at < tokens.size() && tokens.get(at).equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      String found = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end";
      throw new Refused(
          "found " + found + " where '" + token + "' is expected in: " + expression, "");
    }
  }

  private String next() {
    if (at >= tokens.size()) {
      throw new Refused("the constraint ends too early: " + expression, "");
    }
    return tokens.get(at++);
  }
}
