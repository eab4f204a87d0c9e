package io.github.acrdoctor.collect.bundle;

import static io.github.acrdoctor.collect.bundle.SampleBundle.NOW;
import static io.github.acrdoctor.collect.bundle.SampleBundle.asked;
import static io.github.acrdoctor.collect.bundle.SampleBundle.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BundleContentTest {

  @Test
  void theRedactionReportPointsAtEachMarker() {
    Unzipped unzipped = Unzipped.of(bundle());
    JsonNode report = unzipped.json("redactions.json");
    assertThat(report.get("redactions")).hasSize(5);
    for (JsonNode place : report.get("redactions")) {
      String file = unzipped.file(place.get("file").asText());
      String line = file.split("\n", -1)[place.get("line").asInt() - 1];
      assertThat(line.substring(place.get("column").asInt() - 1))
          .startsWith(
              "[redacted " + place.get("kind").asText() + " " + place.get("tag").asText() + "]");
    }
    assertThat(report.get("counts").toString()).isEqualTo("{\"password\":4,\"signature\":1}");
  }

  @Test
  void whatWasHiddenBeforeHasNoTag() {
    Bundle bundle =
        new Bundle(
            new Case(
                null, NOW, List.of(new Text("log", "a\npassword: [redacted password]")), List.of()),
            List.of(),
            "1",
            "2");
    JsonNode place = Unzipped.of(bundle).json("redactions.json").at("/redactions/0");
    assertThat(place.get("tag").isNull()).isTrue();
    assertThat(place.get("file").asText()).isEqualTo("case.yaml");
  }

  @Test
  void theReportOfAHostileAnswerStaysSmallButCountsAll() {
    Unzipped unzipped = Unzipped.of(bundle(List.of(asked("x", "200", "sig=a1;".repeat(20_000)))));
    JsonNode report = unzipped.json("redactions.json");
    assertThat(report.get("redactions")).hasSize(Redactions.MOST);
    assertThat(report.at("/counts/signature").asInt()).isEqualTo(20_000);
  }

  @Test
  void theManifestGivesVersionsTimeAndADigestOfEachFile() {
    Unzipped unzipped = Unzipped.of(bundle());
    JsonNode manifest = unzipped.json("manifest.json");
    assertThat(manifest.get("schemaVersion").asText()).isEqualTo("1");
    assertThat(manifest.get("version").asText()).isEqualTo("1.2.3");
    assertThat(manifest.get("knowledge").asText()).isEqualTo("abcdef0123");
    assertThat(manifest.get("created").asText()).isEqualTo(NOW.toString());
    Set<String> names = new TreeSet<>(unzipped.files().keySet());
    names.remove("manifest.json");
    manifest
        .get("sha256")
        .properties()
        .forEach(
            entry -> {
              byte[] content = unzipped.file(entry.getKey()).getBytes(StandardCharsets.UTF_8);
              assertThat(entry.getValue().asText()).isEqualTo(BundleFormat.sha256(content));
              assertThat(names.remove(entry.getKey())).isTrue();
            });
    assertThat(names).isEmpty();
  }

  @Test
  void eachQuestionIsALineWithTheFileOfItsAnswer() {
    List<JsonNode> lines =
        Unzipped.of(bundle())
            .file("asked.jsonl")
            .lines()
            .map(line -> Unzipped.json("asked.jsonl", line))
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).toString())
        .isEqualTo(
            "{\"collector\":\"registry\",\"what\":\"GET https://contoso.azurecr.io/v2/\","
                + "\"at\":\"2026-11-24T10:00:01Z\",\"millis\":12,\"outcome\":\"401\","
                + "\"file\":\"raw/01-registry-get-https-contoso-azurecr-io-v2.json\"}");
    assertThat(lines.get(1).get("file").isNull()).isTrue();
    assertThat(lines.get(1).has("leftOut")).isFalse();
    assertThat(lines.get(1).get("what").asText()).contains("sig=[redacted signature ");
  }

  @Test
  void theIndexSaysWhatWasAskedWhatIsMissingAndWhatIsNotHidden() {
    assertThat(Unzipped.of(bundle()).file("index.md"))
        .contains("- registry: `contoso.azurecr.io`")
        .contains("- collected at: `2026-11-24T10:00:01Z`")
        .contains("acr-doctor `1.2.3`")
        .contains("- learnt: 2 facts, 1 error texts")
        .contains("| `registry` | `GET https://contoso.azurecr.io/v2/` | `401` | 12 | `raw/01-")
        .contains("| `roleAssignment` | `az: AuthorizationFailed` | `Reader \\| Owner` |")
        .contains("| `image` | `timeout` |  |")
        .contains("Places in the other files: 4 × password, 1 × signature")
        .contains("**Not hidden**");
  }

  @Test
  void hostileQuestionsStayInTheirCells() {
    String what = "GET `x` | a\n\n# Title\n<script>\u001b[2J\u202e|" + "y".repeat(5000);
    String index = Unzipped.of(bundle(List.of(asked(what, "a\nb", "c")))).file("index.md");
    assertThat(index).doesNotContain("\n# Title", "\u001b", "\u202e", "y".repeat(201));
    String row = index.lines().filter(l -> l.contains("Title")).findFirst().orElseThrow();
    assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(7);
    assertThat(row.chars().filter(c -> c == '`').count() % 2).isZero();
  }
}
