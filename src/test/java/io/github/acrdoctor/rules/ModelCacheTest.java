package io.github.acrdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {
  @TempDir private Path folder;

  private final CompiledModel model =
      new CompiledModel(List.of("causes.A"), Map.of("causes.A", new byte[] {1, 2, 3}));

  @Test
  void whatIsPutIsFound() {
    ModelCache cache = new ModelCache(folder);
    cache.put("0a", model);
    assertThat(cache.get("0a"))
        .hasValueSatisfying(m -> assertThat(m.classes().get("causes.A")).containsExactly(1, 2, 3));
    assertThat(cache.get("0b")).isEmpty();
  }

  @Test
  void aDamagedEntryCountsAsMissing() throws IOException {
    ModelCache cache = new ModelCache(folder);
    cache.put("0a", model);
    byte[] bytes = Files.readAllBytes(folder.resolve("0a"));
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      Files.write(folder.resolve("0a"), damaged);
      assertThat(cache.get("0a")).as("byte %d", i).isEmpty();
    }
    Files.write(folder.resolve("0a"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(cache.get("0a")).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenOnlyCostsTime() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ModelCache cache = new ModelCache(file.resolve("below"));
    cache.put("0a", model);
    assertThat(cache.get("0a")).isEmpty();
  }
}
