package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What real clients print when one thing is broken, and what they print when nothing is. */
class CorpusTest {
  private static final double HARDLY = 0.2;
  private static final Diagnoser DIAGNOSER =
      new Diagnoser(KNOWLEDGE, Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void thereAreCapturesOfManyClientsAndManyHealthyOutputs() {
    assertThat(Corpus.of("captures")).hasSizeGreaterThan(60);
    assertThat(Corpus.of("healthy")).hasSizeGreaterThan(40);
  }

  @TestFactory
  Stream<DynamicTest> nothingIsDiagnosedInHealthyOutput() {
    return Corpus.of("healthy").stream()
        .map(
            item ->
                DynamicTest.dynamicTest(
                    item.name(),
                    () ->
                        assertThat(DIAGNOSER.diagnose(item.input()).diagnoses())
                            .filteredOn(d -> d.probability() > HARDLY)
                            .as("%s", item.text("text"))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> theInjectedFaultOfACaptureIsAmongTheFirstThree() {
    return Corpus.of("captures").stream()
        .filter(item -> item.text("cause") != null)
        .map(item -> DynamicTest.dynamicTest(item.name(), () -> check(item)));
  }

  private static void check(Corpus.Item item) {
    List<String> causes =
        DIAGNOSER.diagnose(item.input()).diagnoses().stream()
            .map(d -> d.cause().id())
            .limit(3)
            .toList();
    List<String> right = new java.util.ArrayList<>(item.list("accept"));
    right.add(item.text("cause"));
    assertThat(causes)
        .as("%s%n%s", item.text("command"), item.text("text"))
        .isNotEmpty()
        .anyMatch(right::contains);
    assertThat(causes.get(0)).as("%s", item.text("text")).isIn(right);
  }
}
