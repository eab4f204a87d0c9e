package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.rules.KnowledgeFiles;
import java.util.HashMap;
import java.util.Map;

/** Finds out where the parts of YAML lists stand; reads a file when it is first asked about. */
final class YamlSpots {
  private final KnowledgeFiles files;
  private final Map<String, Doc> docs = new HashMap<>();

  YamlSpots(KnowledgeFiles files) {
    this.files = files;
  }

  /**
   * Where a part of a list's item stands.
   *
   * @param file a file that holds a list of mappings
   * @param line line at which the item starts
   * @param path keys and positions that lead from the item to the part
   * @return the item's own place when there is no such part
   */
  Spot of(String file, int line, Object... path) {
    Doc doc = item(docs.computeIfAbsent(file, this::read), line);
    if (doc == null) {
      return new Spot(line, 1);
    }
    Spot spot = new Spot(doc.at().line(), doc.at().column());
    for (Object step : path) {
      if (doc instanceof Doc.Fields fields && fields.fields().containsKey(step)) {
        doc = fields.fields().get(step);
      } else if (doc instanceof Doc.Items items
          && step instanceof Integer number
          && number < items.items().size()) {
        doc = items.items().get(number);
      } else {
        return spot;
      }
      spot = new Spot(doc.at().line(), doc.at().column());
    }
    return spot;
  }

  private Doc read(String file) {
    try {
      return DocReader.read(file, files.texts().getOrDefault(file, ""));
    } catch (InputException e) {
      return null;
    }
  }

  private static Doc item(Doc list, int line) {
    if (list instanceof Doc.Items items) {
      for (Doc item : items.items()) {
        if (item.at().line() == line) {
          return item;
        }
      }
    }
    return null;
  }
}
