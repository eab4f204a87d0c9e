package io.github.acrdoctor.facts;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/**
 * Knows what stands where a secret would stand and is none: placeholders, variables, plain words.
 */
final class NotSecret {
  /** Longer values are never placeholders, and this keeps looking at them cheap. */
  private static final int LONGEST = 256;

  private static final Pattern WHOLE =
      Pattern.compile(
          "[*•.…_-]+|[xX]{3,}|(?i:\\(?(?:redacted|masked|hidden|removed|omitted|none|null|nil|true"
              + "|false|undefined|password|your[-_]?password)\\)?)|(?:PASSWD|SECRET|TOKEN|VALUE)"
              + "|%[svqd]|\\$[A-Za-z_][A-Za-z0-9_:.]*|%[A-Za-z_][A-Za-z0-9_]*%|\\{[A-Za-z][A-Za-z0-9_.-]*\\}");

  /** These may hold blanks, so they are looked for before the end of the value is known. */
  private static final Pattern OPENING =
      Pattern.compile(
          "\\[redacted [a-z ]+(?:[0-9a-f]{6})?\\]|\\$\\(|`|\\$\\{\\{[^}\\n"
              + "]*\\}\\}|\\$\\{[^}\\n"
              + "]*\\}|<[^<>\\n"
              + "]+>|\\{\\{[^}\\n"
              + "]*\\}\\}|%[A-Za-z_][A-Za-z0-9_]*%");

  /** A challenge of a server names what it wants; it holds no secret. */
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "(?i:realm|service|scope|error|error_description|authorization_uri|authorization|resource_id"
              + "|client_id|claims|nonce)=");

  private static final Set<String> WORDS =
      Set.of(
          ("a an and are argument arguments as at auth authentication authorization bad be because"
                  + " by can cannot context could credentials denied dial did do does either empty"
                  + " enter eof error errors exec expired failed failure flag for forbidden from get"
                  + " getting given has have helper http https if in inappropriate incorrect instead"
                  + " into invalid is it key login may missing must name needs no not of on open"
                  + " option or please provided read reading realm required requires retrieving rpc"
                  + " scheme see should status stdin string that the then this to token tokens unable"
                  + " unauthorized unexpected unknown use user username using via warning was when"
                  + " which will with wrong you your")
              .split(" "));

  private NotSecret() {}

  /**
   * Where a placeholder that starts at a place ends.
   *
   * @return -1 when there is none
   */
  static int placeholderEnd(String text, int start) {
    if (start >= text.length() || "[$`<{%".indexOf(text.charAt(start)) < 0) {
      return -1;
    }
    Matcher matcher =
        OPENING.matcher(text.substring(start, Math.min(text.length(), start + LONGEST)));
    if (!matcher.lookingAt()) {
      return -1;
    }
    int end = start + matcher.end();
    // A marker or a command ends where it ends; other brackets only count when nothing is glued to
    // them.
    boolean free =
        text.charAt(start) == '['
            || matcher.group().equals("$(")
            || end >= text.length()
            || !Character.isLetterOrDigit(text.charAt(end));
    return free ? end : -1;
  }

  static boolean isPlaceholder(String value, char quote) {
    if (value.length() > LONGEST || !WHOLE.matches(value)) {
      return false;
    }
    // The shell does not look into single quotes: what looks like a variable there may be the
    // secret.
    return !(quote == '\''
        && value.startsWith("$")
        && !value.equals(value.toUpperCase(Locale.ROOT)));
  }

  /** Whether a value reads like the next word of a message: {@code password: unauthorized}. */
  static boolean isWord(String value) {
    int end = value.length();
    while (end > 0 && "!.,;:?)".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && end <= 16 && WORDS.contains(value.substring(0, end).toLowerCase(Locale.ROOT));
  }

  static boolean isChallenge(String text, int start) {
    return CHALLENGE
        .matcher(text.substring(start, Math.min(text.length(), start + 40)))
        .lookingAt();
  }
}
