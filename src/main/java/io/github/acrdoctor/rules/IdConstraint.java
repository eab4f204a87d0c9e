package io.github.acrdoctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads off a checked constraint to which ids it restricts a symptom or concept. Anything it does
 * not recognise counts as no restriction, which is always safe.
 */
final class IdConstraint {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|-?\\d+|\\$?[A-Za-z][A-Za-z0-9]*|==|!=|<=|>=|&&|\\|\\||[<>!():,.]");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  IdConstraint(String expression) {
    Matcher matcher = TOKEN.matcher(expression);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /** The ids that are possible; null when the constraint does not restrict them. */
  Set<String> ids() {
    Set<String> ids = or();
    return at == tokens.size() ? ids : null;
  }

  private Set<String> or() {
    Set<String> all = and();
    while (accept("||")) {
      Set<String> more = and();
      all = all == null || more == null ? null : union(all, more);
    }
    return all;
  }

  private Set<String> and() {
    Set<String> all = term();
    while (accept("&&")) {
      Set<String> more = term();
      all = all == null ? more : all;
    }
    return all;
  }

  private Set<String> term() {
    if (accept("!")) {
      term();
      return null;
    }
    if (accept("(")) {
      Set<String> inside = or();
      accept(")");
      return inside;
    }
    if (peek("id") && (peekNext("==") || peekNext("in"))) {
      at++;
      return idComparison();
    }
    skipComparison();
    return null;
  }

  private Set<String> idComparison() {
    Set<String> ids = new TreeSet<>();
    if (accept("==")) {
      return text(ids) ? ids : null;
    }
    at++;
    if (!accept("(")) {
      return null;
    }
    do {
      if (!text(ids)) {
        return null;
      }
    } while (accept(","));
    return accept(")") ? ids : null;
  }

  private boolean text(Set<String> ids) {
    if (at < tokens.size() && tokens.get(at).startsWith("\"")) {
      ids.add(tokens.get(at).substring(1, tokens.get(at).length() - 1));
      at++;
      return true;
    }
    return false;
  }

  /** Everything up to the next connective of this level. */
  private void skipComparison() {
    int depth = 0;
    while (at < tokens.size()) {
      String token = tokens.get(at);
      if (depth == 0 && (token.equals("||") || token.equals("&&") || token.equals(")"))) {
        return;
      }
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      at++;
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private boolean peek(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean peekNext(String token) {
    return at + 1 < tokens.size() && tokens.get(at + 1).equals(token);
  }

  private boolean accept(String token) {
    if (peek(token)) {
      at++;
      return true;
    }
    return false;
  }
}
