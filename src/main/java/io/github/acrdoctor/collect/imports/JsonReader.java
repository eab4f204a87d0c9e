package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one kind of JSON object. */
interface JsonReader {
  /**
   * Whether an object is of this kind, by its fields.
   *
   * @param object a JSON object
   * @return true when this reader should read it
   */
  boolean recognises(JsonNode object);

  /**
   * Reads an object that is of this kind.
   *
   * @param object a JSON object
   * @param subject what the files are about
   * @param found takes what it says
   */
  void read(JsonNode object, Subject subject, Found found);
}
