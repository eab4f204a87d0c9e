package io.github.acrdoctor.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;

/**
 * Numbers the properties of fact types in alphabetical order in generated sources. Drools numbers
 * them in the order in which Java lists methods, which is another one in each process, so that the
 * same rules would give another jar. Any order serves.
 */
final class SortedProperties {
  private static final Pattern RUN = Pattern.compile("(?:[ ]*case \"[^\"]+\": return \\d+;\\n)+");
  private static final Pattern CASE = Pattern.compile("case \"([^\"]+)\": return \\d+;");

  private SortedProperties() {}

  static void sort(MemoryFileSystem sources, String file) {
    byte[] bytes = sources.getBytes(file);
    if (bytes == null || !file.contains("DomainClassesMetadata")) {
      return;
    }
    Matcher runs = RUN.matcher(new String(bytes, StandardCharsets.UTF_8));
    StringBuilder sorted = new StringBuilder();
    while (runs.find()) {
      runs.appendReplacement(sorted, Matcher.quoteReplacement(renumbered(runs.group())));
    }
    runs.appendTail(sorted);
    sources.write(file, sorted.toString().getBytes(StandardCharsets.UTF_8), true);
  }

  private static String renumbered(String run) {
    List<String> names = new ArrayList<>();
    Matcher cases = CASE.matcher(run);
    while (cases.find()) {
      names.add(cases.group(1));
    }
    Collections.sort(names);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append("                case \"")
          .append(names.get(i))
          .append("\": return ")
          .append(i)
          .append(";\n");
    }
    return text.toString();
  }
}
