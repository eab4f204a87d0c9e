package io.github.acrdoctor.cli;

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

/** Gathers one case from arguments, files, case files and standard input. */
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
      texts.add(new Text(name, TextDecoder.decode(name, bytes(Path.of(name)))));
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
    Case more = CaseReader.read(path.toString(), TextDecoder.decode(path.toString(), bytes(path)));
    caseFile = path.toString();
    id = id == null ? more.id() : id;
    now = now == null ? more.now() : now;
    texts.addAll(more.texts());
    facts.addAll(more.facts());
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
