package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.SecretSamples.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyedRedactionProperties {
  private static final RedactionKey KEY = key("one");

  private static RedactionKey key(String seed) {
    return RedactionKey.of(seed.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> surroundings() {
    Arbitrary<String> markers =
        Arbitraries.of(
            "[redacted password]",
            "[redacted password 3f2a1c]",
            "[redacted client secret 000000]",
            "[redacted token 123456]",
            "[redacted authorization abcdef]");
    return Arbitraries.oneOf(new RedactorProperties().surroundings(), markers)
        .list()
        .ofMaxSize(3)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Sample> secrets() {
    return Arbitraries.of(SecretSamples.all());
  }

  private static String withoutTags(String text) {
    return text.replaceAll(" [0-9a-f]{6}\\]", "]");
  }

  @Property(tries = 1500)
  @Label("redacting again, with a key, another key or none, changes nothing")
  void redactingAgainChangesNothing(
      @ForAll("surroundings") String before,
      @ForAll("secrets") Sample sample,
      @ForAll("surroundings") String after) {
    for (String text :
        List.of(
            before + after,
            before + sample.text() + after,
            before + "\n" + sample.text() + "\n" + after)) {
      String keyed = Redactor.redact(text, KEY);
      assertThat(Redactor.redact(keyed, KEY)).isEqualTo(keyed);
      assertThat(Redactor.redact(keyed, key("two"))).isEqualTo(keyed);
      assertThat(Redactor.redact(keyed)).isEqualTo(keyed);
      String plain = Redactor.redact(text);
      assertThat(Redactor.redact(plain, KEY)).isEqualTo(plain);
    }
  }

  @Property(tries = 1500)
  @Label("the same places are redacted with a key and without")
  void theSamePlacesAreRedacted(
      @ForAll("surroundings") String before,
      @ForAll("secrets") Sample sample,
      @ForAll("surroundings") String after) {
    String text = before + sample.text() + after;
    assertThat(withoutTags(Redactor.redact(text, KEY)))
        .isEqualTo(withoutTags(Redactor.redact(text)));
  }

  @Property(tries = 1000)
  @Label("no planted secret survives, and neither does a trace of the key")
  void noPlantedSecretSurvives(
      @ForAll("surroundings") String before,
      @ForAll("secrets") Sample sample,
      @ForAll("surroundings") String after) {
    String text = before + "\n" + sample.text() + "\n" + after;
    assertThat(Redactor.redact(text, KEY)).doesNotContain(sample.secret());
  }

  @Property(tries = 500)
  @Label("markers stay what they are wherever a secret could stand")
  void markersStayWhatTheyAre(@ForAll("secrets") Sample sample) {
    for (String marker :
        List.of(sample.kind().marker(), "[redacted " + sample.kind().word() + " 0a1b2c]")) {
      for (String text :
          List.of(
              sample.before() + marker + sample.after(),
              "{\"password\":\"" + marker + "\",\"auth\":\"" + marker + "\"}",
              "http://dana:" + marker + "@proxy.contoso.example:3128/?sig=" + marker + "&x=1",
              "Authorization: Bearer " + marker + "\nCookie: x",
              "password: " + marker + "\nclient_secret: '" + marker + "'\n",
              "docker login -u x -p " + marker + " host --password=" + marker)) {
        assertThat(Redactor.redact(text)).isEqualTo(text);
        assertThat(Redactor.redact(text, KEY)).isEqualTo(text);
      }
    }
  }

  @Property(tries = 500)
  @Label("equal secrets have equal tags, under one key only")
  void equalSecretsHaveEqualTags(@ForAll("secrets") Sample sample) {
    String twice = sample.text() + "\n\n" + sample.text() + "\n";
    List<Redactor.Marker> markers = Redactor.markers(Redactor.redact(twice, KEY));
    assertThat(markers).hasSize(2);
    assertThat(markers.get(0).tag()).matches("[0-9a-f]{6}").isEqualTo(markers.get(1).tag());
    assertThat(markers.get(0).kind()).isEqualTo(sample.kind().word());
    assertThat(Redactor.markers(Redactor.redact(twice, key("two"))).get(0).tag())
        .isNotEqualTo(markers.get(0).tag());
    assertThat(Redactor.markers(Redactor.redact(twice)).get(0).tag()).isNull();
  }

  @Property(tries = 1000)
  @Label("a marker is found where it stands")
  void aMarkerIsFoundWhereItStands(
      @ForAll("surroundings") String before, @ForAll("secrets") Sample sample) {
    String redacted = Redactor.redact(before + "\n" + sample.text(), KEY);
    for (Redactor.Marker marker : Redactor.markers(redacted)) {
      String text = redacted.substring(marker.start(), marker.end());
      assertThat(text)
          .isEqualTo(
              "[redacted "
                  + marker.kind()
                  + (marker.tag() == null ? "" : " " + marker.tag())
                  + "]");
    }
  }
}
