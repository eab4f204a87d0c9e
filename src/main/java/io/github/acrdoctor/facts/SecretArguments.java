package io.github.acrdoctor.facts;

import io.github.acrdoctor.facts.Redactor.Kind;
import io.github.acrdoctor.facts.Redactor.Place;
import io.github.acrdoctor.facts.SecretValue.Mode;
import io.github.acrdoctor.facts.SecretValue.Span;

/** Finds secrets among the arguments of command lines; knows which command it is in. */
final class SecretArguments {
  private final String text;
  private final SecretContext context;
  private boolean inLogin;
  private boolean inCurl;
  private boolean hasUser;

  SecretArguments(String text, SecretContext context) {
    this.text = text;
    this.context = context;
  }

  /** A login command has begun, in which {@code -p} is a password. */
  void enterLogin() {
    inLogin = true;
  }

  /** A command has begun in which {@code -u} may carry {@code user:secret}. */
  void enterCurl() {
    inCurl = true;
  }

  /**
   * The command may end here: at a line end, real or escaped, or at what puts two commands
   * together.
   */
  void mayEndCommand(int i) {
    char c = text.charAt(i);
    boolean ends =
        c == '\n'
            || c == ';'
            || text.startsWith("&&", i)
            || text.startsWith("||", i)
            || c == '\\' && context.isAt(i + 1, "n");
    if (ends) {
      inLogin = false;
      inCurl = false;
      hasUser = false;
    }
  }

  /** {@code --key value}; the option may also be spoken of in a sentence. */
  Place afterFlag(int flagEnd, Kind kind) {
    int at = context.blanks(flagEnd, false);
    boolean nothing = at == flagEnd || at >= text.length() || context.isFlag(at);
    return nothing ? null : argument(at, kind);
  }

  private Place argument(int at, Kind kind) {
    if (NotSecret.placeholderEnd(text, at) >= 0) {
      return null;
    }
    Span span = SecretValue.at(text, at, Mode.WORD);
    return context.isPlainWord(span) || context.isNoSecret(span)
        ? null
        : new Place(span.start(), span.end(), kind);
  }

  /** {@code -p value} of a login, {@code -u user:secret} of curl. */
  Place dash(int i) {
    if (!context.startsArgument(i) || i + 2 >= text.length()) {
      return null;
    }
    if (text.charAt(i + 1) == 'p') {
      return shortPassword(i + 2);
    }
    boolean user = text.charAt(i + 1) == 'u' || text.startsWith("-user", i + 1);
    if (!user) {
      return null;
    }
    hasUser = true;
    int end = text.charAt(i + 1) == 'u' ? i + 2 : i + 6;
    return inCurl && context.isAt(end, " \t=\"'") ? userAndSecret(end) : null;
  }

  private Place shortPassword(int end) {
    if (context.isAt(end, " \t")) {
      return believed(afterFlag(end, Kind.PASSWORD));
    }
    if (context.isAt(end, "=")) {
      return believed(argument(end + 1, Kind.PASSWORD));
    }
    Place glued = inLogin ? argument(end, Kind.PASSWORD) : null;
    boolean quoted = context.isAt(end, "\"'\\");
    return glued != null && (quoted || isChosen(glued, 1)) ? glued : null;
  }

  /** Outside of a login {@code -p} is mostly a port, a project or a path. */
  private Place believed(Place place) {
    if (place == null || inLogin || hasUser && isChosen(place, 0)) {
      return place;
    }
    return isChosen(place, 3) ? place : null;
  }

  /** Whether a value looks like a password: no path, no port, and so many kinds of characters. */
  private boolean isChosen(Place place, int kinds) {
    String value = context.value(new Span(place.start(), place.end(), (char) 0));
    int found = 0;
    found += value.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
    found += value.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
    found += value.chars().anyMatch(Character::isDigit) ? 1 : 0;
    boolean port = value.chars().allMatch(c -> "0123456789.:-".indexOf(c) >= 0);
    boolean path = value.indexOf('/') >= 0 || value.indexOf(':') >= 0 && kinds > 0;
    return found >= kinds && !port && (kinds == 0 || !path && value.length() >= 6);
  }

  /** {@code user:secret} behind an option. */
  Place userAndSecret(int flagEnd) {
    int at = context.isAt(flagEnd, "=") ? flagEnd + 1 : context.blanks(flagEnd, false);
    int quote = SecretValue.quoteAt(text, at);
    int colon = quote < 0 ? at : quote + 1;
    while (colon < text.length()
        && colon - at < 256
        && text.charAt(colon) > ' '
        && text.charAt(colon) != ':') {
      colon++;
    }
    if (!context.isAt(colon, ":") || NotSecret.placeholderEnd(text, colon + 1) >= 0) {
      return null;
    }
    Span whole = SecretValue.at(text, at, Mode.WORD);
    Span span = new Span(colon + 1, Math.max(colon + 1, whole.end()), whole.quote());
    return context.isNoSecret(span) ? null : new Place(span.start(), span.end(), Kind.PASSWORD);
  }
}
