package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.DnsAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code dig}. Answers that are no addresses are taken away only when all went well. */
final class DigText implements TextReader {
  private static final Pattern BANNER = Pattern.compile("; <<>> DiG [^<]{1,80}<<>> ?(.{0,500})");
  private static final Pattern CHOSEN = Pattern.compile(".*@([0-9a-fA-F.:]{3,45}|\\S{1,255}).*");
  private static final Pattern ASKED =
      Pattern.compile("(?:^|.* )([A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})+)\\.?(?: .*|$)");
  private static final Pattern HEADER = Pattern.compile(".*HEADER.*\\bstatus: ([A-Z]{1,12}),.*");
  private static final Pattern QUESTION =
      Pattern.compile(";(\\S{1,255})\\s+IN\\s+([A-Z0-9]{1,10})\\s*");
  private static final Pattern RECORD =
      Pattern.compile("(\\S{1,255})\\s+\\d{1,10}\\s+IN\\s+(A|AAAA|CNAME)\\s+(\\S{1,255})\\s*");
  private static final Pattern SERVER =
      Pattern.compile(";; SERVER: ([0-9a-fA-F.:]{3,45})#\\d{1,5}.*");
  private static final Pattern LATE = Pattern.compile(";; .*\\btimed out\\b.*");
  private static final Pattern BLOCK =
      Pattern.compile(";.*|\\s*|\\S{1,255}\\s+\\d{1,10}\\s+IN\\s.*");

  @Override
  public List<String> marks() {
    return List.of("HEADER", "DiG");
  }

  @Override
  public void read(Lines lines, Found found) {
    int i = 0;
    while (i < lines.count()) {
      boolean starts = lines.match(i, BANNER) != null || lines.match(i, HEADER) != null;
      int end = starts ? end(lines, i) : i + 1;
      if (starts && read(lines, i, end, found)) {
        lines.take(i, end);
      }
      i = end;
    }
  }

  private static int end(Lines lines, int from) {
    int end = lines.end(from, BLOCK);
    for (int i = from + 1; i < end; i++) {
      if (lines.match(i, BANNER) != null) {
        return i;
      }
    }
    return end;
  }

  /** Whether all went well. */
  private static boolean read(Lines lines, int from, int end, Found found) {
    Matcher question = lines.find(from, end, QUESTION);
    String arguments = group(lines.match(from, BANNER), 1);
    String host = question == null ? asked(arguments) : bare(question.group(1));
    boolean wanted = question == null || question.group(2).matches("A|AAAA");
    List<String> addresses = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    for (int i = from; i < end; i++) {
      Matcher record = lines.match(i, RECORD);
      if (record != null && record.group(2).equals("CNAME")) {
        aliases.add(bare(record.group(3)));
      } else if (record != null) {
        addresses.add(record.group(3));
      }
    }
    String result = result(lines, from, end);
    if (host == null || result == null || !wanted || isEmpty(result, addresses)) {
      return false;
    }
    found.fact(
        new DnsAnswer(host, resolver(lines, from, end, arguments), result, addresses, aliases));
    return result.equals("ok");
  }

  /** The name exists, and has no address of the kind that was asked for. */
  private static boolean isEmpty(String result, List<String> addresses) {
    return result.equals("ok") && addresses.isEmpty();
  }

  private static String result(Lines lines, int from, int end) {
    Matcher header = lines.find(from, end, HEADER);
    if (header != null) {
      return DnsResults.word(header.group(1));
    }
    return lines.find(from, end, LATE) == null ? null : "timeout";
  }

  private static String resolver(Lines lines, int from, int end, String arguments) {
    Matcher chosen = CHOSEN.matcher(arguments == null ? "" : arguments);
    String address = group(lines.find(from, end, SERVER), 1);
    boolean asked = chosen.matches();
    return Resolvers.word(address == null && asked ? chosen.group(1) : address, asked);
  }

  private static String asked(String arguments) {
    Matcher name = ASKED.matcher(arguments == null ? "" : arguments.replaceAll("@\\S+", ""));
    return name.matches() ? bare(name.group(1)) : null;
  }

  private static String group(Matcher matcher, int group) {
    return matcher == null ? null : matcher.group(group);
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
  }
}
