package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the JSON documents among the lines of a file: each starts with a line and ends with one,
 * whatever programs printed between them.
 */
final class JsonPieces {
  /** Larger files are not searched: their tree would need many times as much memory. */
  private static final int LARGEST = 16 << 20;

  /** What an attempt costs beside what it reads, in characters. */
  private static final int ATTEMPT = 500;

  private static final int DEEPEST = 50;
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private final Lines lines;
  private final char[] text;
  private final List<Piece> pieces = new ArrayList<>();

  /** So much may be read in vain, that a hostile file costs no more than its length is worth. */
  private long budget = LARGEST;

  private JsonPieces(Lines lines, String text) {
    this.lines = lines;
    this.text = text.toCharArray();
  }

  /**
   * A document.
   *
   * @param from its first line
   * @param to the line behind its last
   * @param json an object or an array
   */
  record Piece(int from, int to, JsonNode json) {}

  /**
   * Finds the documents, and those of Kubernetes that are written in YAML.
   *
   * @param lines the lines of a file
   * @return those in JSON in order, then the others
   */
  static List<Piece> of(Lines lines) {
    String text = lines.rest();
    if (text.length() > LARGEST) {
      return List.of();
    }
    JsonPieces search = new JsonPieces(lines, text);
    search.search();
    search.pieces.addAll(YamlPieces.of(lines));
    return search.pieces;
  }

  private void search() {
    int offset = 0;
    int i = 0;
    while (i < lines.count() && budget > 0) {
      int end = lines.opensJson(i) ? end(offset, i) : offset;
      // A document ends with its line: what follows on it belongs to something else.
      int next = i + 1;
      offset += lines.length(i) + 1;
      while (next < lines.count() && offset <= end) {
        offset += lines.length(next) + 1;
        next++;
      }
      i = next;
    }
  }

  /** Where the document that starts at a place ends; the place itself when there is none. */
  private int end(int offset, int line) {
    try (JsonParser parser = MAPPER.getFactory().createParser(text, offset, text.length - offset)) {
      budget -= ATTEMPT;
      long read = 0;
      try {
        JsonNode json = MAPPER.readTree(parser);
        read = parser.currentLocation().getCharOffset();
        int end = offset + (int) read;
        if (json.isContainerNode() && isEndOfLine(end)) {
          pieces.add(new Piece(line, line + 1 + breaks(offset, end), json));
          return end;
        }
      } catch (IOException e) {
        read = parser.currentLocation().getCharOffset();
      }
      budget -= read;
    } catch (IOException e) {
      budget = 0;
    }
    return offset;
  }

  /** A comma follows where the beginning of a list is missing. */
  private boolean isEndOfLine(int at) {
    int end = at < text.length && text[at] == ',' ? at + 1 : at;
    while (end < text.length && (text[end] == ' ' || text[end] == '\t')) {
      end++;
    }
    return end >= text.length || text[end] == '\n';
  }

  private int breaks(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      breaks += text[i] == '\n' ? 1 : 0;
    }
    return breaks;
  }
}
