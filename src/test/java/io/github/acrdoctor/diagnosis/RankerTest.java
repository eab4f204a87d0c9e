package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.NetworkRule;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RankerTest {
  private static final Weights WEIGHTS =
      new Weights(
          Map.of(
              Strength.CERTAIN,
              6.0,
              Strength.STRONG,
              3.0,
              Strength.HINT,
              1.5,
              Strength.AGAINST,
              -1.5,
              Strength.EXCLUDED,
              -12.0),
          Map.of(Prior.COMMON, 0.5, Prior.OCCASIONAL, 0.0, Prior.RARE, -0.7),
          1.0,
          -2.0);

  private final Ranker ranker = new Ranker(WEIGHTS, cause -> Prior.OCCASIONAL, cause -> null);

  private static Fact symptom(String id) {
    return new Symptom(id, "terminal", 1, 0, 1, 1, Map.of());
  }

  private static Fact fact(String range) {
    return new NetworkRule(range, "Allow", null);
  }

  private static Evidence evidence(String cause, Strength strength, Fact... facts) {
    return new Evidence(
        cause + ": " + strength + " " + List.of(facts),
        cause,
        "a reason",
        strength,
        List.of(facts));
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    Arbitrary<Fact> facts =
        Arbitraries.integers()
            .between(0, 7)
            .map(i -> i < 4 ? symptom("s" + i) : fact("10.0.0." + i));
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d"),
            Arbitraries.of(Strength.class),
            facts.list().ofMinSize(1).ofMaxSize(3).uniqueElements())
        .as((cause, strength, own) -> evidence(cause, strength, own.toArray(new Fact[0])));
  }

  @Provide
  Arbitrary<List<Evidence>> evidences() {
    return evidence().list().ofMaxSize(14);
  }

  @Property
  void probabilitiesLieBetweenZeroAndOne(@ForAll("evidences") List<Evidence> all) {
    assertThat(ranker.rank(all).values()).allMatch(p -> p >= 0 && p <= 1);
  }

  @Property
  void moreSupportNeverLowersACause(
      @ForAll("evidences") List<Evidence> all, @ForAll("evidence") Evidence more) {
    double before = ranker.rank(all).getOrDefault(more.cause(), 0.0);
    List<Evidence> with = new ArrayList<>(all);
    with.add(more);
    double after = ranker.rank(with).getOrDefault(more.cause(), 0.0);
    if (more.strength().supports()) {
      assertThat(after).isGreaterThanOrEqualTo(before - 1e-12);
    } else {
      assertThat(after).isLessThanOrEqualTo(before + 1e-12);
    }
  }

  @Property
  void orderIsIrrelevant(@ForAll("evidences") List<Evidence> all, @ForAll long seed) {
    List<Evidence> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(ranker.rank(shuffled)).isEqualTo(ranker.rank(all));
  }

  @Property
  void theSameFactCountsOnce(@ForAll("evidences") List<Evidence> all) {
    List<Evidence> twice = new ArrayList<>(all);
    for (Evidence e : all) {
      twice.add(new Evidence(e.rule() + " again", e.cause(), e.reason(), e.strength(), e.facts()));
    }
    assertThat(ranker.rank(twice)).isEqualTo(ranker.rank(all));
  }

  @Property
  void causesWithoutSupportAreNotNamed(@ForAll("evidences") List<Evidence> all) {
    for (String cause : ranker.rank(all).keySet()) {
      assertThat(all).anyMatch(e -> e.cause().equals(cause) && e.strength().supports());
    }
  }

  @Property
  void causesThatShareTheirOnlyFactShareItsProbability(
      @ForAll("strengths") List<Strength> strengths) {
    Fact shared = symptom("shared");
    List<Evidence> all = new ArrayList<>();
    for (int i = 0; i < strengths.size(); i++) {
      all.add(evidence("cause" + i, strengths.get(i), shared));
    }
    assertThat(ranker.rank(all).values().stream().mapToDouble(p -> p).sum())
        .isLessThanOrEqualTo(1 + 1e-9);
  }

  @Provide
  Arbitrary<List<Strength>> strengths() {
    return Arbitraries.of(Strength.CERTAIN, Strength.STRONG, Strength.HINT)
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  @Example
  void nothingKnownGivesNoAnswer() {
    assertThat(ranker.rank(List.of())).isEmpty();
  }

  @Example
  void aCauseWithAFactOfItsOwnExplainsTheSymptomAwayFromItsRivals() {
    Fact vague = symptom("vague");
    List<Evidence> vagueOnly =
        List.of(evidence("a", Strength.HINT, vague), evidence("b", Strength.STRONG, vague));
    List<Evidence> proven = new ArrayList<>(vagueOnly);
    proven.add(evidence("a", Strength.CERTAIN, fact("10.0.0.1")));
    assertThat(ranker.rank(vagueOnly).get("b")).isGreaterThan(0.5);
    assertThat(ranker.rank(proven).get("a")).isGreaterThan(0.95);
    assertThat(ranker.rank(proven).get("b")).isLessThan(0.1);
  }

  @Example
  void twoFaultsProvenBySeparateFactsMayBothStandNearOne() {
    Map<String, Double> ranked =
        ranker.rank(
            List.of(
                evidence("daemon", Strength.CERTAIN, symptom("no-daemon")),
                evidence("firewall", Strength.CERTAIN, fact("10.0.0.1"))));
    assertThat(ranked.get("daemon")).isGreaterThan(0.95);
    assertThat(ranked.get("firewall")).isGreaterThan(0.95);
  }

  @Example
  void anExcludedCauseIsNotBelievedWhateverSpeaksForIt() {
    Map<String, Double> ranked =
        ranker.rank(
            List.of(
                evidence("a", Strength.CERTAIN, symptom("s")),
                evidence("a", Strength.EXCLUDED, fact("10.0.0.1"))));
    assertThat(ranked.get("a")).isLessThan(0.01);
  }

  @Example
  void equalEvidenceIsSharedEqually() {
    Fact shared = symptom("s");
    Map<String, Double> ranked =
        ranker.rank(
            List.of(
                evidence("a", Strength.STRONG, shared), evidence("b", Strength.STRONG, shared)));
    assertThat(ranked.get("a")).isCloseTo(ranked.get("b"), within(1e-12)).isBetween(0.4, 0.5);
  }
}
