package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the program, in this process.
 *
 * @param code exit code
 * @param out what it printed as its result
 * @param err what it complained about
 */
record Run(int code, String out, String err) {
  /** A line that every knowledge base of ours recognises. */
  static final String DENIED = "denied: client with IP '203.0.113.16' is not allowed access.";

  /** The cause that it names first. */
  static final String CAUSE = "client-ip-not-allowed";

  private static final ObjectMapper JSON = new ObjectMapper();

  static Run of(String... args) {
    return with("", args);
  }

  static Run with(String input, String... args) {
    return with(input.getBytes(StandardCharsets.UTF_8), args);
  }

  static Run with(byte[] input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(new ByteArrayInputStream(input), new PrintWriter(out), new PrintWriter(err), args);
    return new Run(code, out.toString(), err.toString());
  }

  static String file(Path folder, String name, String content) {
    return file(folder, name, content.getBytes(StandardCharsets.UTF_8));
  }

  static String file(Path folder, String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  JsonNode json() {
    return json(out);
  }

  /** The reports of a batch, one for each line. */
  List<JsonNode> reports() {
    return out.lines().map(Run::json).toList();
  }

  String topCause() {
    return json().at("/diagnoses/0/cause").asText();
  }

  /** Wrong input: exit code 2, nothing on standard output, one message, no stack trace. */
  void isRefused(String... message) {
    isRefused(ExitCode.USAGE, message);
  }

  void isRefused(int expected, String... message) {
    assertThat(err).contains(message).doesNotContain("\tat ", "Exception", "fault of acr-doctor");
    assertThat(code).as(err).isEqualTo(expected);
    assertThat(out).isEmpty();
  }

  void hasDiagnosed(String cause) {
    assertThat(code).as(err).isEqualTo(ExitCode.DIAGNOSED);
    assertThat(err).isEmpty();
    assertThat(topCause()).isEqualTo(cause);
  }
}
