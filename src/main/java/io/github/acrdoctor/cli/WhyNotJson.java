package io.github.acrdoctor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.diagnosis.ConditionStory;
import io.github.acrdoctor.diagnosis.Lack;
import io.github.acrdoctor.diagnosis.Rival;
import io.github.acrdoctor.diagnosis.RuleStory;
import io.github.acrdoctor.diagnosis.WhyNot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Why a cause is, or is not, the answer, as JSON. */
final class WhyNotJson {
  private final JsonGenerator json;

  private WhyNotJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole document, with a line end. */
  static String of(WhyNot why) {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      new WhyNotJson(json).write(why);
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return writer.append('\n').toString();
  }

  private void write(WhyNot why) throws IOException {
    json.writeStartObject();
    json.writeStringField("schemaVersion", "1");
    json.writeStringField("cause", why.cause().id());
    json.writeStringField("title", why.cause().title());
    json.writeNumberField("probability", why.probability());
    json.writeNumberField("rank", why.rank());
    if (why.first() != null) {
      json.writeObjectFieldStart("first");
      json.writeStringField("cause", why.first().cause());
      json.writeNumberField("probability", why.first().probability());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("rivals");
    for (Rival rival : why.rivals()) {
      write(rival);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rules");
    for (RuleStory rule : why.rules()) {
      write(json, rule);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Rival rival) throws IOException {
    json.writeStartObject();
    json.writeStringField("cause", rival.cause());
    json.writeStringField("title", rival.title());
    json.writeNumberField("probability", rival.probability());
    json.writeStringField("strength", rival.strength());
    json.writeStringField("reason", rival.reason());
    strings(json, "facts", rival.facts());
    json.writeEndObject();
  }

  /** A rule with its conditions. */
  static void write(JsonGenerator json, RuleStory rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("strength", rule.strength());
    json.writeStringField("reason", rule.reason());
    json.writeStringField("rule", rule.file() + ":" + rule.line());
    json.writeBooleanField("fires", rule.fires());
    json.writeArrayFieldStart("conditions");
    for (ConditionStory condition : rule.conditions()) {
      json.writeStartObject();
      json.writeStringField("text", condition.text());
      json.writeNumberField("line", condition.line());
      json.writeBooleanField("held", condition.held());
      strings(json, "by", condition.by());
      json.writeArrayFieldStart("lacks");
      for (Lack lack : condition.lacks()) {
        write(json, lack);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Lack lack) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", lack.text());
    json.writeStringField("fact", lack.fact());
    json.writeStringField("field", lack.field());
    json.writeStringField("is", lack.is());
    json.writeStringField("wants", lack.wants());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
