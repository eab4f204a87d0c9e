package io.github.acrdoctor.collect.bundle;

import static io.github.acrdoctor.collect.bundle.SampleBundle.NOW;
import static io.github.acrdoctor.collect.bundle.SampleBundle.asked;
import static io.github.acrdoctor.collect.bundle.SampleBundle.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.RedactionKey;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {
  private static final Pattern MARKER = Pattern.compile("\\[redacted [a-z ]+ [0-9a-f]{6}\\]");

  @TempDir Path folder;

  @Test
  void aBundleHoldsItsFilesInTheOrderOfTheirNames() {
    assertThat(Unzipped.of(bundle()).files().keySet())
        .containsExactly(
            "asked.jsonl",
            "case.yaml",
            "index.md",
            "manifest.json",
            "raw/01-registry-get-https-contoso-azurecr-io-v2.json",
            "raw/03-registry-docker-login-u-x-p-redacted-pas.txt",
            "redactions.json");
  }

  @Test
  void theCaseIsReadBackAsItIsRedactedInMemory() {
    Case redacted = RedactedCase.of(bundle().input(), Unzipped.KEY);
    assertThat(BundleReader.read("case.zip", Unzipped.of(bundle()).zip())).isEqualTo(redacted);
    Bundle again = new Bundle(redacted, bundle().asked(), "1.2.3", "abcdef0123");
    assertThat(Unzipped.of(again).zip()).isEqualTo(Unzipped.of(bundle()).zip());
  }

  @Test
  void factsOfOneKindStandTogetherInTheOrderTheyWereLearntIn() {
    assertThat(RedactedCase.of(bundle().input(), Unzipped.KEY).facts())
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly("NotCollected", "NotCollected", "Registry", "Proxy");
  }

  @Test
  void rawAnswersAreTheSameBytesOutsideOfTheSecrets() {
    String before = "\ufeffa\r\nb\rc\u0000\u001b[31m\u0085é日本\ud83d\ude00 {\"auth\":\"";
    String after = "\"}\t\n\n  trailing ";
    String name = "raw/01-registry-get-x.txt";
    Unzipped unzipped =
        Unzipped.of(bundle(List.of(asked("GET x", "200", before + "Y29udG9zbzpTM2Ny" + after))));
    assertThat(MARKER.matcher(unzipped.file(name)).replaceAll("*")).isEqualTo(before + "*" + after);
  }

  @Test
  void equalSecretsHaveEqualTagsInAllFilesAndNoOthersHave() {
    Unzipped unzipped = Unzipped.of(bundle());
    Set<String> passwords = new HashSet<>();
    Set<String> all = new HashSet<>();
    unzipped
        .files()
        .values()
        .forEach(
            content -> {
              Matcher matcher = MARKER.matcher(content);
              while (matcher.find()) {
                all.add(matcher.group());
                if (matcher.group().startsWith("[redacted password")) {
                  passwords.add(matcher.group());
                }
              }
            });
    assertThat(passwords).hasSize(1);
    assertThat(all).hasSize(2);
    assertThat(unzipped.file("case.yaml")).contains(passwords.iterator().next() + "@proxy:3128");
    assertThat(Unzipped.of(bundle(), RedactionKey.random()).file("case.yaml"))
        .doesNotContain(passwords);
  }

  @Test
  void theSameBundleAndKeyGiveTheSameBytesInEveryTimeZone() {
    byte[] here = Unzipped.of(bundle()).zip();
    TimeZone usual = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Unzipped.of(bundle()).zip()).isEqualTo(here);
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void answersThatFindNoRoomAreLeftOutAndItIsSaid() {
    String big = "x".repeat(4 << 20);
    Unzipped unzipped = Unzipped.of(bundle(Collections.nCopies(14, asked("GET /big", "200", big))));
    List<String> left =
        unzipped.file("asked.jsonl").lines().filter(l -> l.contains("\"leftOut\":true")).toList();
    assertThat(left).hasSize(3);
    assertThat(unzipped.file("index.md")).contains("| no room |");
    assertThat(BundleReader.read("case.zip", unzipped.zip()).texts()).hasSize(1);
  }

  @Test
  void thousandsOfAnswersGiveABundleThatCanBeRead() {
    Unzipped unzipped = Unzipped.of(bundle(Collections.nCopies(3000, asked("GET /", "200", "x"))));
    assertThat(unzipped.files().keySet())
        .hasSizeLessThanOrEqualTo(2000)
        .contains("raw/0001-registry-get.txt");
    assertThat(BundleReader.read("case.zip", unzipped.zip()).facts()).hasSize(4);
  }

  @Test
  void aCaseThatCouldNotBeReadAgainIsNotWritten() {
    String line = "\n" + "x".repeat(1023);
    Case input =
        new Case(null, NOW, List.of(new Text("log", "y" + line.repeat(65 << 10))), List.of());
    assertThatThrownBy(() -> Unzipped.of(new Bundle(input, List.of(), "1", "2")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger than 64 MiB")
        .hasMessageContaining("--skip");
  }

  @Test
  void halvesOfCharactersBreakNothing() {
    Unzipped unzipped = Unzipped.of(bundle(List.of(asked("GET \ud83d", "\ude00", "a\ud800b"))));
    assertThat(unzipped.file("asked.jsonl")).contains("GET \ufffd");
    assertThat(unzipped.file("raw/01-registry-get.txt")).isEqualTo("a\ufffdb");
  }

  @Test
  void aTimeThatZipFilesDoNotKnowBreaksNothing() {
    for (Instant now : new Instant[] {null, Instant.EPOCH, Instant.parse("2500-01-01T00:00:00Z")}) {
      Case input = new Case("a", now, List.of(), List.of());
      Unzipped unzipped = Unzipped.of(new Bundle(input, List.of(), "1", "2"));
      assertThat(BundleReader.read("case.zip", unzipped.zip())).isEqualTo(input);
    }
  }

  @Test
  void aBundleIsWrittenAsAWholeAndReplacesAnOlderOne() throws IOException {
    Path file = folder.resolve("case.zip");
    Files.writeString(file, "older");
    BundleWriter.write(file, bundle(), Unzipped.KEY);
    assertThat(Files.readAllBytes(file)).isEqualTo(Unzipped.of(bundle()).zip());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedWithAdvice() throws IOException {
    refuses(folder.resolve("no/such/case.zip"), "there is no folder", "make it first");
    refuses(folder, "is a folder", "case.zip");
    Path file = Files.writeString(folder.resolve("file"), "x");
    refuses(file.resolve("case.zip"), "cannot be written", "");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(closed), "root may write everywhere");
    refuses(closed.resolve("case.zip"), "may not be written", "that you may write to");
  }

  private static void refuses(Path file, String what, String advice) {
    assertThatThrownBy(() -> BundleWriter.write(file, bundle(), Unzipped.KEY))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(what)
        .hasMessageContaining(advice);
  }
}
