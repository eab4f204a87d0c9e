package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every line of the article on registry login, and every documented code and message, has its
 * answer. docs/coverage.md is written from what is tested here.
 */
class AnswersTest {
  private static final Diagnoser DIAGNOSER =
      new Diagnoser(KNOWLEDGE, Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

  @TestFactory
  Stream<DynamicTest> everyLineIsAnswered() {
    return Corpus.of("answers").stream()
        .map(
            item ->
                DynamicTest.dynamicTest(item.name() + " " + item.text("what"), () -> answer(item)));
  }

  private static void answer(Corpus.Item item) {
    if (item.text("says") != null) {
      assertThat(pages(item)).as("%s", item.text("what")).contains(plain(item.text("says")));
      return;
    }
    Findings findings = DIAGNOSER.diagnose(item.input());
    assertThat(findings.symptoms().stream().map(Symptom::id))
        .as("%s", item.text("text"))
        .containsAll(item.list("symptom"));
    List<String> first = findings.diagnoses().stream().map(d -> d.cause().id()).limit(3).toList();
    if (item.list("causes").isEmpty()) {
      assertThat(first).as("%s", item.text("text")).isEmpty();
    } else {
      assertThat(first).as("%s", item.text("text")).containsAnyElementsOf(item.list("causes"));
    }
  }

  private static String pages(Corpus.Item item) {
    return item.list("page").stream()
        .map(AnswersTest::page)
        .map(AnswersTest::plain)
        .collect(Collectors.joining("\n"));
  }

  private static String page(String id) {
    Cause cause = KNOWLEDGE.causes().get(id);
    assertThat(cause).as("there is a page %s", id).isNotNull();
    try {
      return Files.readString(Path.of(cause.file()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  @Test
  void theCoverageReportShowsWhatIsTested() throws IOException {
    String report = report();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/coverage.md"), report);
    assertThat(Files.readString(Path.of("docs/coverage.md")))
        .as("docs/coverage.md is old; target/coverage.md is the new one")
        .isEqualTo(report);
  }

  private static String report() {
    Map<String, List<Corpus.Item>> byFile =
        Corpus.of("answers").stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.name().replaceAll("^answers/|\\.yaml:.*$", ""),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder out = new StringBuilder();
    out.append("# What is answered\n\n")
        .append(
            "Each line of the article on registry login, and each documented code and message, ")
        .append(
            "with the symptom that recognises it and the causes of which at least one is among ")
        .append("the first three answers. Written from `src/test/resources/answers`, where every ")
        .append("line is a test.\n");
    byFile.forEach(
        (file, items) -> {
          out.append("\n## ").append(file.replace('-', ' ')).append(" (").append(items.size());
          out.append(")\n\n| line | symptom | causes |\n|---|---|---|\n");
          items.forEach(
              item ->
                  out.append("| ")
                      .append(item.text("what").replace("|", "\\|"))
                      .append(" | ")
                      .append(codes(item.list("symptom")))
                      .append(" | ")
                      .append(
                          item.text("says") == null
                              ? codes(item.list("causes"))
                              : "page " + codes(item.list("page")))
                      .append(" |\n"));
        });
    return out.toString();
  }

  private static String codes(List<String> ids) {
    return ids.isEmpty()
        ? "–"
        : ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
  }
}
