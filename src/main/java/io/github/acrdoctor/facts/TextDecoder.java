package io.github.acrdoctor.facts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns bytes of unknown encoding into text: UTF-8, UTF-16 as PowerShell writes it, or
 * Windows-1252; binary data is refused.
 */
public final class TextDecoder {
  /** Larger texts are refused: what matters is the part around the error. */
  public static final int LARGEST = 64 << 20;

  private static final int SAMPLE = 8192;

  private TextDecoder() {}

  /**
   * Decodes a text.
   *
   * @param name name of the file for messages
   * @param bytes its content
   * @return the text, without byte-order mark
   * @throws InputException when it is too large or not a text
   */
  public static String decode(String name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new InputException(
          name,
          "larger than " + (LARGEST >> 20) + " MiB",
          "give the part around the error, for example the last 10,000 lines: tail -n 10000");
    }
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    Charset wide = wideCharset(bytes);
    if (wide != null) {
      return new String(bytes, wide);
    }
    if (isBinary(bytes)) {
      throw new InputException(
          name, "not a text but binary data", "give the output that the failing program printed");
    }
    return utf8OrWindows(bytes);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: every second byte of mostly Latin text is zero. */
  private static Charset wideCharset(byte[] bytes) {
    int sample = Math.min(bytes.length, SAMPLE) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int pairs = sample / 2;
    if (pairs >= 4 && odd > pairs * 0.7 && even < pairs * 0.1) {
      return StandardCharsets.UTF_16LE;
    }
    return pairs >= 4 && even > pairs * 0.7 && odd < pairs * 0.1 ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isBinary(byte[] bytes) {
    int sample = Math.min(bytes.length, SAMPLE);
    int control = 0;
    for (int i = 0; i < sample; i++) {
      int b = bytes[i] & 0xff;
      if (b == 0) {
        return true;
      }
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x1b && b != 0x08 && b != 0x0c) {
        control++;
      }
    }
    return control > sample / 20 + 2;
  }

  private static String utf8OrWindows(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
