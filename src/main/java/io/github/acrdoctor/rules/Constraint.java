package io.github.acrdoctor.rules;

/**
 * One constraint between a pattern's parentheses.
 *
 * @param variable the variable it gives a meaning to, with the dollar sign; null for none
 * @param bound what the variable then stands for; null without a variable
 * @param term what it demands; null when it only gives a meaning to a variable
 * @param text as its author wrote it
 * @param line line it stands in, from 1; 0 when not known
 */
public record Constraint(String variable, Value bound, Term term, String text, int line) {
  Constraint at(int place) {
    return new Constraint(variable, bound, term, text, place);
  }
}
