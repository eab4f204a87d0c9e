package io.github.acrdoctor.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.acrdoctor.facts.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads the JSON of strangers: whatever it is, it comes back as a tree or as nothing. */
public final class Json {
  private static final int DEEPEST = 50;
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private Json() {}

  /**
   * Reads a document.
   *
   * @param text may be anything; null counts as empty
   * @return a missing node when it is not JSON
   */
  public static JsonNode read(String text) {
    if (text == null || text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * A value as an answer.
   *
   * @param node true, false, or one of the words Azure uses
   * @return {@link Answer#UNKNOWN} when it is missing or says neither
   */
  public static Answer answer(JsonNode node) {
    return Answer.parse(node.asText("unknown")).orElse(Answer.UNKNOWN);
  }

  /**
   * A value as a text.
   *
   * @param node a value
   * @return null when it is missing, null, or not a single value
   */
  public static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }

  /**
   * A value as a moment.
   *
   * @param node a time as Azure writes it
   * @return null when it is missing or no time
   */
  public static Instant time(JsonNode node) {
    String text = text(node);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.trim().replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      return withoutZone(text.trim().replace(' ', 'T'));
    }
  }

  /** Azure writes some times without a zone; they are in UTC. */
  private static Instant withoutZone(String text) {
    try {
      return OffsetDateTime.parse(text + "Z").toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
