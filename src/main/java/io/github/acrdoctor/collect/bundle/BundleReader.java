package io.github.acrdoctor.collect.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.CaseReader;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads the case out of a bundle that a stranger sent. Nothing is unpacked to disk; what is not in
 * order is refused.
 */
public final class BundleReader {
  private static final String AGAIN = "ask for the file again, or collect again";

  private BundleReader() {}

  /**
   * Whether a file is a zip file, by its first bytes.
   *
   * @param start the file, or its first four bytes
   * @return true for an empty zip file, too
   */
  public static boolean isBundle(byte[] start) {
    return start.length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
  }

  /**
   * Reads a case.
   *
   * @param file a bundle
   * @return its case
   * @throws InputException when it is none, or damaged, or changed
   */
  public static Case read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in.readNBytes(TextDecoder.LARGEST + 1));
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "cannot be read: " + e.getClass().getSimpleName(), "");
    }
  }

  /**
   * Reads a case.
   *
   * @param name name of the file for messages
   * @param bundle its bytes
   * @return its case
   * @throws InputException when it is none, or damaged, or changed
   */
  public static Case read(String name, byte[] bundle) {
    return CaseReader.read(caseName(name), caseFile(name, bundle));
  }

  /**
   * What the case file in a bundle is called in messages.
   *
   * @param name name of the bundle
   * @return name of the bundle and of the file in it
   */
  public static String caseName(String name) {
    return name + "/" + BundleFormat.CASE;
  }

  /**
   * Reads the case file of a bundle.
   *
   * @param name name of the bundle for messages
   * @param bundle its bytes
   * @return content of the case file
   * @throws InputException when there is none, or it is damaged, or changed
   */
  public static String caseFile(String name, byte[] bundle) {
    if (!isBundle(bundle)) {
      throw new InputException(name, "is not a zip file", "give a file that collect wrote");
    }
    if (bundle.length > BundleFormat.MOST_BYTES) {
      throw new InputException(
          name,
          "larger than " + (BundleFormat.MOST_BYTES >> 20) + " MiB",
          "give the case.yaml in it alone");
    }
    Map<String, byte[]> files = new ZipContent(name, bundle).read();
    byte[] caseFile = files.get(BundleFormat.CASE);
    if (caseFile == null) {
      throw new InputException(
          name,
          "holds no " + BundleFormat.CASE,
          "give a file that collect wrote; " + BundleFormat.CASE + " must lie at its top");
    }
    compare(name, files.get(BundleFormat.MANIFEST), caseFile);
    return TextDecoder.decode(caseName(name), caseFile);
  }

  /** Without a manifest, somebody packed a case by hand, and said so. */
  private static void compare(String name, byte[] manifest, byte[] caseFile) {
    if (manifest == null) {
      return;
    }
    JsonNode json = Json.read(new String(manifest, StandardCharsets.UTF_8));
    String version = Json.text(json.path("schemaVersion"));
    if (version != null && !version.equals(BundleFormat.VERSION)) {
      throw new InputException(
          name, "was written by a newer acr-doctor", "update this one, or give its case.yaml");
    }
    String digest = Json.text(json.path("sha256").path(BundleFormat.CASE));
    if (!BundleFormat.sha256(caseFile).equals(digest)) {
      throw new InputException(
          name,
          "is damaged or was changed by hand: "
              + BundleFormat.CASE
              + " does not fit "
              + BundleFormat.MANIFEST,
          AGAIN + "; to diagnose it all the same, give its case.yaml alone");
    }
  }
}
