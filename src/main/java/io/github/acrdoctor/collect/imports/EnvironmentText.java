package io.github.acrdoctor.collect.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads proxy settings out of {@code env}, {@code set}, shell profiles and the unit files of the
 * docker service. A listing of a whole environment is taken away: the rest of it is full of secrets
 * and says nothing.
 */
final class EnvironmentText implements TextReader {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\s*(?:export |declare -x |set |\\$env:)?([A-Za-z_][A-Za-z0-9_()]{0,60}) ?=(.*)");
  private static final Pattern UNIT =
      Pattern.compile("\\s*Environment=[\"']?([A-Za-z_]{4,20})=([^\"']{0,1000})[\"']?.*");
  private static final int FEWEST = 8;

  @Override
  public List<String> marks() {
    return List.of("=");
  }

  @Override
  public void read(Lines lines, Found found) {
    Map<String, String> client = new HashMap<>();
    Map<String, String> daemon = new HashMap<>();
    int variables = 0;
    int others = 0;
    for (int i = 0; i < lines.count(); i++) {
      Matcher unit = lines.match(i, UNIT);
      Matcher variable = unit == null ? lines.match(i, VARIABLE) : null;
      if ((unit != null && put(daemon, unit)) || (variable != null && put(client, variable))) {
        lines.take(i);
      }
      variables += variable != null ? 1 : 0;
      others += variable == null && !lines.at(i).isBlank() ? 1 : 0;
    }
    if (variables >= FEWEST && others * 10 <= variables) {
      takeAll(lines);
    }
    add("client", client, found);
    add("daemon", daemon, found);
  }

  private static boolean put(Map<String, String> settings, Matcher setting) {
    String name = setting.group(1).toLowerCase(Locale.ROOT);
    if (!name.matches("(?:https?|all|no)_proxy")) {
      return false;
    }
    String value = setting.group(2).trim().replaceFirst("^([\"'])(.*)\\1;?$", "$2");
    settings.putIfAbsent(name, value);
    return true;
  }

  private static void takeAll(Lines lines) {
    for (int i = 0; i < lines.count(); i++) {
      if (lines.match(i, VARIABLE) != null) {
        lines.take(i);
      }
    }
  }

  private static void add(String scope, Map<String, String> settings, Found found) {
    String all = settings.getOrDefault("all_proxy", "");
    ProxySettings.add(
        scope,
        settings.getOrDefault("https_proxy", all),
        settings.getOrDefault("http_proxy", all),
        settings.getOrDefault("no_proxy", ""),
        found);
  }
}
