package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Test texts in YAML files: captures of real clients, healthy output, lines of documentation. */
final class Corpus {
  private static final Path RESOURCES = Path.of("src/test/resources");

  private Corpus() {}

  /**
   * One mapping of a corpus file.
   *
   * @param name file and place, for messages
   * @param fields its keys
   */
  record Item(String name, Doc.Fields fields) {
    /** The value of a key; null when it is missing or null. */
    String text(String key) {
      return fields.get(key) instanceof Doc.Scalar scalar ? scalar.text() : null;
    }

    /** The values of a key that holds a list, or a single one. */
    List<String> list(String key) {
      if (fields.get(key) instanceof Doc.Items items) {
        return items.items().stream().map(i -> ((Doc.Scalar) i).text()).toList();
      }
      return text(key) == null ? List.of() : List.of(text(key));
    }

    /** The command line, when there is one, and the text, with the facts. */
    Case input() {
      List<Text> texts = new ArrayList<>();
      if (text("command") != null && !text("command").isBlank()) {
        texts.add(new Text("command", text("command")));
      }
      if (text("text") != null) {
        texts.add(new Text("text", text("text")));
      }
      Map<String, Doc> asCase = new LinkedHashMap<>();
      Map<String, Doc.Position> keys = new LinkedHashMap<>();
      for (String key : List.of("now", "facts")) {
        if (fields.get(key) != null) {
          asCase.put(key, fields.get(key));
          keys.put(key, fields.get(key).at());
        }
      }
      Case rest =
          asCase.isEmpty()
              ? new Case(null, null, List.of(), List.of())
              : CaseReader.read(name, new Doc.Fields(asCase, keys, fields.at()));
      return new Case(null, rest.now(), texts, rest.facts());
    }
  }

  /** All items of a folder's files, in the order of their names. */
  static List<Item> of(String folder) {
    List<Item> items = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = RESOURCES.relativize(file).toString();
        Doc doc = DocReader.read(name, Files.readString(file));
        List<Doc> docs = doc instanceof Doc.Items list ? list.items() : List.of(doc);
        docs.forEach(d -> items.add(new Item(name + ":" + d.at().line(), (Doc.Fields) d)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the corpus cannot be read", e);
    }
    return items;
  }
}
