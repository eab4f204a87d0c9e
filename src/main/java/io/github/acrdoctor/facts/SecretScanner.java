package io.github.acrdoctor.facts;

import io.github.acrdoctor.facts.Redactor.Kind;
import io.github.acrdoctor.facts.Redactor.Place;
import io.github.acrdoctor.facts.SecretKeys.Form;
import io.github.acrdoctor.facts.SecretKeys.Key;
import io.github.acrdoctor.facts.SecretValue.Mode;
import io.github.acrdoctor.facts.SecretValue.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Walks through one text once and notes where secrets are. */
final class SecretScanner {
  private final SecretKeys keys;
  private final String text;
  private final SecretContext context;
  private final SecretHeaders headers;
  private final SecretArguments arguments;
  private final List<Place> places = new ArrayList<>();
  private final PriorityQueue<Place> ahead =
      new PriorityQueue<>(Comparator.comparingInt(Place::start).thenComparingInt(Place::end));

  SecretScanner(SecretKeys keys, String text) {
    this.keys = keys;
    this.text = text;
    this.context = new SecretContext(text);
    this.headers = new SecretHeaders(text, context);
    this.arguments = new SecretArguments(text, context);
  }

  /**
   * A secret may be announced some way ahead of it, as in {@code --creds user:secret}. What lies
   * between is searched too, since the user may be a token.
   */
  List<Place> scan() {
    int i = 0;
    while (i < text.length()) {
      Place place = ahead.isEmpty() || ahead.peek().start() > i ? at(i) : ahead.poll();
      if (place == null || place.end() <= Math.max(i, place.start())) {
        i++;
      } else if (place.start() > i) {
        ahead.add(place);
        i++;
      } else {
        i = add(place);
      }
    }
    return places;
  }

  /** Notes a place together with those that it overlaps; returns where it ends. */
  private int add(Place place) {
    int before = places.isEmpty() ? 0 : places.get(places.size() - 1).end();
    int end = place.end();
    while (!ahead.isEmpty() && ahead.peek().start() < end) {
      end = Math.max(end, ahead.poll().end());
    }
    // A shape that reaches back stops at what was found before it.
    places.add(new Place(Math.max(before, place.start()), end, place.kind()));
    context.found(end);
    return end;
  }

  private Place at(int i) {
    char c = text.charAt(i);
    switch (c) {
      case '\n', ';', '|', '&', '\\':
        arguments.mayEndCommand(i);
        return null;
      case ':':
        return text.startsWith("://", i) ? SecretShape.userInfo(text, i) : null;
      case '-':
        return text.startsWith("-----BEGIN", i) ? privateKey(i) : arguments.dash(i);
      default:
        return SecretShape.isAlphanumeric(c) ? letter(i, c) : null;
    }
  }

  private Place privateKey(int i) {
    int end = SecretShape.privateKeyEnd(text, i);
    return end < 0 ? null : new Place(i, end, Kind.PRIVATE_KEY);
  }

  private Place letter(int i, char c) {
    Place place = shape(i, c);
    if (place != null) {
      return place;
    }
    Key key = keys.at(text, i);
    return key == null || key.whole() && !context.startsWord(i) ? null : afterKey(i, key);
  }

  private Place shape(int i, char c) {
    if (c == 'e' && text.startsWith("eyJ", i)) {
      int end = SecretShape.tokenEnd(text, i);
      return SecretShape.isToken(i, end) ? new Place(i, end, Kind.TOKEN) : null;
    }
    if (c == 'Q' && text.startsWith("Q~", i)) {
      return SecretShape.entraSecret(text, i);
    }
    return c == 'A' && text.startsWith("ACR", i) ? SecretShape.registryPassword(text, i) : null;
  }

  private Place afterKey(int start, Key key) {
    int end = start + key.word().length();
    switch (key.form()) {
      case LOGIN:
        arguments.enterLogin();
        return null;
      case CURL:
        arguments.enterCurl();
        return null;
      case SCHEME:
        return headers.afterScheme(end, key.word().equals("basic"));
      case HEADER:
        return headers.afterName(end);
      case USER_AND_SECRET:
        return context.isInFlag(start) ? arguments.userAndSecret(end) : null;
      default:
        boolean flag =
            key.form() == Form.ANY && context.isAt(end, " \t\u001b") && context.isInFlag(start);
        return flag ? arguments.afterFlag(end, key.kind()) : afterSeparator(end, key);
    }
  }

  /** {@code key: value}, {@code "key": "value"}, {@code key=value}, {@code key%3Dvalue}. */
  private Place afterSeparator(int keyEnd, Key key) {
    int end = keyEnd;
    while (end - keyEnd < 3 && context.isAt(end, "0123456789")) {
      end++;
    }
    int quote = SecretValue.quoteAt(text, end);
    boolean quoted = quote >= 0;
    int separator = context.blanks(quoted ? quote + 1 : end, quoted);
    if (quoted && context.isAt(separator, ",")) {
      return namedValue(separator + 1, key.kind());
    }
    int value = context.separatorEnd(separator);
    if (value < 0 || !isWritten(key.form(), quoted, context.isAt(separator, ":"))) {
      return null;
    }
    int at = context.blanks(value, quoted);
    if (quoted && context.isAt(at, "{[") || key.word().equals("pwd") && isFolder(at)) {
      return null;
    }
    return value(at, mode(separator), key);
  }

  private static boolean isWritten(Form form, boolean quoted, boolean colon) {
    return quoted || form == Form.ANY || form == Form.PAIR && !colon;
  }

  private Mode mode(int separator) {
    return switch (text.charAt(separator)) {
      case '%' -> Mode.ENCODED;
      case ':' -> Mode.FIELD;
      default -> Mode.PAIR;
    };
  }

  /** {@code PWD=/root} says where somebody works. */
  private boolean isFolder(int at) {
    return context.isAt(at, "/~$") || text.startsWith(":\\", at + 1);
  }

  private Place value(int at, Mode mode, Key key) {
    if (NotSecret.placeholderEnd(text, at) >= 0) {
      return null;
    }
    Span span = SecretValue.at(text, at, mode);
    boolean sentence = mode == Mode.FIELD && context.isPlainWord(span);
    boolean other = key.form() == Form.QUOTED && !isTelling(span, key.kind());
    return sentence || other || context.isNoSecret(span)
        ? null
        : new Place(span.start(), span.end(), key.kind());
  }

  /** Fields that are called auth, token or secret hold names, too. */
  private boolean isTelling(Span span, Kind kind) {
    String value = context.value(span);
    int length = value.length();
    boolean name = value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-' || c == ' ');
    return span.quote() != 0 && length >= (kind == Kind.TOKEN ? 20 : 4) && !name;
  }

  /** {@code "name": "password2", "value": "…"}, as {@code az acr credential show} prints it. */
  private Place namedValue(int start, Kind kind) {
    int quote = SecretValue.quoteAt(text, context.blanks(start, true));
    if (quote < 0 || !text.startsWith("value", quote + 1)) {
      return null;
    }
    int closing = SecretValue.quoteAt(text, quote + 6);
    int value = closing < 0 ? -1 : context.separatorEnd(context.blanks(closing + 1, true));
    return value < 0
        ? null
        : value(context.blanks(value, true), Mode.FIELD, new Key("", kind, Form.ANY, false));
  }
}
