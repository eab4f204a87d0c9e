package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what {@code kubectl get -o yaml} printed among the lines of a file. */
final class YamlPieces {
  /** Larger documents are not read; a pod takes some 10,000 characters. */
  private static final int LARGEST = 2 << 20;

  private static final int MOST = 200;
  private static final Pattern FIRST = Pattern.compile("apiVersion: \\S.*");
  private static final Pattern INSIDE = Pattern.compile(" .*|- .*|[A-Za-z]{2,40}:(?: .*)?|");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlPieces() {}

  /**
   * Finds the documents.
   *
   * @param lines the lines of a file
   * @return in order, as the JSON that they stand for
   */
  static List<JsonPieces.Piece> of(Lines lines) {
    List<JsonPieces.Piece> pieces = new ArrayList<>();
    int i = 0;
    while (i < lines.count() && pieces.size() < MOST) {
      int end = i + 1;
      if (lines.match(i, FIRST) != null) {
        end = lines.end(i, INSIDE);
        JsonNode json = read(lines.text(i, end));
        if (json != null) {
          pieces.add(new JsonPieces.Piece(i, end, json));
        }
      }
      i = end;
    }
    return pieces;
  }

  private static JsonNode read(String text) {
    try {
      return text.length() > LARGEST ? null : json(DocReader.read("yaml", text));
    } catch (InputException e) {
      return null;
    }
  }

  private static JsonNode json(Doc doc) {
    if (doc instanceof Doc.Fields fields) {
      ObjectNode object = NODES.objectNode();
      fields.fields().forEach((name, value) -> object.set(name, json(value)));
      return object;
    } else if (doc instanceof Doc.Items items) {
      ArrayNode array = NODES.arrayNode();
      items.items().forEach(item -> array.add(json(item)));
      return array;
    }
    String text = ((Doc.Scalar) doc).text();
    return text == null ? NODES.nullNode() : NODES.textNode(text);
  }
}
