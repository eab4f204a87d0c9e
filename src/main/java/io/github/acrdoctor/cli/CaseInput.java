package io.github.acrdoctor.cli;

import io.github.acrdoctor.collect.Collected;
import io.github.acrdoctor.collect.bundle.BundleReader;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Text;
import io.github.acrdoctor.facts.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers one case from arguments, files, case files, bundles and standard input. */
final class CaseInput {
  private final InputStream in;
  private final List<Text> texts = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private String id;
  private String caseFile = "the case";
  private Instant now;

  CaseInput(InputStream in) {
    this.in = in;
  }

  void addWords(List<String> words) {
    if (words != null && !words.isEmpty()) {
      texts.add(new Text("argument", String.join(" ", words)));
    }
  }

  void addFile(String name) {
    if (name.equals("-")) {
      addStandardInput();
    } else {
      byte[] bytes = bytes(Path.of(name));
      if (BundleReader.isBundle(bytes)) {
        throw new InputException(name, "is a zip file, not a text", "give a bundle with --case");
      }
      texts.add(new Text(name, TextDecoder.decode(name, bytes)));
    }
  }

  void addStandardInput() {
    try {
      texts.add(
          new Text(
              "standard input",
              TextDecoder.decode("standard input", in.readNBytes(TextDecoder.LARGEST + 1))));
    } catch (IOException e) {
      throw new InputException("standard input", "cannot be read: " + e.getMessage(), "");
    }
  }

  void addCase(Path path) {
    Case more = read(path.toString(), bytes(path));
    caseFile = path.toString();
    id = id == null ? more.id() : id;
    now = now == null ? more.now() : now;
    texts.addAll(more.texts());
    facts.addAll(more.facts());
  }

  void add(Collected more) {
    texts.addAll(more.texts());
    facts.addAll(more.facts());
  }

  /** What was printed, as far as it was given. */
  List<Text> texts() {
    return List.copyOf(texts);
  }

  /** A bundle is known by what it is, not by its name: names get lost on the way. */
  private static Case read(String name, byte[] bytes) {
    return BundleReader.isBundle(bytes)
        ? BundleReader.read(name, bytes)
        : CaseReader.read(name, TextDecoder.decode(name, bytes));
  }

  boolean isEmpty() {
    return texts.isEmpty() && facts.isEmpty();
  }

  Case toCase() {
    if (facts.isEmpty() && texts.stream().allMatch(text -> text.text().isBlank())) {
      throw new InputException(
          texts.isEmpty() ? caseFile : texts.get(0).source(),
          "is empty",
          "paste the error, or name a file with -f FILE or --case FILE");
    }
    return new Case(id, now, texts, facts);
  }

  static byte[] bytes(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new InputException(
            path.toString(),
            "is a folder, not a file",
            "use acr-doctor batch for folders of cases");
      }
      try (InputStream file = Files.newInputStream(path)) {
        return file.readNBytes(TextDecoder.LARGEST + 1);
      }
    } catch (NoSuchFileException e) {
      throw new InputException(path.toString(), "there is no such file", "");
    } catch (AccessDeniedException e) {
      throw new InputException(path.toString(), "may not be read by this user", "");
    } catch (IOException e) {
      throw new InputException(path.toString(), "cannot be read: " + e.getMessage(), "");
    }
  }
}
