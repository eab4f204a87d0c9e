package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.NotCollected;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void filesAreReadInTheOrderOfTheirNames() throws IOException {
    write("b.txt", "second");
    write("a/z.txt", "first");
    write("c.txt", "third");
    assertThat(Folder.read(folder).texts())
        .containsExactly(
            new Text("a/z.txt", "first"), new Text("b.txt", "second"), new Text("c.txt", "third"));
  }

  @Test
  void oneFileHelpsToReadAnother() throws IOException {
    write(
        "a-roles.json",
        """
        [{"principalId": "p", "roleDefinitionId": "r", "roleDefinitionName": "AcrPull",
          "scope": "%s/resourceGroups/rg-prod"}]
        """
            .formatted(RegistryImportsTest.SUBSCRIPTION));
    write("b-registry.json", RegistryImportsTest.SHOWN);
    assertThat(Folder.read(folder).facts())
        .hasAtLeastOneElementOfType(Registry.class)
        .anyMatch(
            fact -> fact instanceof RoleAssignment role && role.coversRegistry() == Answer.YES);
  }

  @Test
  void theSameSaidTwiceIsOneFact() throws IOException {
    write("a.json", RegistryImportsTest.SHOWN);
    write("b.json", "[" + RegistryImportsTest.SHOWN + "]");
    assertThat(Folder.read(folder).facts()).filteredOn(Registry.class::isInstance).hasSize(1);
  }

  @Test
  void aSingleFileIsReadUnderItsName() throws IOException {
    write("only.txt", "denied");
    assertThat(Folder.read(folder.resolve("only.txt")).texts())
        .containsExactly(new Text("only.txt", "denied"));
  }

  @Test
  void filesOfOtherEncodingsAreTexts() throws IOException {
    Files.write(folder.resolve("w.txt"), "\ufeffdenied".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Folder.read(folder).texts()).containsExactly(new Text("w.txt", "denied"));
  }

  @Test
  void binaryAndHugeFilesAreSkippedAndSaidToBe() throws IOException {
    Files.write(folder.resolve("core.bin"), new byte[] {0, 1, 2, 3, 0, 0, 0, 7});
    Files.write(folder.resolve("huge.log"), new byte[(64 << 20) + 1]);
    write("z.txt", "denied");
    Collected collected = Folder.read(folder);
    assertThat(collected.texts()).containsExactly(new Text("z.txt", "denied"));
    assertThat(collected.facts())
        .hasSize(2)
        .allMatch(NotCollected.class::isInstance)
        .anyMatch(fact -> fact.toString().contains("core.bin"))
        .anyMatch(fact -> fact.toString().contains("huge.log"));
  }

  @Test
  void linksAreNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.txt"), "not sent");
    try {
      Files.createSymbolicLink(folder.resolve("file"), elsewhere.resolve("secret.txt"));
      Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "this machine makes no links");
    }
    assertThat(Folder.read(folder)).isEqualTo(Collected.NOTHING);
  }

  @Test
  void tooManyAndTooDeepFilesAreLeftOut() throws IOException {
    for (int i = 0; i < 1001; i++) {
      write("f%04d.txt".formatted(i), "x" + i);
    }
    write("1/2/3/4/5/6/deep.txt", "deep");
    Collected collected = Folder.read(folder);
    assertThat(collected.texts()).hasSize(1000).noneMatch(text -> text.text().equals("deep"));
    assertThat(collected.facts())
        .containsExactly(
            new NotCollected(
                "text",
                "only the first 1000 files were read",
                "send the outputs that matter, as texts"));
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Folder.read(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none");
  }
}
