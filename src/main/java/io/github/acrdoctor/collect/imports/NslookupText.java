package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.DnsAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code nslookup}, of Unix and of Windows. What it complains is left. */
final class NslookupText implements TextReader {
  private static final Pattern SERVER = Pattern.compile("Server:\\s+(\\S{1,255})\\s*");
  private static final Pattern SERVER_ADDRESS =
      Pattern.compile("Address:\\s+([0-9a-fA-F.:]{3,45})(?:#\\d{1,5})?\\s*");
  private static final Pattern COMMAND =
      Pattern.compile(
          ".*\\bnslookup(?:\\.exe)?\\s+(?:-\\S{1,60}\\s+)*+(\\S{1,255})(?:\\s+(\\S{1,255}))?\\s*");
  private static final Pattern NAME = Pattern.compile("Name:\\s+(\\S{1,255})\\s*");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:Address(?:es)?:)?\\s+([0-9a-fA-F.:]{3,45})\\s*");
  private static final Pattern CANONICAL =
      Pattern.compile("(\\S{1,255})\\s+canonical name = (\\S{1,255})\\s*");
  private static final Pattern ALIAS =
      Pattern.compile("(?:Aliases:)?\\s+(\\S{1,255}\\.\\S{1,255})\\s*");
  private static final Pattern NORMAL = Pattern.compile("\\s*|.*uthoritative answers?.*:\\s*");
  private static final Pattern FAILED =
      Pattern.compile("\\*{2,3} \\S{1,255}(?: server)? can't find (\\S{1,255}): (.{1,60})");
  private static final Pattern LATE =
      Pattern.compile(".*\\b[Tt]imed[- ]out\\b.*|\\s*timeout was .*");

  @Override
  public List<String> marks() {
    return List.of("Server:");
  }

  @Override
  public void read(Lines lines, Found found) {
    for (int i = 0; i < lines.count(); i++) {
      if (lines.match(i, SERVER) != null && lines.match(i + 1, SERVER_ADDRESS) != null) {
        new Block(lines, i).read(found);
      }
    }
  }

  /** One answer. */
  private static final class Block {
    private final Lines lines;
    private final int start;
    private final List<String> addresses = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private String host;
    private String result;

    Block(Lines lines, int start) {
      this.lines = lines;
      this.start = start;
    }

    void read(Found found) {
      Matcher command = lines.match(start - 1, COMMAND);
      String address = lines.match(start + 1, SERVER_ADDRESS).group(1);
      lines.take(start, start + 2);
      int i = start + 2;
      while (i < lines.count() && lines.match(i, SERVER) == null && understands(i)) {
        i++;
      }
      if (result == null && !addresses.isEmpty()) {
        result = "ok";
      }
      if (host == null && command != null) {
        host = command.group(1);
      }
      if (host != null && result != null) {
        String asked = bare(host);
        names.removeIf(asked::equals);
        boolean chosen = command != null && command.group(2) != null;
        String resolver = Resolvers.word(address, chosen);
        found.fact(
            new DnsAnswer(asked, resolver, result, addresses, names.stream().distinct().toList()));
      }
    }

    private boolean understands(int i) {
      if (isFailure(i)) {
        return true;
      }
      boolean known = lines.match(i, NORMAL) != null || isAnswer(i);
      if (known) {
        lines.take(i);
      }
      return known;
    }

    /** What failed is left for the recogniser. */
    private boolean isFailure(int i) {
      Matcher failed = lines.match(i, FAILED);
      if (failed != null) {
        host = host == null ? failed.group(1) : host;
        result = DnsResults.word(failed.group(2).trim());
        return true;
      }
      boolean late = lines.match(i, LATE) != null;
      if (late && result == null) {
        result = "timeout";
      }
      return late;
    }

    private boolean isAnswer(int i) {
      Matcher canonical = lines.match(i, CANONICAL);
      Matcher name = lines.match(i, NAME);
      Matcher address = lines.match(i, ADDRESS);
      Matcher alias = lines.match(i, ALIAS);
      if (canonical != null) {
        host = host == null ? canonical.group(1) : host;
        names.add(bare(canonical.group(2)));
      } else if (name != null) {
        host = host == null ? name.group(1) : host;
        names.add(bare(name.group(1)));
      } else if (address != null) {
        addresses.add(address.group(1));
      } else if (alias != null) {
        windowsAlias(bare(alias.group(1)));
      } else {
        return false;
      }
      return true;
    }

    /** Windows prints the last name of the chain first, and what was asked for behind it. */
    private void windowsAlias(String alias) {
      if (names.size() == 1) {
        host = alias;
        names.add(alias);
      } else {
        names.add(names.size() - 2, alias);
      }
    }

    private static String bare(String name) {
      return name.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
    }
  }
}
