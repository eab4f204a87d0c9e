package io.github.acrdoctor.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compiled models by the hash of what they were compiled from. Entries come from the jar (shipped
 * rules) or from a folder of the user's; one that is damaged counts as missing.
 */
final class ModelCache {
  static final String PACKED = "/acr-doctor/models/";

  private static final int MAGIC = 0xAC12D0C7;

  private final Path folder;

  /**
   * A cache.
   *
   * @param folder where new entries go; null keeps none
   */
  ModelCache(Path folder) {
    this.folder = folder;
  }

  Optional<CompiledModel> get(String hash) {
    return packed(hash).or(() -> stored(hash));
  }

  private static Optional<CompiledModel> packed(String hash) {
    try (InputStream in = ModelCache.class.getResourceAsStream(PACKED + hash)) {
      return in == null ? Optional.empty() : decode(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<CompiledModel> stored(String hash) {
    try {
      if (folder == null || !Files.isRegularFile(folder.resolve(hash))) {
        return Optional.empty();
      }
      return decode(Files.readAllBytes(folder.resolve(hash)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps an entry; a cache that cannot be written only costs time. */
  void put(String hash, CompiledModel model) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, hash, ".part");
      Files.write(part, encode(model));
      Files.move(
          part,
          folder.resolve(hash),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The next start compiles again; there is nothing the user has to do about it.
      return;
    }
  }

  static byte[] encode(CompiledModel model) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeInt(model.models().size());
      for (String name : model.models()) {
        out.writeUTF(name);
      }
      out.writeInt(model.classes().size());
      for (Map.Entry<String, byte[]> entry : model.classes().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(whole)) {
      out.writeInt(MAGIC);
      out.writeUTF(new Sha256().add(body.toByteArray()).hex());
      out.write(body.toByteArray());
    }
    return whole.toByteArray();
  }

  static Optional<CompiledModel> decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        return Optional.empty();
      }
      String digest = in.readUTF();
      byte[] body = in.readAllBytes();
      return digest.equals(new Sha256().add(body).hex())
          ? Optional.of(model(body))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static CompiledModel model(byte[] body) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      List<String> models = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        models.add(in.readUTF());
      }
      Map<String, byte[]> classes = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        String name = in.readUTF();
        byte[] code = new byte[in.readInt()];
        in.readFully(code);
        classes.put(name, code);
      }
      return new CompiledModel(models, classes);
    }
  }
}
