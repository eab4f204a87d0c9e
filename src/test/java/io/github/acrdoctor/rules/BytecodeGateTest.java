package io.github.acrdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BytecodeGateTest {
  private static byte[] code(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  private static List<String> judge(Class<?> type) throws IOException {
    return BytecodeGate.check(new CompiledModel(List.of(), Map.of(type.getName(), code(type))));
  }

  static final class Exits {
    static void run() {
      System.exit(1);
    }
  }

  static final class Reads {
    static Object run() throws IOException {
      return new java.io.FileInputStream("/etc/passwd");
    }
  }

  static final class Copies {
    static void run(int[] a) {
      System.arraycopy(a, 0, a, 0, 1);
    }
  }

  static final class Lambda {
    static Runnable run() {
      return () -> Runtime.getRuntime().halt(1);
    }
  }

  @Test
  void classesThatReachTheProcessOrTheFilesAreRefused() throws IOException {
    assertThat(judge(Exits.class)).contains("java.lang.System#exit");
    assertThat(judge(Reads.class)).contains("java.io.FileInputStream");
    assertThat(judge(Lambda.class)).contains("java.lang.Runtime");
  }

  @Test
  void methodsAreJudgedAndNotOnlyClasses() throws IOException {
    assertThat(judge(Copies.class)).noneMatch(r -> r.startsWith("java.lang.System"));
  }

  @Test
  void whatIsNoClassFileIsRefused() {
    assertThat(BytecodeGate.check(new CompiledModel(List.of(), Map.of("x", new byte[] {1, 2, 3}))))
        .isNotEmpty();
  }

  @Test
  void theLoaderOfRulesSeesNothingElse() {
    RestrictedLoader loader = new RestrictedLoader(Map.of());
    assertThatThrownBy(() -> loader.loadClass("java.lang.Runtime"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> loader.loadClass("java.io.File"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
