package io.github.acrdoctor.facts;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Recognises secrets by their own shape, wherever they stand. */
final class SecretShape {
  private static final int ADMIN_PASSWORD = 52;
  private static final int LONGEST_RUN = 120;
  private static final int LONGEST_PEM = 32 * 1024;

  private static final Pattern PEM_BEGIN = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern PEM_END = Pattern.compile("-----END [A-Z ]*PRIVATE KEY-----");
  private static final Pattern PEM_LINES =
      Pattern.compile(
          "(?:(?:\\s|\\\\[nr])*(?:[A-Za-z0-9+/=]{16,}|(?:Proc-Type|DEK-Info): [^\\s\\\\]{1,80}))*");
  private static final Pattern USER_INFO =
      Pattern.compile("://[^\\s/?#@:\"'<>\\\\]*:([^\\s/?#\"'<>\\\\]+)@");

  private SecretShape() {}

  /** End of what starts with {@code eyJ}: one part of a JSON object in base64, or several. */
  static int tokenEnd(String text, int start) {
    int i = start;
    while (i < text.length()
        && (isBase64(text.charAt(i)) || text.charAt(i) == '=' || isUrlSafe(text.charAt(i)))) {
      i++;
    }
    while (i + 1 < text.length()
        && text.charAt(i) == '.'
        && (isBase64(text.charAt(i + 1)) || isUrlSafe(text.charAt(i + 1)))) {
      i++;
      while (i < text.length()
          && (isAlphanumeric(text.charAt(i))
              || text.charAt(i) == '='
              || isUrlSafe(text.charAt(i)))) {
        i++;
      }
    }
    return i;
  }

  /** Whether a run that starts with {@code eyJ} is long enough to be a token. */
  static boolean isToken(int start, int end) {
    return end - start >= 20;
  }

  /**
   * The client secret of Entra whose mark {@code Q~} stands at a place.
   *
   * @return null when there is none
   */
  static Redactor.Place entraSecret(String text, int mark) {
    if (mark < 4 || !isDigit(text.charAt(mark - 1))) {
      return null;
    }
    for (int i = mark - 4; i < mark - 1; i++) {
      if (!isEntra(text.charAt(i))) {
        return null;
      }
    }
    int end = mark + 2;
    while (end < text.length() && isEntra(text.charAt(end))) {
      end++;
    }
    if (end - mark - 2 < 31) {
      return null;
    }
    // A sentence may end behind it.
    return new Redactor.Place(
        mark - 4, text.charAt(end - 1) == '.' ? end - 1 : end, Redactor.Kind.CLIENT_SECRET);
  }

  /**
   * The registry password whose mark {@code ACR} stands at a place.
   *
   * @return null when there is none
   */
  static Redactor.Place registryPassword(String text, int mark) {
    int start = mark;
    while (start > 0 && mark - start <= LONGEST_RUN && isBase64(text.charAt(start - 1))) {
      start--;
    }
    int end = mark + 3;
    while (end < text.length() && end - mark <= LONGEST_RUN && isBase64(text.charAt(end))) {
      end++;
    }
    boolean marked =
        mark > 0 && text.charAt(mark - 1) == '+' && mark - start >= 43 && end - mark >= 9;
    // An escape such as \n may hang on to the front.
    boolean measured =
        end - start >= ADMIN_PASSWORD
            && end - start <= ADMIN_PASSWORD + 2
            && isMixed(text, start, end);
    boolean recent =
        end - start >= 80 && end - start <= 90 && text.substring(start, end).contains("JQQJ9");
    if (!marked && !measured && !recent) {
      return null;
    }
    return new Redactor.Place(marked ? mark - 43 : start, end, Redactor.Kind.PASSWORD);
  }

  /** Random letters hold digits and both cases, and few slashes; a path is something else. */
  private static boolean isMixed(String text, int start, int end) {
    int digits = 0;
    int upper = 0;
    int lower = 0;
    int slashes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digits += isDigit(c) ? 1 : 0;
      upper += c >= 'A' && c <= 'Z' ? 1 : 0;
      lower += c >= 'a' && c <= 'z' ? 1 : 0;
      slashes += c == '/' ? 1 : 0;
    }
    boolean resource =
        text.substring(start, end).contains("/providers/")
            || text.substring(start, end).contains("/resourceGroups/");
    return digits > 0 && upper > 3 && lower > 3 && slashes <= 4 && !resource;
  }

  /** End of the private key that begins at a place; -1 when there is none. */
  static int privateKeyEnd(String text, int start) {
    if (!PEM_BEGIN
        .matcher(text.substring(start, Math.min(text.length(), start + 80)))
        .lookingAt()) {
      return -1;
    }
    int body = text.indexOf("-----", start + 5) + 5;
    // Never further than to the next dashes, so that a text full of beginnings is read once only.
    int limit = Math.min(text.length(), body + LONGEST_PEM);
    int dashes = body;
    while (dashes < limit && !text.startsWith("-----", dashes)) {
      dashes++;
    }
    var end = PEM_END.matcher(text.substring(dashes, Math.min(text.length(), dashes + 80)));
    if (end.lookingAt()) {
      return dashes + end.end();
    }
    // Cut off: whatever still looks like lines of a key belongs to it.
    var lines = PEM_LINES.matcher(text.substring(body, dashes));
    return body + (lines.lookingAt() ? lines.end() : 0);
  }

  /**
   * The secret in {@code ://user:secret@host}.
   *
   * @return null when there is none
   */
  static Redactor.Place userInfo(String text, int start) {
    int end = authorityEnd(text, start + 3);
    var matcher = USER_INFO.matcher(text.substring(start, end));
    return end > start + 3 && matcher.lookingAt()
        ? new Redactor.Place(
            start + matcher.start(1), start + matcher.end(1), Redactor.Kind.PASSWORD)
        : null;
  }

  /** Behind the last at sign of what may be an authority; no more than that has to be looked at. */
  private static int authorityEnd(String text, int start) {
    int end = start;
    for (int i = start; i < text.length() && i - start < 2200; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '/' || c == '"' || c == '\'' || c == '<') {
        break;
      }
      if (c == '@') {
        end = i + 1;
      }
    }
    return end;
  }

  /** Whether a value is {@code user:secret} in base64, which is what {@code Basic} carries. */
  static boolean isUserAndSecret(String value) {
    try {
      String decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
      return decoded.indexOf(':') > 0 && decoded.chars().allMatch(c -> c >= ' ' && c != 0xFFFD);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static boolean isBase64(char c) {
    return isAlphanumeric(c) || c == '+' || c == '/';
  }

  static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
  }

  private static boolean isUrlSafe(char c) {
    return c == '-' || c == '_';
  }

  private static boolean isEntra(char c) {
    return isAlphanumeric(c) || isUrlSafe(c) || c == '.' || c == '~';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
