package io.github.acrdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  private static final String TEXT =
      "unauthorized: authentication required – Zugriff verweigert für müller\r\n";

  private static String decode(byte[] bytes) {
    return TextDecoder.decode("file", bytes);
  }

  @Test
  void theEncodingsThatPeopleSendAreRead() {
    assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(TEXT);
    assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(TEXT);
    assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(TEXT);
    assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(TEXT);
    assertThat(decode(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(TEXT);
  }

  @Test
  void binaryDataIsRefused() {
    byte[] noise = new byte[4096];
    new Random(1).nextBytes(noise);
    assertThatThrownBy(() -> decode(noise))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("binary");
  }

  @Test
  void whatIsTooLargeIsRefusedWithAdvice() {
    assertThatThrownBy(() -> decode(new byte[TextDecoder.LARGEST + 1]))
        .hasMessageContainingAll("64 MiB", "tail");
  }

  @Test
  void nothingIsAnEmptyText() {
    assertThat(decode(new byte[0])).isEmpty();
  }
}
