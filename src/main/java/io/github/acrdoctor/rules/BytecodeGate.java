package io.github.acrdoctor.rules;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Symptom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * The second look at a rule file: every class, method and field that its compiled classes refer to
 * must be on the list in {@code allowed-in-rules.txt}.
 */
final class BytecodeGate {
  private static final Set<String> ALLOWED = read();

  private BytecodeGate() {}

  /**
   * Checks the classes of a model before any of them is loaded.
   *
   * @param model the classes
   * @return what they refer to and must not, in alphabetical order; empty when all is well
   */
  static List<String> check(CompiledModel model) {
    Set<String> refused = new TreeSet<>();
    References references = new References();
    for (byte[] code : model.classes().values()) {
      try {
        new ClassReader(code).accept(references, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      } catch (RuntimeException e) {
        refused.add("a class file that cannot be read");
      }
    }
    Set<String> own = model.classes().keySet();
    for (String reference : references.all()) {
      String owner =
          reference.contains("#") ? reference.substring(0, reference.indexOf('#')) : reference;
      if (!own.contains(owner) && !ALLOWED.contains(reference)) {
        refused.add(reference);
      }
    }
    return List.copyOf(refused);
  }

  static boolean allowsClass(String name) {
    return ALLOWED.contains(name);
  }

  private static Set<String> read() {
    Set<String> lines = new HashSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                BytecodeGate.class.getResourceAsStream("allowed-in-rules.txt"),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .forEach(
              line -> {
                lines.add(line);
                lines.add(line.contains("#") ? line.substring(0, line.indexOf('#')) : line);
              });
    } catch (IOException e) {
      throw new IllegalStateException("the list of what rules may use cannot be read", e);
    }
    addFacts(lines);
    return lines;
  }

  /** Rules may read every field of every fact and ask its questions. */
  private static void addFacts(Set<String> lines) {
    lines.add(Answer.class.getName());
    Arrays.stream(Answer.values()).forEach(a -> lines.add(Answer.class.getName() + "#" + a.name()));
    for (Class<?> type : FactTypes.byKey().values()) {
      lines.add(type.getName());
      FactTypes.fields(type).forEach(field -> lines.add(type.getName() + "#" + field.getName()));
      Arrays.stream(type.getDeclaredMethods())
          .filter(ConstraintParser::isQuestion)
          .forEach(method -> lines.add(type.getName() + "#" + method.getName()));
    }
    SymptomFields.CAPTURES.forEach(name -> lines.add(Symptom.class.getName() + "#" + name));
  }
}
