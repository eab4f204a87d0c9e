package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.TlsProbe;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code openssl s_client}. It takes nothing away but certificates and the secret of the
 * session: the recogniser knows the verdict.
 *
 * @see <a href="https://docs.openssl.org/master/man1/openssl-verification-options/">the codes</a>
 */
final class OpensslText implements TextReader {
  private static final Pattern COMMAND =
      Pattern.compile(".*\\bs_client\\b.*?-connect[ =]\\[?([A-Za-z0-9.-]{1,255})\\]?:\\d{1,5}.*");
  private static final Pattern NAME = Pattern.compile(".*-servername[ =]([A-Za-z0-9.-]{1,255}).*");
  private static final Pattern START = Pattern.compile("CONNECTED\\([0-9A-Fa-f]{1,16}\\)\\s*");
  private static final Pattern ISSUER = Pattern.compile("issuer=\\s*(\\S.{0,500})");
  private static final Pattern FIRST_ISSUER = Pattern.compile(" {3}i:(.{1,500})");
  private static final Pattern DATES = Pattern.compile(" {3}v:NotBefore: .*NotAfter: (.{1,40})");
  private static final Pattern VERDICT =
      Pattern.compile("\\s*Verify return code: (\\d{1,4}) \\(.*");
  private static final Pattern SECRET =
      Pattern.compile(
          "\\s*(?:Master-Key|Resumption PSK|TLS session ticket.*):.*|\\s+[0-9a-f]{4} - .*");
  private static final Pattern PEM_START = Pattern.compile("-----BEGIN CERTIFICATE-----\\s*");
  private static final Pattern PEM = Pattern.compile("[A-Za-z0-9+/=]{1,80}\\s*|-----END .*");

  private static final int TRUSTED = 0;
  private static final int NOT_YET_VALID = 9;
  private static final int EXPIRED = 10;
  private static final int OTHER_NAME = 62;

  @Override
  public List<String> marks() {
    return List.of("CONNECTED(");
  }

  @Override
  public void read(Lines lines, Found found) {
    String host = null;
    for (int i = 0; i < lines.count(); i++) {
      Matcher command = lines.match(i, COMMAND);
      if (command != null) {
        Matcher name = lines.match(i, NAME);
        host = (name == null ? command : name).group(1).toLowerCase(Locale.ROOT);
      } else if (lines.match(i, START) != null) {
        handshake(lines, i, end(lines, i), host, found);
        host = null;
      }
    }
  }

  private static int end(Lines lines, int from) {
    int i = from + 1;
    while (i < lines.count() && lines.match(i, START) == null && lines.match(i, COMMAND) == null) {
      i++;
    }
    return i;
  }

  private static void handshake(Lines lines, int from, int end, String host, Found found) {
    Matcher verdict = lines.find(from, end, VERDICT);
    String issuer = group(lines.find(from, end, ISSUER));
    issuer = issuer == null ? group(lines.find(from, end, FIRST_ISSUER)) : issuer;
    if (verdict != null && issuer != null) {
      int code = Integer.parseInt(verdict.group(1));
      boolean dated = code == NOT_YET_VALID || code == EXPIRED;
      boolean chain = code != TRUSTED && !dated && code != OTHER_NAME;
      found.fact(
          new TlsProbe(
              host,
              code == TRUSTED ? Answer.YES : chain ? Answer.NO : Answer.UNKNOWN,
              issuer.trim(),
              Answer.UNKNOWN,
              code == OTHER_NAME ? Answer.NO : Answer.UNKNOWN,
              dated ? Answer.YES : code == TRUSTED ? Answer.NO : Answer.UNKNOWN,
              "completed",
              Certificates.date(group(lines.find(from, end, DATES)))));
    }
    for (int i = from; i < end; i++) {
      if (lines.match(i, PEM_START) != null) {
        lines.take(i, Math.min(end, lines.end(i, PEM)));
      } else if (lines.match(i, SECRET) != null) {
        lines.take(i);
      }
    }
  }

  private static String group(Matcher matcher) {
    return matcher == null ? null : matcher.group(1);
  }
}
