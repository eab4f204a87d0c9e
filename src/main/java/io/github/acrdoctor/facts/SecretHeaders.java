package io.github.acrdoctor.facts;

import io.github.acrdoctor.facts.Redactor.Kind;
import io.github.acrdoctor.facts.Redactor.Place;
import io.github.acrdoctor.facts.SecretValue.Mode;
import io.github.acrdoctor.facts.SecretValue.Span;
import java.util.Locale;
import java.util.Set;

/** Finds credentials in HTTP headers, wherever they are printed. */
final class SecretHeaders {
  private static final Set<String> SCHEMES =
      Set.of(
          "bearer",
          "basic",
          "digest",
          "negotiate",
          "ntlm",
          "token",
          "sharedkey",
          "sharedkeylite",
          "sharedaccesssignature",
          "pop",
          "mac");

  private final String text;
  private final SecretContext context;

  SecretHeaders(String text, SecretContext context) {
    this.text = text;
    this.context = context;
  }

  /** {@code Authorization: Basic value}, as a header, in JSON, and as programs dump it. */
  Place afterName(int nameEnd) {
    int quote = SecretValue.quoteAt(text, nameEnd);
    int value = context.separatorEnd(context.blanks(quote < 0 ? nameEnd : quote + 1, quote >= 0));
    if (value < 0) {
      return null;
    }
    int at = context.blanks(value, quote >= 0);
    if (context.isAt(at, "[") && NotSecret.placeholderEnd(text, at) < 0) {
      at = context.blanks(at + 1, true);
    }
    int opening = SecretValue.quoteAt(text, at);
    int word = opening < 0 ? at : opening + 1;
    int wordEnd = context.wordEnd(word);
    boolean scheme = SCHEMES.contains(text.substring(word, wordEnd).toLowerCase(Locale.ROOT));
    int start = scheme ? context.blanks(wordEnd, false) : word;
    int end = SecretValue.at(text, opening < 0 ? start : at, Mode.FIELD).end();
    Span span = new Span(start, Math.max(start, end), (char) 0);
    boolean told = scheme ? !context.isPlainWord(span) : isLong(span);
    return told && isCredential(span) ? new Place(start, span.end(), Kind.AUTHORIZATION) : null;
  }

  private boolean isLong(Span span) {
    int length = context.value(span).length();
    return length >= 16 && context.hasDigit(span) || length >= 64;
  }

  /** {@code Bearer value} on its own; "basic authentication" is no secret, nor is a challenge. */
  Place afterScheme(int schemeEnd, boolean basic) {
    int start = context.blanks(schemeEnd, false);
    if (start == schemeEnd) {
      return null;
    }
    String more = basic ? "=" : "-._~=";
    int end = start;
    while (end < text.length()
        && (SecretShape.isBase64(text.charAt(end)) || context.isAt(end, more))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    Span span = new Span(start, end, (char) 0);
    boolean name =
        basic && context.isAt(end, "-_~:")
            || basic && context.isAt(end, ".") && !context.isAt(end + 1, " \n\"");
    boolean random = end - start >= 8 && context.hasDigit(span) && context.hasLetter(span);
    return !name && isCredential(span) && (random || end - start >= 32 || isPair(span))
        ? new Place(start, end, Kind.AUTHORIZATION)
        : null;
  }

  private boolean isPair(Span span) {
    return SecretShape.isUserAndSecret(text.substring(span.start(), span.end()));
  }

  private boolean isCredential(Span span) {
    return !context.isNoSecret(span)
        && NotSecret.placeholderEnd(text, span.start()) < 0
        && !NotSecret.isChallenge(text, span.start());
  }
}
