package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.SecretSamples.Sample;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorProperties {
  /** Pieces that logs are made of, and pieces that could lead the search astray. */
  private static final String[] PIECES = {
    "Error response from daemon: ",
    "unauthorized: authentication required",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\"",
    "'",
    "\\",
    "\\n",
    "\\\"",
    "{",
    "}",
    ",",
    ":",
    "=",
    "&",
    ";",
    "?",
    "%3D",
    "eyJ",
    "Q~",
    "ACR",
    "-p ",
    "-u ",
    "login ",
    "curl ",
    "password",
    "password:",
    "--password ",
    "Bearer ",
    "Basic ",
    "Authorization: ",
    "://",
    "@",
    "<",
    ">",
    "$(",
    "`",
    "[redacted password]",
    "[redacted ",
    "\u001b[31m",
    "\u001b",
    "\u0000",
    "é",
    "日本",
    "\ud83d\ude00",
    "contoso.azurecr.io",
    "sha256:4bcff639",
    "203.0.113.16",
    "***",
    "%PASSWORD%",
    "sig=",
    "auth",
    "secret",
    "token",
    "-----BEGIN ",
    "PRIVATE KEY-----",
    "0b9d8a3e-7f2b-4d0c-9a3e-1c2d3e4f5a6b",
    "AccountKey=",
    "pwd=",
    "--creds "
  };

  @Provide
  Arbitrary<String> surroundings() {
    Arbitrary<String> odd = Arbitraries.strings().ofMaxLength(12);
    return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.of(PIECES), odd)
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Sample> secrets() {
    return Arbitraries.of(SecretSamples.all());
  }

  @Provide
  Arbitrary<String> quietLines() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Error",
            "response",
            "from",
            "daemon:",
            "unauthorized:",
            "authentication",
            "required",
            "contoso.azurecr.io/v2/",
            "403",
            "Forbidden",
            "203.0.113.16",
            "sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
            "0b9d8a3e-7f2b-4d0c-9a3e-1c2d3e4f5a6b",
            "password",
            "token",
            "secret",
            "\"acr-secret\"",
            "-n",
            "--name",
            "basic",
            "auth",
            "login",
            "-p",
            "8080",
            "<password>",
            "$PASSWORD",
            "***");
    return words
        .filter(w -> !w.equals("-p") && !w.equals("login"))
        .list()
        .ofMaxSize(12)
        .map(w -> String.join(" ", w));
  }

  /**
   * A secret of its own line is found whatever the lines around it hold, as long as they leave no
   * quote or key open.
   */
  @Property(tries = 3000)
  @Label("no planted secret survives")
  void noPlantedSecretSurvives(
      @ForAll("surroundings") String before,
      @ForAll("secrets") Sample sample,
      @ForAll("surroundings") String after) {
    String text = before + "\n" + sample.text() + "\n" + after;
    assertThat(Redactor.redact(text)).doesNotContain(sample.secret());
  }

  @Property(tries = 3000)
  @Label("redacting twice changes nothing")
  void redactingTwiceChangesNothing(
      @ForAll("surroundings") String before,
      @ForAll("secrets") Sample sample,
      @ForAll("surroundings") String after) {
    for (String text :
        new String[] {
          before + after, before + sample.text() + after, before + sample.secret() + after
        }) {
      String once = Redactor.redact(text);
      assertThat(Redactor.redact(once)).isEqualTo(once);
    }
  }

  @Property(tries = 1000)
  @Label("a text without secrets is unchanged")
  void aTextWithoutSecretsIsUnchanged(@ForAll("quietLines") String text) {
    assertThat(Redactor.redact(text)).isSameAs(text);
  }

  @Property(tries = 1000)
  @Label("places are in order and do not overlap")
  void placesAreInOrder(@ForAll("surroundings") String before, @ForAll("secrets") Sample sample) {
    int at = 0;
    for (Redactor.Place place : Redactor.places(before + sample.text())) {
      assertThat(place.start()).isGreaterThanOrEqualTo(at);
      assertThat(place.end()).isGreaterThan(place.start());
      at = place.end();
    }
  }

  @Property(tries = 1000)
  @Label("secrets of every length are hidden")
  void secretsOfEveryLengthAreHidden(@ForAll("values") String secret) {
    assertThat(Redactor.redact("docker login -u x -p '" + secret + "' host"))
        .doesNotContain(secret);
    assertThat(Redactor.redact("{\"password\":\"" + secret + "\"}")).doesNotContain(secret);
    assertThat(Redactor.redact("{\\\"password\\\":\\\"" + secret + "\\\"}")).doesNotContain(secret);
    assertThat(Redactor.redact("x&client_secret=" + secret + "&y=1")).doesNotContain(secret);
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> body =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars("!#+-./:@_~")
            .ofMinLength(6)
            .ofMaxLength(200);
    return Combinators.combine(body, Arbitraries.integers().between(0, 9))
        .as((b, digit) -> "x" + b + digit);
  }
}
