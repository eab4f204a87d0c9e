package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.FILES;
import static io.github.acrdoctor.KnowledgeUnderTest.FOR_ONE_CASE;
import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.rules.ClassicEngine;
import io.github.acrdoctor.rules.Evidence;
import io.github.acrdoctor.rules.RuleBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SamplesTest {
  private static final Path FOLDER = Path.of("facts-samples");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final double UNLIKELY = 0.2;

  private final Diagnoser diagnoser = new Diagnoser(KNOWLEDGE, Clock.fixed(NOW, ZoneOffset.UTC));

  private record Sample(String name, Case input, Doc.Fields expect) {
    List<String> expected(String key) {
      if (!(expect.get(key) instanceof Doc.Items items)) {
        return null;
      }
      return items.items().stream().map(i -> ((Doc.Scalar) i).text()).toList();
    }
  }

  private static List<Sample> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Sample> samples = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = file.getFileName().toString();
        Doc.Fields doc = (Doc.Fields) DocReader.read(name, Files.readString(file));
        samples.add(new Sample(name, CaseReader.read(name, doc), (Doc.Fields) doc.get("expect")));
      }
      return samples;
    }
  }

  @Test
  void thereAreAtLeastThirtyWholeSituations() throws IOException {
    assertThat(samples()).hasSizeGreaterThanOrEqualTo(30);
  }

  @TestFactory
  Stream<DynamicTest> everySampleIsDiagnosedAsAnExpertWould() throws IOException {
    return samples().stream().map(s -> DynamicTest.dynamicTest(s.name(), () -> check(s)));
  }

  private void check(Sample sample) {
    List<Diagnosis> diagnoses = diagnoser.diagnose(sample.input()).diagnoses();
    List<String> ranked = diagnoses.stream().map(d -> d.cause().id()).toList();
    String described =
        diagnoses.stream()
            .limit(4)
            .map(d -> d.cause().id() + " " + Math.round(100 * d.probability()) + " %")
            .collect(Collectors.joining(", "));
    List<String> top = sample.expected("top");
    if (top != null) {
      if (top.isEmpty()) {
        assertThat(ranked).as(described).isEmpty();
      }
      assertThat(ranked.stream().limit(top.size()).toList())
          .as(described)
          .containsExactlyInAnyOrderElementsOf(top);
    }
    if (sample.expected("within3") != null) {
      assertThat(ranked.stream().limit(3).toList())
          .as(described)
          .containsAll(sample.expected("within3"));
    }
    if (sample.expected("unlikely") != null) {
      for (Diagnosis diagnosis : diagnoses) {
        if (sample.expected("unlikely").contains(diagnosis.cause().id())) {
          assertThat(diagnosis.probability()).as(described).isLessThan(UNLIKELY);
        }
      }
    }
  }

  @Test
  void theClassicEngineGivesEqualEvidence() throws IOException {
    RuleBase classic = ClassicEngine.compile(FILES);
    for (Sample sample : samples()) {
      List<Fact> facts = facts(sample);
      assertThat(classic.judge(facts, NOW).evidence())
          .as(sample.name())
          .isEqualTo(KNOWLEDGE.rules().judge(facts, NOW).evidence());
    }
  }

  @Test
  void loadingOnlyTheRulesThatCouldFireGivesEqualEvidence() throws IOException {
    for (Sample sample : samples()) {
      List<Fact> facts = facts(sample);
      assertThat(FOR_ONE_CASE.rules().judge(facts, NOW).evidence())
          .as(sample.name())
          .isEqualTo(KNOWLEDGE.rules().judge(facts, NOW).evidence());
    }
  }

  @Test
  void theOrderOfFactsIsIrrelevant() throws IOException {
    Random random = new Random(7);
    for (Sample sample : samples()) {
      List<Fact> facts = facts(sample);
      List<Evidence> before = KNOWLEDGE.rules().judge(facts, NOW).evidence();
      Collections.shuffle(facts, random);
      assertThat(KNOWLEDGE.rules().judge(facts, NOW).evidence())
          .as(sample.name())
          .isEqualTo(before);
    }
  }

  @Test
  void samplesSpeakOnlyOfCausesThatExist() throws IOException {
    for (Sample sample : samples()) {
      for (String key : List.of("top", "within3", "unlikely")) {
        List<String> causes = sample.expected(key);
        if (causes != null) {
          assertThat(new HashSet<>(KNOWLEDGE.causes().keySet()))
              .as(sample.name())
              .containsAll(causes);
        }
      }
      assertThat(Map.of("top", 1, "within3", 1, "unlikely", 1).keySet())
          .as(sample.name())
          .containsAll(sample.expect().fields().keySet());
    }
  }

  private static List<Fact> facts(Sample sample) {
    List<Fact> facts = new ArrayList<>(sample.input().facts());
    facts.addAll(KNOWLEDGE.recogniser().recognise(sample.input().texts()));
    return facts;
  }
}
