package io.github.acrdoctor.collect.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrdoctor.facts.RedactionKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a bundle: content by name, in the order of the file. */
record Unzipped(byte[] zip, Map<String, String> files) {
  static final RedactionKey KEY = RedactionKey.of("of the tests".getBytes(StandardCharsets.UTF_8));

  static Unzipped of(Bundle bundle) {
    return of(bundle, KEY);
  }

  static Unzipped of(Bundle bundle, RedactionKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BundleWriter.write(out, bundle, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(out.toByteArray());
  }

  static Unzipped of(byte[] zip) {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Unzipped(zip, files);
  }

  String file(String name) {
    return files.get(name);
  }

  JsonNode json(String name) {
    return json(name, file(name));
  }

  static JsonNode json(String name, String content) {
    try {
      return new ObjectMapper().readTree(content);
    } catch (IOException e) {
      throw new AssertionError(name + " is no JSON: " + content, e);
    }
  }
}
