package io.github.acrdoctor.collect.bundle;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Case;
import io.github.acrdoctor.facts.Clock;
import io.github.acrdoctor.facts.Concept;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.FactTypes;
import io.github.acrdoctor.facts.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes cases with facts of all kinds out of texts that YAML could trip over. */
final class RandomCases {
  /** Kinds of facts that case files may hold. */
  static final List<Class<?>> KINDS =
      FactTypes.byKey().values().stream()
          .filter(type -> type != Clock.class && type != Concept.class)
          .toList();

  private static final String[] HOSTILE = {
    "",
    " ",
    "  leading",
    "trailing  ",
    "\ttab first",
    "tab\tinside",
    "a\n",
    "\na",
    "a\n\n\n",
    "\n",
    "\n\n",
    " \n ",
    "a\n b\n  c",
    "a\n   \nb",
    "a \nb",
    "a\r\nb\r\n",
    "a\rb",
    "yes",
    "no",
    "null",
    "~",
    "true",
    "1e3",
    "0x1F",
    "017",
    "1_000",
    ".inf",
    "2026-11-24",
    "2026-11-24T10:00:00Z",
    "12:30:45",
    "<<",
    "=",
    "-",
    "- a",
    "?",
    "? a",
    ":",
    "a: b",
    "a:",
    ": a",
    "#",
    "a #b",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "|",
    ">",
    "%YAML",
    "@a",
    "`a`",
    "'",
    "\"",
    "''",
    "it's",
    "say \"no\"",
    "\\",
    "\\n",
    "[a]",
    "{a: b}",
    "[",
    "]",
    "{",
    "}",
    ",",
    "---",
    "...",
    "--- a\n...\n",
    "a\n---\nb",
    "a\n...\nb",
    "\u0000",
    "\u0007bell",
    "\u001b[31mred\u001b[0m",
    "\u007f",
    "\u0085",
    "a\u0085b\n",
    "\u00a0",
    "a\u2028b\nc",
    "\u2029\n",
    "\ufeff",
    "\ufeffa\nb",
    "a\ufeff\nb",
    "\ufffe",
    "\uffff",
    "\ud83d\ude00",
    "a\ud83d\ude00\nb",
    "\ud800",
    "\udc00x",
    "日本\n語",
    "é…\nü",
    "a\n\tb",
    "\n  a",
    " a\nb",
    "#a\nb",
    "a: b\nc: d\n",
    "- a\n- b",
    "x".repeat(200),
    "a b ".repeat(100),
    ("k" + "y".repeat(150)) + "\nz",
    "[redacted password]",
    "[redacted password 3f2a1c]\nx"
  };

  private final Random random;

  RandomCases(long seed) {
    this.random = new Random(seed);
  }

  /** A case in the form that bundles have: facts of one kind together. */
  Case grouped() {
    List<Text> texts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.add(new Text(text(), text()));
    }
    List<Fact> facts = new ArrayList<>();
    List<Class<?>> kinds = new ArrayList<>(KINDS);
    java.util.Collections.shuffle(kinds, random);
    for (Class<?> kind : kinds.subList(0, random.nextInt(6))) {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        facts.add(fact(kind));
      }
    }
    return new Case(maybe(text()), maybe(moment()), texts, facts);
  }

  private <T> T maybe(T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  private Instant moment() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : random.nextInt(999));
  }

  /** One of the hostile texts, several of them, or any characters. */
  String text() {
    if (random.nextInt(4) > 0) {
      String one = HOSTILE[random.nextInt(HOSTILE.length)];
      return random.nextInt(3) > 0 ? one : one + text();
    }
    StringBuilder any = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      any.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
    }
    return any.toString();
  }

  /** A fact of a kind with anything in it. */
  Fact fact(Class<?> kind) {
    return fact(kind, this::value);
  }

  private Object value(Class<?> type) {
    if (type == int.class) {
      return random.nextInt();
    }
    if (type == Integer.class) {
      return maybe(random.nextInt());
    }
    if (type == Answer.class) {
      return maybe(Answer.values()[random.nextInt(3)]);
    }
    if (type == Instant.class) {
      return maybe(moment());
    }
    if (type == List.class) {
      return random.ints(random.nextInt(3)).mapToObj(i -> text()).toList();
    }
    if (type == Map.class) {
      Map<String, String> map = new TreeMap<>();
      random.ints(random.nextInt(3)).forEach(i -> map.put(text(), text()));
      return map;
    }
    return maybe(text());
  }

  /** A fact of a kind with given values by the type of the field. */
  static Fact fact(Class<?> kind, Function<Class<?>, Object> value) {
    Class<?>[] types =
        FactTypes.fields(kind).stream().map(f -> f.getType()).toArray(Class<?>[]::new);
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(types[i]);
    }
    try {
      return (Fact) kind.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
