package io.github.acrdoctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.Text;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class RecogniserTest {
  private static SymptomDefinition symptom(
      String id, SymptomKind kind, List<String> supersedes, String... patterns) {
    return new SymptomDefinition(
        id,
        id,
        kind,
        List.of(patterns),
        supersedes,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        "test",
        1);
  }

  private final Recogniser recogniser =
      new Recogniser(
          List.of(
              symptom("refused", SymptomKind.ERROR, List.of(), "authentication required"),
              symptom(
                  "ip",
                  SymptomKind.ERROR,
                  List.of("forbidden"),
                  "client with IP '(?P<ip>[0-9.]+)' is not allowed"),
              symptom("allowed", SymptomKind.ERROR, List.of(), "is not allowed"),
              symptom("forbidden", SymptomKind.ERROR, List.of(), "403 Forbidden"),
              symptom(
                  "host", SymptomKind.CONTEXT, List.of(), "(?P<host>[a-z0-9]+\\.azurecr\\.io)")));

  private Map<String, Symptom> find(String text) {
    return recogniser.recognise(List.of(new Text("terminal", text))).stream()
        .collect(java.util.stream.Collectors.toMap(Symptom::id, s -> s));
  }

  @Example
  void blanksAndLineEndsAreOneBlank() {
    assertThat(find("unauthorized: authentication\n      required")).containsKey("refused");
  }

  @Example
  void escapesColoursAndCurlyQuotesAreReadAsAPersonDoes() {
    assertThat(find("client with IP \\u0027203.0.113.1\\u0027 is not allowed").get("ip").ip())
        .isEqualTo("203.0.113.1");
    assertThat(find("client with IP ‘203.0.113.1’ is not allowed")).containsKey("ip");
    assertThat(find("client with IP &#39;203.0.113.1&#39; is not allowed")).containsKey("ip");
    assertThat(find("\u001b[31mauthentication\u001b[0m \u001b[1mrequired\u001b[0m"))
        .containsKey("refused");
    assertThat(find("{\\\"message\\\":\\\"authentication\\nrequired\\\"}")).containsKey("refused");
  }

  @Example
  void theLongerMatchOfAnErrorSaysMore() {
    assertThat(find("client with IP '203.0.113.1' is not allowed"))
        .containsKey("ip")
        .doesNotContainKey("allowed");
    assertThat(find("it is not allowed")).containsKey("allowed");
  }

  @Example
  void aMoreExactSymptomSupersedesAVagueOneAnywhereInTheText() {
    assertThat(find("403 Forbidden … client with IP '203.0.113.1' is not allowed"))
        .doesNotContainKey("forbidden");
  }

  @Example
  void theSpanPointsIntoTheOriginalText() {
    String text = "first line\nx \u001b[31munauthorized:   authentication\r\n required\u001b[0m.";
    Symptom found = find(text).get("refused");
    assertThat(text.substring(found.start(), found.end()).replaceAll("\\s+", " "))
        .isEqualTo("authentication required");
    assertThat(found.line()).isEqualTo(2);
  }

  @Example
  void repeatedLinesAreCountedAndNamedOnce() {
    assertThat(find("authentication required\n".repeat(500)).get("refused").count()).isEqualTo(500);
  }

  @Example
  void aMatchAcrossTheEdgeOfAWindowIsFoundOnce() {
    for (int shift = 0; shift < 40; shift += 3) {
      String text = "x".repeat((1 << 20) - shift) + " authentication required " + "y".repeat(5000);
      assertThat(find(text).get("refused").count()).isEqualTo(1);
    }
  }

  @Example
  void aLineOfTenMegabytesIsReadLikeAnyOther() {
    assertThat(find("a ".repeat(5 << 20) + "authentication required")).containsKey("refused");
  }

  @Property
  void anyTextIsReadWithoutFailing(@ForAll @StringLength(max = 300) String text) {
    for (Symptom symptom : find(text).values()) {
      assertThat(symptom.start()).isBetween(0, text.length());
      assertThat(symptom.end()).isBetween(symptom.start(), text.length());
    }
  }

  @Property
  void surroundingsDoNotHideASymptom(
      @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
    assertThat(find(before + "\n authentication required \n" + after)).containsKey("refused");
  }

  @Property
  void shortAndLongTextsAreSearchedWithTheSameResult(@ForAll @StringLength(max = 200) String text) {
    List<String> sorted = List.of("allow", "auth", "authentication", "is not");
    String some =
        text + " authentication is not allowed AUTH".toLowerCase(java.util.Locale.ROOT) + text;
    java.util.Set<String> short1 = new java.util.TreeSet<>();
    java.util.Set<String> long1 = new java.util.TreeSet<>();
    new Literals(sorted, null).find(some, (b, e, n) -> short1.add(b + "-" + e + " " + n));
    Literals warm = new Literals(sorted, null);
    warm.automaton();
    warm.find(some, (b, e, n) -> long1.add(b + "-" + e + " " + n));
    assertThat(short1).isEqualTo(long1).isNotEmpty();
  }
}
