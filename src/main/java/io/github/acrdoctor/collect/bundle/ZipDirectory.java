package io.github.acrdoctor.collect.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the list of contents at the end of a zip file, which alone says what an entry is: a file, a
 * folder, a link.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the zip format</a>
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int UNIX = 3;
  private static final int MAC = 19;
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;

  private final ByteBuffer zip;

  private ZipDirectory(byte[] zip) {
    this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * An entry of the list.
   *
   * @param name as written
   * @param isEncrypted whether a password is needed
   * @param isSpecial whether it is a link or a device
   */
  record Entry(String name, boolean isEncrypted, boolean isSpecial) {}

  /**
   * Reads the list.
   *
   * @param zip the whole file
   * @return the entries, in order
   * @throws IOException when there is no list, or it is damaged
   */
  static List<Entry> read(byte[] zip) throws IOException {
    try {
      return new ZipDirectory(zip).entries();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("the list of contents is damaged", e);
    }
  }

  private List<Entry> entries() throws IOException {
    int end = end();
    int count = Short.toUnsignedInt(zip.getShort(end + 10));
    int at = zip.getInt(end + 16);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (zip.getInt(at) != ENTRY) {
        throw new IOException("the list of contents is damaged");
      }
      int nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
      entries.add(entry(at, nameLength));
      at +=
          ENTRY_LENGTH
              + nameLength
              + Short.toUnsignedInt(zip.getShort(at + 30))
              + Short.toUnsignedInt(zip.getShort(at + 32));
    }
    return entries;
  }

  private Entry entry(int at, int nameLength) {
    byte[] name = new byte[nameLength];
    zip.get(at + ENTRY_LENGTH, name);
    boolean encrypted = (zip.getShort(at + 8) & 1) != 0;
    boolean typed = zip.get(at + 5) == UNIX || zip.get(at + 5) == MAC;
    int type = typed ? (zip.getInt(at + 38) >>> 16) & TYPE : 0;
    boolean special = type != 0 && type != FILE && type != FOLDER;
    return new Entry(new String(name, StandardCharsets.UTF_8), encrypted, special);
  }

  /** Where the record is that ends the file; only a comment may follow it. */
  private int end() throws IOException {
    int last = zip.limit() - END_LENGTH;
    for (int at = last; at >= 0 && last - at <= LONGEST_COMMENT; at--) {
      if (zip.getInt(at) == END && Short.toUnsignedInt(zip.getShort(at + 20)) == last - at) {
        return at;
      }
    }
    throw new IOException("its end is missing");
  }
}
