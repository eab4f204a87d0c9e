package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.AzureCli;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.DockerClient;
import io.github.acrdoctor.facts.DockerDaemon;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the versions and the address in {@code az acr check-health}. It takes no line away: the
 * recogniser knows all that it prints.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/container-registry/container-registry-check-health">
 *     the health check</a>
 */
final class HealthText implements TextReader {
  /** The version it states is the engine's. */
  private static final Pattern ENGINE =
      Pattern.compile(".*Docker version: '?Docker version ([^ ,']{1,40}), build .*, platform .*");

  private static final Pattern CLI = Pattern.compile(".*Azure CLI version: (\\d[\\w.]{0,20})\\s*");
  private static final Pattern DNS =
      Pattern.compile(".*DNS lookup to (\\S{1,255}) at IP ([0-9a-fA-F.:]{3,45}) : OK\\s*");

  @Override
  public List<String> marks() {
    return List.of("Docker version: ", "Azure CLI version: ", "DNS lookup to ");
  }

  @Override
  public void read(Lines lines, Found found) {
    for (int i = 0; i < lines.count(); i++) {
      Matcher engine = lines.match(i, ENGINE);
      Matcher cli = lines.match(i, CLI);
      Matcher dns = lines.match(i, DNS);
      if (engine != null) {
        found.fact(new DockerClient(Answer.YES, null, null, null));
        found.fact(
            new DockerDaemon(
                Answer.YES,
                Answer.YES,
                engine.group(1),
                null,
                null,
                null,
                Answer.UNKNOWN,
                Answer.UNKNOWN));
      } else if (cli != null) {
        found.fact(new AzureCli(Answer.YES, cli.group(1), Answer.UNKNOWN, null, null, null));
      } else if (dns != null) {
        String host = dns.group(1).toLowerCase(Locale.ROOT);
        found.fact(new DnsAnswer(host, "system", "ok", List.of(dns.group(2)), List.of()));
      }
    }
  }
}
