package io.github.acrdoctor.facts;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes secrets out of texts and leaves everything else byte for byte. Each secret becomes a marker
 * that names its kind. Linear in the length of the text.
 */
public final class Redactor {
  /** What may stand between a name and its value: quotes, plain or escaped, and a colon or equals sign. */
  private static final String IS = "(?:\\\\*[\"'])?\\s{0,3}[:=]\\s{0,3}(?:\\\\*[\"'])?";

  /** A value: up to a quote, blank or separator. */
  private static final String VALUE = "[^\\s\"'\\\\,;&<>(){}\\[\\]]{3,}";

  private static final List<Kind> KINDS =
      List.of(
          kind("private key", "(?s)(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----).*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$)", 0),
          kind("token", "\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)?", 0),
          kind("token", "(?i)\\bauthorization" + IS + "(?:basic|bearer)\\s+([A-Za-z0-9+/=._~-]{6,})", 1),
          kind("token", "(?i)\\bbearer\\s+([A-Za-z0-9+/=._~-]{20,})", 1),
          kind("token", "(?i)\\bbasic\\s+([A-Za-z0-9+/=]{12,})", 1),
          kind("password", "(?i)\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@\"']{0,200}:([^\\s/@\"']{1,500})@", 1),
          kind("secret", "\\b[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}", 0),
          kind("password", "\\b[A-Za-z0-9+/]{40,48}ACR[A-Za-z0-9+/]{4,12}=*", 0),
          kind("password", "[A-Za-z0-9+/]{40,48}\\+ACR[A-Za-z0-9+/]{4,12}=*", 0),
          kind("key", "(?i)(?:AccountKey|SharedAccessKey|SharedSecret)\\s{0,3}=\\s{0,3}([A-Za-z0-9+/=]{8,})", 1),
          kind("signature", "(?i)[?&;]sig=([A-Za-z0-9%+/=_-]{8,})", 1),
          kind("credentials", "(?i)\"?\\\\*\"(?:auth|identitytoken|registrytoken)\\\\*\"\\s{0,3}:\\s{0,3}\\\\*\"([^\"\\\\]{4,})", 1),
          kind(
              "secret",
              "(?i)(?:client[_-]?secret|client[_-]?assertion|refresh[_-]?token|access[_-]?token|id[_-]?token|accesstoken|refreshtoken|identitytoken|registrytoken|api[_-]?key|secretText|federated[_-]token)"
                  + IS + "(" + VALUE + ")",
              1),
          kind("password", "(?i)(?:password|passwd|passphrase|pwd|secret)\\d?" + IS + "(" + VALUE + ")", 1),
          kind("password", "(?:^|\\s)--(?:password|client-secret|federated-token|token)(?:\\s+|=)[\"']?(" + VALUE + ")", 1),
          kind("password", "(?i)\\b(?:login|kubectl|docker|podman|helm|oras|skopeo|crane|az)\\b[^\\n]{0,300}?\\s-p(?:\\s+|=)[\"']?(" + VALUE + ")", 1),
          kind("password", "(?i)--(?:creds|src-creds|dest-creds)(?:\\s+|=)[\"']?[^\\s:\"']{1,200}:(" + VALUE + ")", 1));

  private record Kind(String name, Pattern pattern, int group) {}

  private Redactor() {}

  private static Kind kind(String name, String pattern, int group) {
    return new Kind(name, Pattern.compile(pattern, Pattern.MULTILINE), group);
  }

  /**
   * Takes the secrets out of a text.
   *
   * @param text any text; null stays null
   * @return the text with a marker in place of each secret
   */
  public static String redact(String text) {
    if (text == null || text.length() < 4) {
      return text;
    }
    String redacted = text;
    for (Kind kind : KINDS) {
      redacted = replace(redacted, kind);
    }
    return redacted;
  }

  private static String replace(String text, Kind kind) {
    Matcher matcher = kind.pattern().matcher(text);
    List<int[]> spans = new ArrayList<>();
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      int start = matcher.start(kind.group());
      int end = matcher.end(kind.group());
      if (start >= 0 && end > start && isSecret(text.substring(start, end))) {
        spans.add(new int[] {start, end});
      }
      from = Math.max(matcher.end(), matcher.start() + 1);
    }
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder redacted = new StringBuilder(text.length());
    int at = 0;
    for (int[] span : spans) {
      redacted.append(text, at, span[0]).append("[redacted ").append(kind.name()).append(']');
      at = span[1];
    }
    return redacted.append(text, at, text.length()).toString();
  }

  /** What only stands for a secret is none: variables, stars, placeholders, markers of ours. */
  private static boolean isSecret(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return !lower.startsWith("$")
        && !lower.startsWith("%")
        && !lower.startsWith("[redacted")
        && !lower.startsWith("redacted")
        && !lower.matches("[*x.…]+")
        && !lower.matches("(true|false|null|none|empty|stdin|is|was|has|and|or|the|expired|required|incorrect|invalid|disabled|enabled|authentication|password|username)[.:]?");
  }
}
