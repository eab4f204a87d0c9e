package io.github.acrdoctor.cli;

import io.github.acrdoctor.rules.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docs/lint.md: one section for each kind of problem, with an example that is wrong. */
final class LintPage {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^~~~(?<language>\\w+)(?<rest>[^\\n]*)\\n(?<text>.*?)^~~~$");

  /**
   * One kind of problem.
   *
   * @param id its name
   * @param severity errors or warnings, as the part of the page is called
   * @param words what stands before the examples
   * @param says what the linter says about the wrong form
   */
  record Section(
      String id, String severity, String words, List<Block> wrong, String says, List<Block> right) {
    /** The small knowledge base with the wrong form in place of the right one. */
    KnowledgeFiles broken(KnowledgeFiles sound) {
      Map<String, String> texts = new TreeMap<>(sound.texts());
      for (int i = 0; i < wrong.size(); i++) {
        wrong.get(i).into(texts, i < right.size() ? right.get(i) : null);
      }
      return new KnowledgeFiles(texts);
    }
  }

  /** A part of a file; the mode says whether the file is new, large or gone. */
  record Block(String file, String mode, String text) {
    void into(Map<String, String> texts, Block right) {
      switch (mode) {
        case "gone" -> texts.remove(file);
        case "new" -> texts.put(file, text);
        case "large" -> texts.put(file, text + "// again and again\n".repeat(4000));
        default -> {
          if (!texts.get(file).contains(right.text())) {
            throw new IllegalStateException("the right form is not in " + file + ": " + right);
          }
          texts.put(file, texts.get(file).replace(right.text(), text));
        }
      }
    }
  }

  private LintPage() {}

  static List<Section> read(Path page) throws IOException {
    List<Section> sections = new ArrayList<>();
    String severity = "";
    for (String part : parts(Files.readString(page))) {
      if (part.startsWith("## ")) {
        sections.add(section(severity, part));
      } else {
        severity = part.lines().findFirst().orElseThrow().substring(2);
      }
    }
    return sections;
  }

  /** The page cut at its headings; what looks like one in an example is none. */
  private static List<String> parts(String page) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean example = false;
    for (String line : page.split("\n", -1)) {
      example ^= line.startsWith("~~~");
      if (!example && line.matches("##? .*") && !part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(line).append('\n');
    }
    parts.add(part.toString());
    return parts;
  }

  private static Section section(String severity, String part) {
    List<Block> wrong = new ArrayList<>();
    List<Block> right = new ArrayList<>();
    String says = null;
    Matcher block = BLOCK.matcher(part);
    while (block.find()) {
      if (block.group("language").equals("text")) {
        says = block.group("text").strip();
      } else {
        String[] rest = block.group("rest").strip().split(" ", -1);
        Block read =
            new Block("rules/" + rest[0], rest.length > 1 ? rest[1] : "", block.group("text"));
        (says == null ? wrong : right).add(read);
      }
    }
    String[] head = part.split("\n", 2);
    String words = head[1].split("(?m)^(Wrong|~~~)", 2)[0].strip();
    return new Section(head[0].substring(3), severity, words, wrong, says, right);
  }
}
