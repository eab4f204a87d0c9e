package io.github.acrdoctor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.acrdoctor.collect.bundle.BundleReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.TextDecoder;
import io.github.acrdoctor.report.Report;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the cases of a batch come from. */
final class BatchSource implements AutoCloseable {
  private static final List<String> CASES = List.of(".yaml", ".yml", ".json", ".zip");
  private static final List<String> TEXTS = List.of(".txt", ".log");

  private static final int BUFFER = 1 << 16;

  private final Iterator<Item> items;
  private final AutoCloseable resource;

  /**
   * One case that is still to be read.
   *
   * @param name file, or file and line
   * @param text its content
   * @param isCase whether it is a case file and not a bare text
   * @param problem why there is no content; null when there is
   */
  record Item(String name, String text, boolean isCase, InputException problem) {}

  private BatchSource(Iterator<Item> items, AutoCloseable resource) {
    this.items = items;
    this.resource = resource;
  }

  static BatchSource open(String source, InputStream in) {
    if (source.equals("-")) {
      return lines("standard input", in);
    }
    Path path = Path.of(source);
    try {
      if (Files.isDirectory(path)) {
        return folder(path);
      }
      return isBundle(path)
          ? new BatchSource(List.of(file(path)).iterator(), () -> {})
          : lines(source, Files.newInputStream(path));
    } catch (NoSuchFileException e) {
      throw new InputException(source, "there is no such file or folder", "");
    } catch (AccessDeniedException e) {
      throw new InputException(source, "may not be read by this user", "");
    } catch (IOException e) {
      throw new InputException(source, "cannot be read: " + e.getMessage(), "");
    }
  }

  Iterator<Item> items() {
    return items;
  }

  private static BatchSource lines(String name, InputStream in) {
    BufferedReader reader = reader(name, in);
    int[] number = {0};
    Iterator<Item> items =
        reader
            .lines()
            .map(line -> new Item(name + ":" + ++number[0], line, true, null))
            .filter(item -> !item.text().isBlank())
            .iterator();
    return new BatchSource(items, reader);
  }

  /** UTF-8, or UTF-16 with the mark that PowerShell writes. */
  private static BufferedReader reader(String name, InputStream in) {
    try {
      PushbackInputStream bytes = new PushbackInputStream(new BufferedInputStream(in, BUFFER), 3);
      byte[] mark = bytes.readNBytes(3);
      boolean utf8 = starts(mark, 0xef, 0xbb, 0xbf);
      boolean wide = starts(mark, 0xff, 0xfe) || starts(mark, 0xfe, 0xff);
      if (!utf8) {
        bytes.unread(mark);
      }
      Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
      return new BufferedReader(new InputStreamReader(bytes, charset), BUFFER);
    } catch (IOException e) {
      throw new InputException(name, "cannot be read: " + e.getMessage(), "");
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    return bytes.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xff) == mark[i]);
  }

  private static BatchSource folder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.list(folder)) {
      files = paths.filter(path -> has(path, CASES) || has(path, TEXTS)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new InputException(
          folder.toString(), "holds no cases", "cases are .zip, .yaml, .json, .txt or .log files");
    }
    Iterator<Item> items = files.stream().map(BatchSource::file).iterator();
    return new BatchSource(items, () -> {});
  }

  /** What is no ordinary file, such as a pipe, can be read once only. */
  private static boolean isBundle(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return BundleReader.isBundle(in.readNBytes(4));
    }
  }

  private static Item file(Path path) {
    String name = path.toString();
    try {
      byte[] bytes = CaseInput.bytes(path);
      return BundleReader.isBundle(bytes)
          ? new Item(BundleReader.caseName(name), BundleReader.caseFile(name, bytes), true, null)
          : new Item(name, TextDecoder.decode(name, bytes), has(path, CASES), null);
    } catch (InputException e) {
      return new Item(name, "", true, e);
    }
  }

  private static boolean has(Path path, List<String> endings) {
    return endings.stream().anyMatch(path.getFileName().toString()::endsWith);
  }

  /** The line for a case that could not be read. */
  static String error(String message) {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.writeStartObject();
      json.writeStringField("schemaVersion", Report.SCHEMA_VERSION);
      json.writeBooleanField("identified", false);
      json.writeStringField("error", Redactor.redact(message));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return writer.toString();
  }

  @Override
  public void close() {
    try {
      resource.close();
    } catch (Exception e) {
      throw new InputException("the cases", "cannot be read to the end: " + e.getMessage(), "");
    }
  }
}
