package io.github.acrdoctor.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.acrdoctor.facts.Doc.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML and JSON into {@link Doc}s; hostile documents are refused with a place. */
public final class DocReader {
  /** Levels of nesting that any of our formats could need, and then some. */
  static final int MAX_DEPTH = 50;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(64 << 20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private DocReader() {}

  /**
   * Reads a document; what starts with a brace is read as JSON, all else as YAML.
   *
   * @param name name of the document for messages
   * @param text the document
   * @return the document
   * @throws InputException when it cannot be read
   */
  public static Doc read(String name, String text) {
    return text.stripLeading().startsWith("{") ? json(name, text) : YamlReader.read(name, text);
  }

  /**
   * Reads JSON.
   *
   * @param name name of the document for messages
   * @param text the document
   * @return the document
   * @throws InputException when it is not one JSON value
   */
  public static Doc json(String name, String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new InputException(name, "the document is empty", "");
      }
      Doc doc = value(parser);
      if (parser.nextToken() != null) {
        throw new InputException(
            place(name, parser.currentTokenLocation()),
            "something follows the end of the JSON value",
            "");
      }
      return doc;
    } catch (JsonProcessingException e) {
      String what =
          e.getOriginalMessage().replaceAll("\\s*\\(.*source.*", "").replaceAll("\\s+", " ");
      throw new InputException(place(name, e.getLocation()), "not valid JSON: " + what, "");
    } catch (IOException e) {
      throw new InputException(name, "cannot be read: " + e.getMessage(), "");
    }
  }

  private static Doc value(JsonParser parser) throws IOException {
    Position at = position(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser, at);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Doc> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return new Doc.Items(items, at);
    }
    return new Doc.Scalar(token == JsonToken.VALUE_NULL ? null : parser.getText(), at);
  }

  private static Doc object(JsonParser parser, Position at) throws IOException {
    Map<String, Doc> fields = new LinkedHashMap<>();
    Map<String, Position> keys = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      keys.put(key, position(parser.currentTokenLocation()));
      parser.nextToken();
      fields.put(key, value(parser));
    }
    return new Doc.Fields(fields, keys, at);
  }

  private static Position position(JsonLocation location) {
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static String place(String name, JsonLocation location) {
    return location == null
        ? name
        : name + ":" + location.getLineNr() + ":" + location.getColumnNr();
  }
}
