package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerDaemon;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code docker version} and {@code docker info} as they print for people, and the same of
 * podman and nerdctl. What they complain stands at the start of a line, and is left.
 */
final class DockerText implements TextReader {
  private static final Pattern CLIENT = Pattern.compile("Client:(.*)");
  private static final Pattern SERVER = Pattern.compile("Server:(.*)");
  private static final Pattern FIRST = Pattern.compile(" ?(Version|Debug Mode|Context): .*");
  private static final Pattern BLOCK = Pattern.compile("[ \\t].*|Server:.*|");
  private static final Pattern PODMAN =
      Pattern.compile(
          "(Version|API Version|Go Version|Git Commit|Built|OS/Arch|Build Origin): .*|");
  private static final Pattern VERSION = Pattern.compile("\\s*Version: +(\\S{1,60})");
  private static final Pattern API = Pattern.compile(" +API version: +(\\d[\\d.]{0,10}).*");
  private static final Pattern MINIMUM =
      Pattern.compile(".*API version: .*\\(minimum version ([\\d.]{1,10})\\)");
  private static final Pattern ENGINE = Pattern.compile("\\s*(?:Server )?Version: +(\\S{1,60})");
  private static final Pattern CONTEXT = Pattern.compile(" +Context: +(\\S{1,100})");
  private static final Pattern SYSTEM = Pattern.compile(" +Operating System: +(.*)");
  private static final Pattern NERDCTL = Pattern.compile(" +buildctl:.*");

  @Override
  public List<String> marks() {
    return List.of("Client:");
  }

  @Override
  public void read(Lines lines, Found found) {
    for (int i = 0; i < lines.count(); i++) {
      Matcher client = lines.match(i, CLIENT);
      if (client != null && lines.match(i + 1, FIRST) != null) {
        boolean podman = client.group(1).contains("Podman");
        int end = lines.end(i, podman ? PODMAN : BLOCK);
        block(lines, i, end, podman, found);
        lines.take(i, end);
      }
    }
  }

  private static void block(Lines lines, int from, int end, boolean podman, Found found) {
    int server = from + 1;
    while (server < end && lines.match(server, SERVER) == null) {
      server++;
    }
    boolean nerdctl = lines.find(from, server, NERDCTL) != null;
    String context = group(lines.find(from, server, CONTEXT));
    found.fact(
        new DockerClient(
            Answer.YES,
            group(lines.find(from, server, VERSION)),
            group(lines.find(from, server, API)),
            podman ? "podman" : nerdctl ? "nerdctl" : "docker"));
    if (server < end && !nerdctl) {
      engine(lines, server, end, context, found);
    }
  }

  private static void engine(Lines lines, int from, int end, String context, Found found) {
    String version = group(lines.find(from, end, ENGINE));
    if (version == null) {
      return;
    }
    String system = group(lines.find(from, end, SYSTEM));
    String title = group(lines.match(from, SERVER)).trim();
    found.fact(
        new DockerDaemon(
            Answer.YES,
            Answer.YES,
            version,
            group(lines.find(from, end, MINIMUM)),
            context,
            null,
            DockerVersionJson.desktop(system == null ? title : system),
            Answer.UNKNOWN));
    ProxySettings.add(
        "daemon",
        setting(lines, from, end, "HTTPS Proxy"),
        setting(lines, from, end, "HTTP Proxy"),
        setting(lines, from, end, "No Proxy"),
        found);
  }

  private static String setting(Lines lines, int from, int end, String name) {
    String value = group(lines.find(from, end, Pattern.compile(" +" + name + ": *(.*)")));
    return value == null ? "" : value;
  }

  private static String group(Matcher matcher) {
    return matcher == null ? null : matcher.group(1);
  }
}
