package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.rules.Bindings;
import io.github.acrdoctor.rules.Constraint;
import io.github.acrdoctor.rules.Miss;
import io.github.acrdoctor.rules.NamedIds;
import io.github.acrdoctor.rules.RuleCondition;
import io.github.acrdoctor.rules.Situation;
import io.github.acrdoctor.rules.Term;
import io.github.acrdoctor.rules.Trace;
import io.github.acrdoctor.rules.TraceStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells in words how near rules came to firing in a situation. */
final class Stories {
  /** How deep concepts that rest on concepts are followed. */
  private static final int DEEPEST = 2;

  /** So many symptoms are worth naming. */
  private static final int FEW = 3;

  private static final List<String> STRENGTHS =
      List.of("certain", "strong", "hint", "excluded", "against");

  private static final Comparator<Trace> NEAREST =
      Comparator.comparingInt(Trace::failures)
          .thenComparingInt(Trace::distance)
          .thenComparingInt(trace -> STRENGTHS.indexOf(trace.rule().conclusion()));

  private final Situation situation;
  private final UnseenSymptoms unseen;

  /**
   * Stories of a case.
   *
   * @param situation its facts
   * @param knowledge the knowledge base
   * @param texts its texts
   */
  Stories(Situation situation, Knowledge knowledge, List<Text> texts) {
    this.situation = situation;
    this.unseen = new UnseenSymptoms(knowledge, texts);
  }

  /** The rules that fire, then those that came nearest. */
  List<RuleStory> of(List<RuleCondition> rules) {
    return rules.stream().map(situation::trace).sorted(NEAREST).map(t -> story(t, 0)).toList();
  }

  private RuleStory story(Trace trace, int depth) {
    List<ConditionStory> conditions = new ArrayList<>();
    for (TraceStep step : trace.steps()) {
      Set<String> fields = ConditionText.fields(step.condition());
      conditions.add(
          new ConditionStory(
              ConditionText.of(step.condition()),
              step.condition().line(),
              step.held(),
              step.facts().stream().map(fact -> by(fact, fields, depth)).toList(),
              step.misses().stream().flatMap(miss -> lacks(miss, depth).stream()).toList()));
    }
    return RuleStory.of(trace.rule(), trace.held(), conditions);
  }

  private String by(Fact fact, Set<String> fields, int depth) {
    return fact instanceof Concept concept && depth < DEEPEST
        ? FactWords.of(fact, fields) + because(concept.id(), depth)
        : FactWords.of(fact, fields);
  }

  /** The facts that a concept rests on, in parentheses. */
  private String because(String concept, int depth) {
    return situation.concept(concept).stream()
        .filter(Trace::held)
        .findFirst()
        .map(
            trace ->
                story(trace, depth + 1).conditions().stream()
                    .flatMap(condition -> condition.by().stream())
                    .collect(Collectors.joining(", ", " (", ")")))
        .filter(facts -> facts.length() > 3)
        .orElse("");
  }

  private List<Lack> lacks(Miss miss, int depth) {
    if (miss.unwanted()) {
      return List.of(unwanted(miss, depth));
    }
    if (miss.fact() != null) {
      return miss.failed().stream().flatMap(constraint -> differ(miss, constraint)).toList();
    }
    if (miss.pattern().type() == Symptom.class) {
      return List.of(notRecognised(miss));
    }
    if (miss.pattern().type() == Concept.class) {
      return NamedIds.of(miss.pattern()).stream().map(id -> notSo(id, depth)).toList();
    }
    return List.of(missing(miss));
  }

  private Lack unwanted(Miss miss, int depth) {
    String fact = by(miss.fact(), ConditionText.fields(miss.pattern()), depth);
    String text =
        miss.fact() instanceof Concept
            ? "the " + fact + " holds; the rule wants that it does not"
            : miss.fact() instanceof Symptom
                ? "the " + fact + " was recognised; the rule wants it not to be there"
                : "there is a fact " + fact + "; the rule wants none such";
    return new Lack(text, key(miss), null, fact, "no " + ConditionText.of(miss.pattern()));
  }

  private static Stream<Lack> differ(Miss miss, Constraint constraint) {
    return WantedWords.failing(constraint.term(), miss.fact(), miss.bindings()).stream()
        .map(term -> differs(miss, term));
  }

  private static Lack differs(Miss miss, Term term) {
    String field = WantedWords.subject(term);
    String is = WantedWords.is(term, miss.fact(), miss.bindings());
    String wants = WantedWords.wants(term, miss.fact(), miss.bindings());
    String name = miss.fact() instanceof Symptom symptom ? symptom.id() : key(miss);
    return new Lack(
        name + "." + field + " is " + is + "; the rule wants " + wants,
        key(miss),
        field,
        is,
        wants);
  }

  private Lack notRecognised(Miss miss) {
    Set<String> ids = NamedIds.of(miss.pattern());
    String names = String.join(" or ", ids);
    String shown =
        ids.size() <= FEW
            ? "the symptom " + names + " was not recognised"
            : "none of "
                + ids.size()
                + " symptoms was recognised, such as "
                + ids.stream().limit(FEW).collect(Collectors.joining(", "));
    return new Lack(shown + unseen.nearest(ids), key(miss), null, null, names);
  }

  private Lack notSo(String concept, int depth) {
    String text = "the concept " + concept + " does not hold";
    String nearest =
        depth >= DEEPEST
            ? ""
            : situation.concept(concept).stream()
                .min(NEAREST)
                .map(trace -> "; nearest: " + sentence(story(trace, depth + 1)))
                .orElse("");
    return new Lack(text + nearest, "concept", null, null, concept);
  }

  private static String sentence(RuleStory story) {
    return story.lacks().stream().map(Lack::text).collect(Collectors.joining(", and "));
  }

  private static Lack missing(Miss miss) {
    String wants =
        miss.pattern().constraints().stream()
            .filter(constraint -> constraint.term() != null)
            .map(
                constraint ->
                    WantedWords.subject(constraint.term())
                        + " "
                        + WantedWords.wants(constraint.term(), null, Bindings.NONE))
            .collect(Collectors.joining(", "));
    String one = wants.isEmpty() ? "one" : "one with " + wants;
    return new Lack(
        "there is no fact " + key(miss) + "; the rule wants " + one, key(miss), null, null, one);
  }

  private static String key(Miss miss) {
    return FactTypes.key(miss.pattern().type());
  }
}
