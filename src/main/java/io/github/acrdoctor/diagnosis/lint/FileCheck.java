package io.github.acrdoctor.diagnosis.lint;

import io.github.acrdoctor.facts.Nearest;
import io.github.acrdoctor.facts.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether files are named and placed so that they are read. */
final class FileCheck {
  private static final Set<String> AT_THE_TOP =
      Set.of(
          "README.md",
          "VOCABULARY.md",
          "imports.drl",
          "weights.yaml",
          "links.yaml",
          "probes.yaml",
          "style.yaml");
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private FileCheck() {}

  static List<Problem> problems(LintSubject subject) {
    List<Problem> problems = new ArrayList<>();
    for (String path : subject.files().texts().keySet()) {
      String[] parts = path.split("/", -1);
      if (!isRead(parts)) {
        problems.add(
            whole(
                "stray-file",
                path,
                "nothing reads this file",
                parts.length == 2
                    ? Nearest.advice(parts[1], AT_THE_TOP)
                    : "rules/README.md says where files go"));
      } else if ((parts.length == 3 && !isKebab(parts[1])) || !isKebab(stem(parts))) {
        problems.add(
            whole(
                "file-name",
                path,
                "the name is not in small letters with hyphens",
                "name it like rules/network/dns-failure.drl"));
      }
    }
    return problems;
  }

  private static boolean isRead(String[] parts) {
    String name = parts[parts.length - 1];
    if (parts.length == 2) {
      return AT_THE_TOP.contains(name);
    }
    return parts.length == 3
        && switch (parts[1]) {
          case "symptoms", "questions" -> name.endsWith(".yaml") && !name.endsWith(".cases.yaml");
          case "concepts" -> name.endsWith(".drl");
          case "contradictions" -> name.endsWith(".drl") || name.endsWith(".cases.yaml");
          default -> !name.endsWith(".yaml") || name.endsWith(".cases.yaml");
        };
  }

  private static String stem(String[] parts) {
    return parts.length == 2
        ? "top"
        : parts[2].replaceAll("(\\.cases\\.yaml|\\.yaml|\\.drl|\\.md)$", "");
  }

  private static boolean isKebab(String name) {
    return KEBAB.matcher(name).matches();
  }

  private static Problem whole(String id, String file, String message, String advice) {
    return new Problem(id, file, 0, 0, message, advice);
  }
}
