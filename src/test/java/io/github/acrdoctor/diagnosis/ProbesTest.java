package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole worlds as collectors see them: the fault is the first answer, and a likely one. */
class ProbesTest {
  private static final Diagnoser DIAGNOSER = new Diagnoser(KNOWLEDGE, Clock.systemUTC());
  private static final double OF_ONE = 0.5;
  private static final double OF_SEVERAL = 0.35;

  @TestFactory
  Stream<DynamicTest> theFaultOfAWorldIsTheFirstAnswer() {
    List<Corpus.Item> worlds =
        Corpus.of("answers").stream().filter(i -> i.name().startsWith("answers/probes")).toList();
    assertThat(worlds).hasSizeGreaterThan(200);
    return worlds.stream()
        .map(
            world ->
                DynamicTest.dynamicTest(
                    world.name() + " " + world.text("what"), () -> judge(world)));
  }

  private static void judge(Corpus.Item world) {
    List<Diagnosis> diagnoses = DIAGNOSER.diagnose(world.input()).diagnoses();
    List<String> causes = world.list("causes");
    if (causes.isEmpty()) {
      assertThat(diagnoses).isEmpty();
      return;
    }
    assertThat(diagnoses).isNotEmpty();
    Diagnosis first = diagnoses.get(0);
    assertThat(causes).contains(first.cause().id());
    double usual = causes.size() > 1 ? OF_SEVERAL : OF_ONE;
    double least = world.text("least") == null ? usual : Double.parseDouble(world.text("least"));
    assertThat(first.probability()).isGreaterThanOrEqualTo(least);
  }
}
