package io.github.acrdoctor.diagnosis;

import static io.github.acrdoctor.KnowledgeUnderTest.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No answer hangs on a name, an id or an address that is peculiar to one case. */
class IdentifiersTest {
  private static final Path LABELLED = Path.of("../shared/cases/labelled.jsonl");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "\\b(?!azurecr\\b)([a-z0-9]{5,50})(-[a-z0-9]{8,30})?(?=\\.[a-z0-9.]*azurecr\\.)");
  private static final Pattern GUID =
      Pattern.compile("(?i)\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final Pattern PATH =
      Pattern.compile("(?<=azurecr\\.(io|cn|us)/)(?!v2/|oauth2/)[a-z0-9._/-]*[a-z0-9]");
  private static final Diagnoser DIAGNOSER =
      new Diagnoser(KNOWLEDGE, Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void capturesAreAnsweredAlikeUnderOtherNames() {
    for (Corpus.Item item : Corpus.of("captures")) {
      assertAlike(item.name(), item.input());
    }
  }

  @Test
  void labelledCasesAreAnsweredAlikeUnderOtherNames() throws IOException {
    assumeTrue(Files.exists(LABELLED), "the labelled cases are not beside this repository");
    for (String line : Files.readAllLines(LABELLED)) {
      JsonNode labelled = new ObjectMapper().readTree(line);
      List<Text> texts =
          List.of(
              new Text("command", labelled.get("command").asText("")),
              new Text("text", labelled.get("text").asText()));
      assertAlike(labelled.get("id").asText(), new Case(null, null, texts, List.of()));
    }
  }

  private static void assertAlike(String name, Case input) {
    assertThat(answers(renamed(input))).as(name).isEqualTo(answers(input));
  }

  private static Map<String, Double> answers(Case input) {
    Map<String, Double> answers = new LinkedHashMap<>();
    DIAGNOSER
        .diagnose(input)
        .diagnoses()
        .forEach(d -> answers.put(d.cause().id(), d.probability()));
    return answers;
  }

  private static Case renamed(Case input) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Text text : input.texts()) {
      Matcher registry = REGISTRY.matcher(text.text());
      while (registry.find()) {
        names.putIfAbsent(registry.group(1), "zz" + names.size() + "qxregistry");
      }
    }
    List<Text> texts = new ArrayList<>();
    for (Text text : input.texts()) {
      String other = text.text();
      for (Map.Entry<String, String> name : names.entrySet()) {
        other =
            other.replaceAll(
                "(?<![A-Za-z0-9])" + Pattern.quote(name.getKey()) + "(?![A-Za-z0-9])",
                name.getValue());
      }
      other = GUID.matcher(other).replaceAll("0f0f0f0f-1e1e-4d2d-8c3c-4b4b4b4b4b4b");
      other = DIGEST.matcher(other).replaceAll("ab".repeat(32));
      other = PATH.matcher(other).replaceAll("zzteam/zzimage");
      texts.add(new Text(text.source(), other));
    }
    return new Case(null, null, texts, List.of());
  }
}
