package io.github.acrdoctor.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the JSON Schema of case files, read off the records, for editors and other programs. */
public final class CaseSchema {
  private CaseSchema() {}

  /**
   * The schema.
   *
   * @return a JSON document, draft 2020-12
   */
  public static String json() {
    StringWriter writer = new StringWriter();
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
      json.writeStringField("title", "acr-doctor case");
      json.writeStringField("type", "object");
      json.writeBooleanField("additionalProperties", false);
      json.writeObjectFieldStart("properties");
      string(json, "id", "the reporter's own number");
      time(json, "now", "the moment to judge at; the present when it is missing");
      texts(json);
      facts(json);
      json.writeObjectFieldStart("expect");
      json.writeStringField("description", "samples only: the ranking that must come out");
      json.writeEndObject();
      string(json, "name", "what the case shows");
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.append('\n').toString();
  }

  private static void texts(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("texts");
    json.writeStringField("description", "what somebody pasted, or logs");
    oneOrMany(
        json,
        () -> {
          json.writeStringField("type", "object");
          json.writeBooleanField("additionalProperties", false);
          json.writeObjectFieldStart("properties");
          string(json, "source", "where the text comes from");
          string(json, "text", "the text itself");
          json.writeEndObject();
          json.writeArrayFieldStart("required");
          json.writeString("text");
          json.writeEndArray();
        },
        true);
    json.writeEndObject();
  }

  private static void facts(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("facts");
    json.writeStringField("type", "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, Class<?>> entry : FactTypes.byKey().entrySet()) {
      Class<?> type = entry.getValue();
      if (type != Clock.class && type != Concept.class) {
        json.writeObjectFieldStart(entry.getKey());
        json.writeStringField("description", type.getAnnotation(About.class).value());
        oneOrMany(json, () -> fact(json, type), false);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void fact(JsonGenerator json, Class<?> type) throws IOException {
    json.writeStringField("type", "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    for (RecordComponent field : FactTypes.fields(type)) {
      json.writeObjectFieldStart(field.getName());
      json.writeStringField("description", field.getAnnotation(About.class).value());
      fieldType(json, field.getType());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void fieldType(JsonGenerator json, Class<?> type) throws IOException {
    if (type == Answer.class) {
      json.writeArrayFieldStart("enum");
      for (String word :
          List.of(
              "yes",
              "no",
              "unknown",
              "true",
              "false",
              "Enabled",
              "Disabled",
              "enabled",
              "disabled")) {
        json.writeString(word);
      }
      json.writeBoolean(true);
      json.writeBoolean(false);
      json.writeNull();
      json.writeEndArray();
    } else if (type == Instant.class) {
      types(json, "string", "null");
    } else if (type == List.class) {
      types(json, "array", "string", "number", "boolean", "null");
    } else if (type == Map.class) {
      types(json, "object", "null");
    } else if (type == String.class) {
      types(json, "string", "number", "boolean", "null");
    } else {
      types(json, "integer", "string", "null");
    }
  }

  private static void types(JsonGenerator json, String... names) throws IOException {
    json.writeArrayFieldStart("type");
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }

  private interface Body {
    void write() throws IOException;
  }

  private static void oneOrMany(JsonGenerator json, Body body, boolean orString)
      throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    one(json, body, orString);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    one(json, body, orString);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void one(JsonGenerator json, Body body, boolean orString) throws IOException {
    if (!orString) {
      body.write();
      return;
    }
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeStringField("type", "string");
    json.writeEndObject();
    json.writeStartObject();
    body.write();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void string(JsonGenerator json, String name, String description)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", description);
    types(json, "string", "number", "null");
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String name, String description) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("description", description);
    types(json, "string", "null");
    json.writeEndObject();
  }
}
