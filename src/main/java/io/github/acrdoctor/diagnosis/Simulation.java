package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.diagnosis.Question.Effect;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Facts;
import io.github.acrdoctor.rules.LivingSession;
import io.github.acrdoctor.rules.RuleBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the question that tells most by trying out its answers: the rules about the candidates
 * judge the case once more with the facts each answer stands for. There is no second model of the
 * rules, so an edited rule changes the questions by itself.
 *
 * <p>An answer counts the more, the better what it leads to agrees with what is believed now. What
 * a question brings is the expected probability of the likeliest cause, less that of the likeliest
 * cause now; of two that bring about the same, the one that is answered sooner comes first.
 */
final class Simulation {
  private static final int MOST = 3;
  private static final double WORTH_ASKING = 0.02;

  /** Nobody finds anything out in less time, so cheaper than this is no advantage. */
  private static final int SHORTEST = 30;

  private final Collection<QuestionDefinition> questions;
  private final RuleBase rules;
  private final Ranker ranker;

  Simulation(Collection<QuestionDefinition> questions, RuleBase rules, Ranker ranker) {
    this.questions = questions;
    this.rules = rules;
    this.ranker = ranker;
  }

  private record Tried(Question question, double worth) {}

  /**
   * The questions worth asking.
   *
   * @param facts what is known, symptoms included
   * @param now the case's clock
   * @param causes the causes to tell apart
   * @param believed the probability of each cause now
   * @return at most three, best first
   */
  List<Question> best(
      List<Fact> facts, Instant now, Set<String> causes, Map<String, Double> believed) {
    Set<String> fields = rules.fieldsThatMatterTo(causes);
    List<Open> open =
        questions.stream()
            .map(question -> Open.of(question, now))
            .filter(q -> q.matters(fields) && !q.isAnswered(facts))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    List<Fact> possible = new ArrayList<>(facts);
    open.forEach(question -> question.answers().values().forEach(possible::addAll));
    List<Tried> attempts = new ArrayList<>();
    try (LivingSession session = rules.open(possible, causes, now)) {
      open.forEach(question -> attempts.add(attempt(question, session, facts, causes, believed)));
    }
    return attempts.stream()
        .filter(t -> t.question().gain() >= WORTH_ASKING)
        .sorted(
            Comparator.comparingDouble(Tried::worth)
                .reversed()
                .thenComparing(t -> t.question().id()))
        .limit(MOST)
        .map(Tried::question)
        .toList();
  }

  /**
   * A question with what each answer stands for.
   *
   * @param definition the question
   * @param answers facts by label, in the order of the question
   */
  private record Open(QuestionDefinition definition, Map<String, List<Fact>> answers) {
    static Open of(QuestionDefinition definition, Instant now) {
      Map<String, List<Fact>> answers = new LinkedHashMap<>();
      definition.answers().forEach(option -> answers.put(option.label(), option.facts(now)));
      return new Open(definition, answers);
    }

    private Stream<Fact> facts() {
      return answers.values().stream().flatMap(List::stream);
    }

    /** Whether a rule looks at what the answers differ in. */
    boolean matters(Set<String> fields) {
      Map<String, Object> same = inCommon();
      return facts()
          .anyMatch(
              fact -> {
                String type = fact.getClass().getSimpleName();
                return fields.contains(type + ".*")
                    || Facts.known(fact).keySet().stream()
                        .anyMatch(
                            field ->
                                !same.containsKey(field) && fields.contains(type + "." + field));
              });
    }

    /** Whether a fact of the case already tells what the question is about. */
    boolean isAnswered(Collection<Fact> known) {
      Map<String, Object> same = inCommon();
      return facts()
          .anyMatch(
              answer ->
                  known.stream()
                      .anyMatch(
                          fact ->
                              fact.getClass() == answer.getClass() && tells(fact, answer, same)));
    }

    /** What all answers say alike is not what the question is about. */
    private Map<String, Object> inCommon() {
      Map<String, Object> common = null;
      for (Fact fact : facts().toList()) {
        Map<String, Object> known = Facts.known(fact);
        if (common == null) {
          common = new TreeMap<>(known);
        } else {
          common.entrySet().retainAll(known.entrySet());
        }
      }
      return common == null ? Map.of() : common;
    }

    private static boolean tells(Fact fact, Fact answer, Map<String, Object> same) {
      Map<String, Object> known = Facts.known(fact);
      boolean aboutTheSame =
          same.entrySet().stream()
              .allMatch(e -> known.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
      return aboutTheSame
          && Facts.known(answer).keySet().stream()
              .anyMatch(field -> !same.containsKey(field) && known.containsKey(field));
    }
  }

  private Tried attempt(
      Open open,
      LivingSession session,
      List<Fact> facts,
      Set<String> causes,
      Map<String, Double> believed) {
    List<Effect> effects = new ArrayList<>();
    double weights = 0;
    double expected = 0;
    for (Map.Entry<String, List<Fact>> answer : open.answers().entrySet()) {
      Map<String, Double> then =
          ranker.rank(
              session.judge(Facts.with(facts, answer.getValue())).evidence().stream()
                  .filter(evidence -> causes.contains(evidence.cause()))
                  .toList());
      Map.Entry<String, Double> top =
          then.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
      double weight = agreement(believed, then);
      weights += weight;
      expected += weight * (top == null ? 0 : top.getValue());
      effects.add(
          new Effect(
              answer.getKey(),
              top == null ? null : top.getKey(),
              top == null ? 0 : top.getValue()));
    }
    double gain = Math.max(0, expected / weights - best(believed));
    boolean decides = effects.stream().map(Effect::cause).distinct().count() > 1;
    QuestionDefinition question = open.definition();
    return new Tried(
        new Question(
            question.id(), question.text(), question.command(), decides ? gain : 0, effects),
        gain / Math.sqrt(Math.max(SHORTEST, question.seconds())));
  }

  private static double agreement(Map<String, Double> believed, Map<String, Double> then) {
    double agreement = 0.002;
    for (Map.Entry<String, Double> cause : then.entrySet()) {
      agreement += cause.getValue() * believed.getOrDefault(cause.getKey(), 0.0);
    }
    return agreement;
  }

  private static double best(Map<String, Double> believed) {
    return believed.values().stream().mapToDouble(d -> d).max().orElse(0);
  }
}
