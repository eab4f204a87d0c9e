package io.github.acrdoctor.collect.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code curl -v}: each request with its answer, and the certificate. It takes an answer away
 * only when it is the one that every registry gives to a request without credentials.
 */
final class CurlText implements TextReader {
  private static final Pattern CONNECTED =
      Pattern.compile("\\* +(?:Connected|Established connection) to (\\S{1,255}) \\(.*");
  private static final Pattern REQUEST =
      Pattern.compile("> ([A-Z]{3,7}) (\\S{1,2000}) HTTP/[0-9.]{1,3}\\s*");
  private static final Pattern SENT = Pattern.compile("> ([A-Za-z0-9-]{1,60}):\\s*(.*)");
  private static final Pattern STATUS = Pattern.compile("< HTTP/[0-9.]{1,3} (\\d{3})\\b.*");
  private static final Pattern HEADER = Pattern.compile("< ([A-Za-z0-9-]{1,60}):\\s*(.*)");
  private static final Pattern MARKED = Pattern.compile("[*<>] .*|[*<>]|[{}] \\[.*|curl: .*");
  private static final Pattern ISSUER = Pattern.compile("\\*\\s+issuer: (.{1,500})");
  private static final Pattern EXPIRES = Pattern.compile("\\*\\s+expire date: (.{1,40})");
  private static final Pattern NAMED = Pattern.compile("\\*\\s+subjectAltName: .*\\bmatched\\b.*");
  private static final Pattern VERDICT =
      Pattern.compile("\\*\\s+SSL certificate verify (ok|result: .*\\((\\d{1,4})\\)).*");

  @Override
  public List<String> marks() {
    return List.of(" HTTP/", "issuer: ");
  }

  @Override
  public void read(Lines lines, Found found) {
    CurlExchange exchange = null;
    CurlCertificate certificate = new CurlCertificate();
    for (int i = 0; i < lines.count(); i++) {
      Matcher connected = lines.match(i, CONNECTED);
      Matcher request = lines.match(i, REQUEST);
      if (connected != null) {
        certificate.add(found);
        certificate = new CurlCertificate();
        certificate.host = connected.group(1);
      } else if (request != null) {
        end(exchange, lines, i, found);
        exchange = new CurlExchange(request.group(1), request.group(2), i);
        certificate.name(exchange);
      } else if (exchange != null) {
        detail(exchange, certificate, lines, i);
      }
      certificate(certificate, lines, i);
    }
    end(exchange, lines, lines.count(), found);
    takeRequests(lines);
    certificate.add(found);
  }

  private static void detail(
      CurlExchange exchange, CurlCertificate certificate, Lines lines, int i) {
    Matcher sent = lines.match(i, SENT);
    Matcher status = lines.match(i, STATUS);
    Matcher header = lines.match(i, HEADER);
    if (sent != null) {
      exchange.sent(sent.group(1), sent.group(2).trim());
      certificate.name(exchange);
    } else if (status != null) {
      exchange.status(Integer.parseInt(status.group(1)));
    } else if (header != null) {
      exchange.received(header.group(1), header.group(2).trim());
    } else if (exchange.isAnswered() && lines.match(i, MARKED) == null) {
      exchange.body(lines.at(i), i);
    }
  }

  private static void certificate(CurlCertificate certificate, Lines lines, int i) {
    Matcher issuer = lines.match(i, ISSUER);
    Matcher expires = lines.match(i, EXPIRES);
    Matcher verdict = lines.match(i, VERDICT);
    if (issuer != null) {
      certificate.issuer = issuer.group(1).trim();
    } else if (expires != null) {
      certificate.expires = Certificates.date(expires.group(1));
    } else if (lines.match(i, NAMED) != null) {
      certificate.named = true;
    } else if (verdict != null) {
      certificate.trusted = verdict.group(1).equals("ok") || "0".equals(verdict.group(2));
    }
  }

  private static void end(CurlExchange exchange, Lines lines, int end, Found found) {
    if (exchange != null && exchange.matters()) {
      found.fact(exchange.probe());
      if (exchange.isOrdinary()) {
        exchange.bodyLines().forEach(lines::take);
        for (int i = exchange.start(); i < end; i++) {
          if (lines.at(i).startsWith("<")) {
            lines.take(i);
          }
        }
      }
    }
  }

  /** What curl sends holds credentials, and nothing that went wrong. */
  private static void takeRequests(Lines lines) {
    for (int i = 0; i < lines.count(); i++) {
      if (lines.match(i, SENT) != null || lines.match(i, REQUEST) != null) {
        lines.take(i);
      }
    }
  }
}
