package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.rules.Bindings;
import io.github.acrdoctor.rules.Term;
import io.github.acrdoctor.rules.Value;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words what a term of a constraint wants of which field. */
final class WantedWords {
  private WantedWords() {}

  /**
   * The field or question a term is about; several, separated by commas, where it is about more.
   */
  static String subject(Term term) {
    Set<String> subjects = new LinkedHashSet<>();
    subjects(term, subjects);
    return String.join(", ", subjects);
  }

  private static void subjects(Term term, Set<String> subjects) {
    if (term instanceof Term.Compare compare) {
      subject(compare.left(), subjects);
      subject(compare.right(), subjects);
    } else if (term instanceof Term.In in) {
      subject(in.left(), subjects);
    } else if (term instanceof Term.Is is) {
      subject(is.value(), subjects);
    } else if (term instanceof Term.Not not) {
      subjects(not.term(), subjects);
    } else {
      parts(term).forEach(part -> subjects(part, subjects));
    }
  }

  private static List<Term> parts(Term term) {
    return term instanceof Term.And and ? and.terms() : ((Term.Or) term).terms();
  }

  private static void subject(Value value, Set<String> subjects) {
    if (value instanceof Value.Field || value instanceof Value.Question) {
      subjects.add(value.toString());
    }
  }

  /**
   * What a fact does not fulfil of a term: of alternatives about several fields the nearest one.
   */
  static List<Term> failing(Term term, Fact fact, Bindings bindings) {
    if (term.holds(fact, bindings)) {
      return List.of();
    }
    if (term instanceof Term.And and) {
      return and.terms().stream().flatMap(part -> failing(part, fact, bindings).stream()).toList();
    }
    if (term instanceof Term.Or or && subject(term).indexOf(',') >= 0) {
      return or.terms().stream()
          .map(part -> failing(part, fact, bindings))
          .min(Comparator.comparingInt(parts -> weight(parts)))
          .orElse(List.of(term));
    }
    return List.of(term);
  }

  /** A symptom cannot become another one: where the id fits, the rest is nearer. */
  private static int weight(List<Term> failing) {
    return failing.stream().mapToInt(term -> subject(term).equals("id") ? 10 : 1).sum();
  }

  /** The fields whose names occur in a term. */
  static Set<String> fields(Term term) {
    Set<String> fields = new TreeSet<>();
    Set<String> subjects = new LinkedHashSet<>();
    if (term != null) {
      subjects(term, subjects);
    }
    subjects.stream().filter(subject -> !subject.endsWith(")")).forEach(fields::add);
    return fields;
  }

  /** What the subject is, in a fact. */
  static String is(Term term, Fact fact, Bindings bindings) {
    if (term instanceof Term.Compare compare) {
      return value(left(compare), fact, bindings);
    }
    if (term instanceof Term.In in) {
      return value(in.left(), fact, bindings);
    }
    if (term instanceof Term.Is is) {
      return value(is.value(), fact, bindings);
    }
    if (term instanceof Term.Not not) {
      return is(not.term(), fact, bindings);
    }
    return parts(term).stream()
        .map(part -> is(part, fact, bindings))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Value left(Term.Compare compare) {
    return compare.left() instanceof Value.Literal ? compare.right() : compare.left();
  }

  private static String value(Value value, Fact fact, Bindings bindings) {
    Object is = value.of(fact, bindings);
    return is == Bindings.UNBOUND
        ? "open, since it depends on a condition above that failed"
        : FactWords.value(value.toString(), is);
  }

  /** What the rule wants it to be. */
  static String wants(Term term, Fact fact, Bindings bindings) {
    if (term instanceof Term.Compare compare) {
      return wants(compare, fact, bindings);
    }
    if (term instanceof Term.In in) {
      return (in.wanted() ? "one of " : "none of ") + list(in, fact, bindings);
    }
    if (term instanceof Term.Is) {
      return "yes";
    }
    if (term instanceof Term.Not not) {
      return not.term() instanceof Term.Is ? "no" : "not " + wants(not.term(), fact, bindings);
    }
    boolean all = term instanceof Term.And;
    boolean one = WantedWords.subject(term).indexOf(',') < 0;
    return parts(term).stream()
        .map(part -> (one ? "" : subject(part) + " ") + wants(part, fact, bindings))
        .collect(Collectors.joining(all ? " and " : " or "));
  }

  private static String wants(Term.Compare compare, Fact fact, Bindings bindings) {
    boolean turned = compare.left() instanceof Value.Literal;
    Value other = turned ? compare.left() : compare.right();
    String wanted = wanted(left(compare), other, fact, bindings);
    return switch (compare.sign()) {
      case "==" -> wanted;
      case "!=" -> wanted.equals(FactWords.MISSING) ? "anything known" : "anything but " + wanted;
      case "<" -> (turned ? "more than " : "less than ") + wanted;
      case "<=" -> (turned ? "at least " : "at most ") + wanted;
      case ">" -> (turned ? "less than " : "more than ") + wanted;
      default -> (turned ? "at most " : "at least ") + wanted;
    };
  }

  private static String list(Term.In in, Fact fact, Bindings bindings) {
    return in.list().stream()
        .map(value -> wanted(in.left(), value, fact, bindings))
        .collect(Collectors.joining(", "));
  }

  private static String wanted(Value subject, Value value, Fact fact, Bindings bindings) {
    if (value instanceof Value.Literal literal) {
      return literal.value() instanceof String text && !text.isEmpty()
          ? text
          : FactWords.value(subject.toString(), literal.value());
    }
    Object is =
        fact == null && !(value instanceof Value.Variable)
            ? Bindings.UNBOUND
            : value.of(fact, bindings);
    return is == Bindings.UNBOUND
        ? "the same as " + value
        : FactWords.value(subject.toString(), is) + " (" + value + ")";
  }
}
