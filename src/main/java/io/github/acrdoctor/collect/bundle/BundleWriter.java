package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.RedactionKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes bundles. Whatever goes into one passes the redactor; the same bundle and the same key give
 * the same bytes.
 */
public final class BundleWriter {
  private static final int LEAST_YEAR = 1980;
  private static final int MOST_YEAR = 2099;

  private BundleWriter() {}

  /**
   * Writes a bundle to a file, which is there as a whole or not at all.
   *
   * @param file where to; a file that is there is replaced
   * @param bundle what to write
   * @param key gives equal secrets equal tags; it is not written
   * @throws InputException when the file cannot be written
   */
  public static void write(Path file, Bundle bundle, RedactionKey key) {
    if (Files.isDirectory(file)) {
      throw new InputException(
          file.toString(), "is a folder", "name a file, such as " + file.resolve("case.zip"));
    }
    Path folder = file.toAbsolutePath().getParent();
    Map<String, byte[]> files = files(file.toString(), bundle, key);
    try {
      // Beside the target, since only there it can be moved into its place in one step.
      Path draft = Files.createTempFile(folder, ".acr-doctor-", ".tmp");
      try {
        try (OutputStream out = Files.newOutputStream(draft)) {
          zip(out, files, bundle.input().now());
        }
        move(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new InputException(
          file.toString(), "cannot be written: there is no folder " + folder, "make it first");
    } catch (AccessDeniedException e) {
      throw new InputException(
          file.toString(),
          "may not be written by this user",
          "name a file in a folder that you may write to");
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "cannot be written: " + e.getMessage(), "name a file on another disk");
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Writes a bundle.
   *
   * @param out takes the bytes; stays open
   * @param bundle what to write
   * @param key gives equal secrets equal tags; it is not written
   * @throws IOException when the stream fails
   * @throws InputException when the bundle would be too large to be read again
   */
  public static void write(OutputStream out, Bundle bundle, RedactionKey key) throws IOException {
    zip(out, files("the bundle", bundle, key), bundle.input().now());
  }

  private static Map<String, byte[]> files(String name, Bundle bundle, RedactionKey key) {
    Case input = RedactedCase.of(bundle.input(), key);
    String version = new Cleaner(key).apply(bundle.version());
    String knowledge = new Cleaner(key).apply(bundle.knowledge());
    Map<String, byte[]> files = new TreeMap<>();
    byte[] caseFile = CaseFileWriter.write(input).getBytes(StandardCharsets.UTF_8);
    files.put(BundleFormat.CASE, caseFile);
    // A quarter is enough for what describes the rest.
    long room = BundleFormat.MOST_BYTES / 4 * 3L - caseFile.length;
    RawAnswers raw = RawAnswers.of(bundle.asked(), key, room);
    files.putAll(raw.files());
    files.put(BundleFormat.ASKED, BundleJson.asked(raw.answered()));
    Redactions hidden = Redactions.in(files);
    Bundle clean = new Bundle(input, raw.asked(), version, knowledge);
    String index = BundleIndex.write(clean, raw.answered(), hidden);
    files.put(BundleFormat.INDEX, index.getBytes(StandardCharsets.UTF_8));
    files.put(BundleFormat.REDACTIONS, BundleJson.redactions(hidden));
    files.put(BundleFormat.MANIFEST, BundleJson.manifest(input, version, knowledge, files));
    if (files.values().stream().mapToLong(content -> content.length).sum()
        > BundleFormat.MOST_BYTES) {
      throw new InputException(
          name,
          "would be larger than " + (BundleFormat.MOST_BYTES >> 20) + " MiB",
          "collect less, with --only or --skip");
    }
    return files;
  }

  private static void zip(OutputStream out, Map<String, byte[]> files, Instant now)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(time(now));
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
    out.flush();
  }

  /** Zip files know no time before 1980; the moment of the case makes equal bundles equal. */
  private static LocalDateTime time(Instant now) {
    LocalDateTime time = now == null ? null : LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    boolean fits = time != null && time.getYear() >= LEAST_YEAR && time.getYear() <= MOST_YEAR;
    return fits ? time : LocalDateTime.of(LEAST_YEAR, 1, 1, 0, 0);
  }
}
