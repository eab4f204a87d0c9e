package io.github.acrdoctor.facts;

import java.util.List;
import java.util.Map;

/** A piece of a YAML or JSON document that remembers where it stood. */
public sealed interface Doc {
  /**
   * Where the piece starts.
   *
   * @return never null
   */
  Position at();

  /**
   * A place in a document.
   *
   * @param line from 1
   * @param column from 1
   */
  record Position(int line, int column) {}

  /**
   * A single value.
   *
   * @param text the value as written, without quotes; null for null
   * @param at where it stood
   */
  record Scalar(String text, Position at) implements Doc {}

  /**
   * A list.
   *
   * @param items its items, in order
   * @param at where it started
   */
  record Items(List<Doc> items, Position at) implements Doc {}

  /**
   * A mapping.
   *
   * @param fields its values by key, in order
   * @param keys where each key stood
   * @param at where it started
   */
  record Fields(Map<String, Doc> fields, Map<String, Position> keys, Position at) implements Doc {
    /**
     * The value of a key.
     *
     * @param key the key
     * @return null when the mapping does not have it
     */
    public Doc get(String key) {
      return fields.get(key);
    }
  }

  /**
   * The kind of the piece, for messages.
   *
   * @return a noun with its article
   */
  default String kind() {
    if (this instanceof Scalar scalar) {
      return scalar.text() == null ? "nothing" : "a single value";
    }
    return this instanceof Items ? "a list" : "a mapping";
  }
}
