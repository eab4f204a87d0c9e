package io.github.acrdoctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a constraint, taken one after the other, with the place of each. */
final class ConstraintTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>\"[^\"]*\")|(?<number>-?\\d{1,9})|(?<name>\\$?[A-Za-z][A-Za-z0-9]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!():,.]))");

  private final String expression;
  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int at;

  /** A constraint that is not let through. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String id;
    private final int offset;
    private final String advice;

    Refused(String id, int offset, String message, String advice) {
      super(message, null, false, false);
      this.id = id;
      this.offset = offset;
      this.advice = advice;
    }

    /** Hands the problem on. */
    void to(ConstraintParser.Report report) {
      report.problem(id, offset, getMessage(), advice);
    }
  }

  /**
   * Cuts a constraint into tokens.
   *
   * @throws Refused when it holds a character that constraints never hold
   */
  ConstraintTokens(String expression) {
    this.expression = expression;
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (end < expression.length() && !expression.substring(end).isBlank()) {
      if (!matcher.find(end) || matcher.start() != end) {
        String rest = expression.substring(end).stripLeading();
        throw new Refused(
            "not-allowed",
            expression.length() - rest.length(),
            "'" + rest.charAt(0) + "' is not allowed in a constraint: " + expression,
            "compare fields with texts in double quotes, numbers, Answer.YES/NO/UNKNOWN or null");
      }
      tokens.add(matcher.group().strip());
      starts.add(matcher.end() - matcher.group().stripLeading().length());
      end = matcher.end();
    }
  }

  boolean isEmpty() {
    return at >= tokens.size();
  }

  /** The token so many places ahead; an empty text behind the end. */
  String peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
  }

  boolean accept(String token) {
    if (peek(0).equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!accept(token)) {
      String found = isEmpty() ? "the end" : "'" + peek(0) + "'";
      throw refuse("found " + found + " where '" + token + "' is expected in: " + expression, "");
    }
  }

  String next() {
    if (isEmpty()) {
      throw refuse("the constraint ends too early: " + expression, "");
    }
    return tokens.get(at++);
  }

  /** What is wrong with the form of the constraint at the next token. */
  Refused refuse(String message, String advice) {
    return new Refused("invalid-constraint", offset(at), message, advice);
  }

  /** What is wrong with the token that was taken last. */
  Refused refuseLast(String id, String message, String advice) {
    return new Refused(id, offset(at - 1), message, advice);
  }

  private int offset(int token) {
    return token < starts.size() ? starts.get(token) : expression.length();
  }

  @Override
  public String toString() {
    return expression;
  }
}
