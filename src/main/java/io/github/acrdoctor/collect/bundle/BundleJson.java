package io.github.acrdoctor.collect.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.acrdoctor.collect.Asked;
import io.github.acrdoctor.facts.Case;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes the files of a bundle that programs read. */
final class BundleJson {
  private BundleJson() {}

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** What was asked, one question a line. */
  static byte[] asked(List<RawAnswers.Answered> answered) {
    return write(
        false,
        json -> {
          for (RawAnswers.Answered one : answered) {
            question(json, one);
            json.writeRaw('\n');
          }
        });
  }

  private static void question(JsonGenerator json, RawAnswers.Answered one) throws IOException {
    Asked asked = one.asked();
    json.writeStartObject();
    json.writeStringField("collector", asked.collector());
    json.writeStringField("what", asked.what());
    json.writeStringField("at", String.valueOf(asked.at()));
    json.writeNumberField("millis", asked.millis());
    json.writeStringField("outcome", asked.outcome());
    json.writeStringField("file", one.file());
    if (one.isLeftOut()) {
      json.writeBooleanField("leftOut", true);
    }
    json.writeEndObject();
  }

  /** What was hidden, and where. */
  static byte[] redactions(Redactions redactions) {
    return write(
        true,
        json -> {
          json.writeStartObject();
          json.writeStringField("schemaVersion", BundleFormat.VERSION);
          json.writeObjectFieldStart("counts");
          for (Map.Entry<String, Integer> count : redactions.counts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
          }
          json.writeEndObject();
          json.writeArrayFieldStart("redactions");
          for (Redactions.Place place : redactions.places()) {
            json.writeStartObject();
            json.writeStringField("kind", place.kind());
            json.writeStringField("file", place.file());
            json.writeNumberField("line", place.line());
            json.writeNumberField("column", place.column());
            json.writeStringField("tag", place.tag());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** What the bundle holds. */
  static byte[] manifest(Case input, String version, String knowledge, Map<String, byte[]> files) {
    return write(
        true,
        json -> {
          json.writeStartObject();
          json.writeStringField("schemaVersion", BundleFormat.VERSION);
          json.writeStringField("version", version);
          json.writeStringField("knowledge", knowledge);
          json.writeStringField("created", input.now() == null ? null : input.now().toString());
          json.writeObjectFieldStart("sha256");
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            json.writeStringField(file.getKey(), BundleFormat.sha256(file.getValue()));
          }
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static byte[] write(boolean pretty, Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      // The line end of this machine must not show: equal bundles have equal bytes.
      json.setPrettyPrinter(pretty ? printer() : null);
      json.setRootValueSeparator(null);
      body.write(json);
      if (pretty) {
        json.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return out.toByteArray();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    com.fasterxml.jackson.core.util.DefaultIndenter indenter =
        new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n");
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
