package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One question of {@code rules/questions}: something a person can find out.
 *
 * @param id unique id
 * @param text the question
 * @param command how to find out; empty when there is nothing to type
 * @param seconds how long it takes a person about to find out
 * @param rights what one must be allowed to do; empty when anybody can
 * @param answers the answers it may have
 * @param file file it stands in
 * @param line line it starts at, from 1
 */
public record QuestionDefinition(
    String id,
    String text,
    String command,
    int seconds,
    String rights,
    List<Option> answers,
    String file,
    int line) {
  /** Answers are copied. */
  public QuestionDefinition {
    answers = List.copyOf(answers);
  }

  /**
   * A possible answer.
   *
   * @param label what a person says
   * @param facts what is known then, as written; times may be relative, like {@code 5 minutes ago}
   */
  public record Option(String label, Doc.Fields facts) {
    private static final Pattern RELATIVE =
        Pattern.compile("(\\d{1,5}) (minutes|hours|days) (ago|from now)");

    /**
     * What is known when this is the answer.
     *
     * @param now the moment that relative times count from
     * @return facts
     */
    public List<Fact> facts(Instant now) {
      Doc.Fields at = (Doc.Fields) at(facts, now);
      return CaseReader.read(
              "the answer '" + label + "'",
              new Doc.Fields(Map.of("facts", at), Map.of("facts", at.at()), at.at()))
          .facts();
    }

    private static Doc at(Doc doc, Instant now) {
      if (doc instanceof Doc.Fields fields) {
        Map<String, Doc> values = new LinkedHashMap<>();
        fields.fields().forEach((key, value) -> values.put(key, at(value, now)));
        return new Doc.Fields(values, fields.keys(), fields.at());
      }
      if (doc instanceof Doc.Items items) {
        return new Doc.Items(items.items().stream().map(i -> at(i, now)).toList(), items.at());
      }
      Doc.Scalar scalar = (Doc.Scalar) doc;
      Matcher matcher = RELATIVE.matcher(String.valueOf(scalar.text()));
      return matcher.matches()
          ? new Doc.Scalar(moment(matcher, now).toString(), scalar.at())
          : scalar;
    }

    private static Instant moment(Matcher written, Instant now) {
      ChronoUnit unit = ChronoUnit.valueOf(written.group(2).toUpperCase(Locale.ROOT));
      Duration apart = Duration.of(Long.parseLong(written.group(1)), unit);
      return written.group(3).equals("ago") ? now.minus(apart) : now.plus(apart);
    }
  }
}
