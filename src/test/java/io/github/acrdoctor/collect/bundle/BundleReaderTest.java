package io.github.acrdoctor.collect.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
  private static final String CASE = "texts: [\"denied\"]\n";

  @TempDir Path folder;

  private static byte[] zip(String... namesAndContents) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      files.put(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return zip(files);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static void refuses(byte[] zip, String... message) {
    assertThatThrownBy(() -> BundleReader.read("case.zip", zip))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("case.zip: ")
        .hasMessageContainingAll(message);
  }

  /** Puts other bytes in the place of some, each time they occur. */
  private static byte[] replaced(byte[] zip, String what, String with) {
    String bytes = new String(zip, StandardCharsets.ISO_8859_1);
    return bytes.replace(what, with).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where the first entry of the list of contents is. */
  private static int listed(byte[] zip) {
    return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
  }

  @Test
  void aCaseThatSomebodyPackedByHandIsRead() throws IOException {
    Path file = Files.write(folder.resolve("case.zip"), zip("case.yaml", CASE, "notes/", ""));
    assertThat(BundleReader.read(file).texts()).hasSize(1);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> BundleReader.read(folder.resolve("no.zip")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no.zip: cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "PK", "texts: [x]", "\u0000\u0001\u0002\u0003", "PK\u0001\u0002"})
  void whatIsNoZipFileIsRefused(String content) {
    refuses(content.getBytes(StandardCharsets.ISO_8859_1), "is not a zip file", "collect wrote");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../case.yaml",
        "raw/../../x",
        "/etc/passwd",
        "C:/x",
        "C:\\x",
        "..\\x",
        "raw\\x",
        "./case.yaml",
        "a/./b",
        "raw/\u001b[2Jx",
        "a\u0000b",
        ".."
      })
  void namesThatLeadElsewhereAreRefused(String name) {
    refuses(zip("case.yaml", CASE, name, "x"), "holds a name that leads elsewhere: '");
    assertThatThrownBy(() -> BundleReader.read("case.zip", zip("case.yaml", CASE, name, "x")))
        .message()
        .doesNotContain("\u001b", "\u0000");
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    refuses(zip("case.yaml", CASE, "x".repeat(201), "x"), "a name that leads elsewhere: 'xxx");
  }

  @Test
  void theSameNameTwiceIsRefused() {
    byte[] twice = replaced(zip("case.yaml", CASE, "cAse.yaml", "x"), "cAse", "case");
    refuses(twice, "holds 'case.yaml' twice");
    refuses(zip("case.yaml", CASE, "CASE.YAML", "x"), "holds 'CASE.YAML' twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {0120777, 0060666, 0020666, 0010666, 0140777})
  void linksAndDevicesAreRefused(int mode) {
    byte[] zip = zip("case.yaml", "/etc/passwd");
    int at = listed(zip);
    zip[at + 5] = 3;
    zip[at + 40] = (byte) mode;
    zip[at + 41] = (byte) (mode >> 8);
    refuses(zip, "holds a link: 'case.yaml'");
  }

  @Test
  void aFileThatUnixPackedIsRead() {
    byte[] zip = zip("case.yaml", CASE);
    int at = listed(zip);
    zip[at + 5] = 3;
    zip[at + 40] = (byte) 0100644;
    zip[at + 41] = (byte) (0100644 >> 8);
    assertThat(BundleReader.read("case.zip", zip).texts()).hasSize(1);
  }

  @Test
  void whatIsEncryptedIsRefusedWithAWayOut() {
    byte[] zip = zip("case.yaml", CASE);
    zip[listed(zip) + 8] = 9;
    refuses(zip, "is encrypted", "with its password");
    byte[] hidden = zip("case.yaml", CASE);
    hidden[6] = 9;
    refuses(hidden, "is damaged");
  }

  @Test
  void aBombIsRefusedWhateverItSaysAboutItsSize() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("case.yaml"));
      zip.write(CASE.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 3; i++) {
        zip.putNextEntry(new ZipEntry("raw/" + i));
        byte[] zeros = new byte[1 << 20];
        for (int j = 0; j < 30; j++) {
          zip.write(zeros);
        }
      }
    }
    assertThat(out.size()).isLessThan(200_000);
    refuses(out.toByteArray(), "unpacks to more than 64 MiB");
    byte[] lying = out.toByteArray();
    for (int at = listed(lying); at > 0 && at < lying.length - 46; at++) {
      if (lying[at] == 'P' && lying[at + 1] == 'K' && lying[at + 2] == 1) {
        Arrays.fill(lying, at + 24, at + 28, (byte) 0);
      }
    }
    refuses(lying, "unpacks to more than 64 MiB");
  }

  @Test
  void tooManyFilesAreRefused() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    IntStream.range(0, 2001).forEach(i -> files.put("raw/" + i, new byte[0]));
    refuses(zip(files), "holds more than 2000 files");
  }

  @Test
  void aZipFileWithoutACaseIsRefused() {
    refuses(zip("readme.txt", "x"), "holds no case.yaml", "must lie at its top");
    refuses(zip("case/case.yaml", CASE), "holds no case.yaml");
    byte[] empty = new byte[22];
    empty[0] = 'P';
    empty[1] = 'K';
    empty[2] = 5;
    empty[3] = 6;
    refuses(empty, "holds no case.yaml");
  }

  @Test
  void aFileThatWasCutIsRefusedWhereverItWasCut() {
    byte[] zip = zip("case.yaml", CASE.repeat(20), "raw/x", "y".repeat(100));
    for (int length = 4; length < zip.length; length++) {
      refuses(Arrays.copyOf(zip, length), "damaged, or not all of it is here");
    }
  }

  @Test
  void aFileWithNoiseInItIsReadOrRefusedButNeverBreaksTheReader() {
    byte[] zip =
        Unzipped.of(
                new Bundle(new RandomCases(3).grouped(), java.util.List.of(), "1.2.3", "abcdef"))
            .zip();
    Case whole = BundleReader.read("case.zip", zip);
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      byte[] noisy = zip.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(BundleReader.read("case.zip", noisy)).isEqualTo(whole);
      } catch (InputException e) {
        assertThat(e).hasMessageStartingWith("case.zip");
      }
    }
  }

  @Test
  void aListThatDoesNotFitTheContentIsRefused() {
    byte[] zip = zip("case.yaml", CASE);
    int at = listed(zip);
    zip[at + 46] = 'b';
    refuses(zip, "its list of contents does not fit");
  }

  @Test
  void aCaseThatWasChangedByHandIsRefusedWithAWayOut() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Bundle bundle = new Bundle(Case.ofText("a", "denied"), java.util.List.of(), "1.2.3", "abcdef");
    Unzipped.of(bundle)
        .files()
        .forEach((name, content) -> files.put(name, content.getBytes(StandardCharsets.UTF_8)));
    assertThat(BundleReader.read("case.zip", zip(files)).texts()).hasSize(1);
    files.put("case.yaml", CASE.getBytes(StandardCharsets.UTF_8));
    refuses(zip(files), "damaged or was changed by hand", "give its case.yaml alone");
    files.put("manifest.json", "{}".getBytes(StandardCharsets.UTF_8));
    refuses(zip(files), "damaged or was changed by hand");
    files.put("manifest.json", "[".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    refuses(zip(files), "damaged or was changed by hand");
    files.put("manifest.json", "{\"schemaVersion\":\"2\"}".getBytes(StandardCharsets.UTF_8));
    refuses(zip(files), "newer acr-doctor");
    files.remove("manifest.json");
    assertThat(BundleReader.read("case.zip", zip(files)).texts()).hasSize(1);
  }

  @Test
  void aCaseThatIsNoCaseIsRefusedWithItsPlaceInTheBundle() {
    refusesCase(zip("case.yaml", "facts:\n  regsitry: {}\n"), "case.zip/case.yaml:2:3");
    refusesCase(zip("case.yaml", "\u0000\u0001"), "case.zip/case.yaml: not a text");
  }

  private static void refusesCase(byte[] zip, String message) {
    assertThatThrownBy(() -> BundleReader.read("case.zip", zip))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    Path file = folder.resolve("big.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(zip("case.yaml", CASE));
      out.write(new byte[65 << 20]);
    }
    assertThatThrownBy(() -> BundleReader.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger than 64 MiB")
        .hasMessageContaining("case.yaml");
  }
}
