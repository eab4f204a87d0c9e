package io.github.acrdoctor.report;

import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.ClockOffset;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.DockerConfig;
import io.github.acrdoctor.facts.DockerDaemon;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Identity;
import io.github.acrdoctor.facts.Image;
import io.github.acrdoctor.facts.Redactor;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.RepositoryAccess;
import io.github.acrdoctor.facts.TcpProbe;
import io.github.acrdoctor.facts.TlsProbe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What probes showed to be in order, in words: what nobody has to look at again. */
final class Verified {
  /** Differences below this, in seconds, hurt nobody: tokens allow for five minutes. */
  private static final int HARMLESS_OFFSET = 300;

  private Verified() {}

  static List<String> of(Collection<? extends Fact> facts) {
    Set<String> said = new LinkedHashSet<>();
    for (Fact fact : facts) {
      String sentence = sentence(fact);
      if (sentence != null) {
        said.add(Redactor.redact(sentence));
      }
    }
    return new ArrayList<>(said);
  }

  private static String sentence(Fact fact) {
    if (fact instanceof DnsAnswer dns && "ok".equals(dns.result()) && !dns.addresses().isEmpty()) {
      return dns.host() + " resolves to " + String.join(", ", dns.addresses());
    } else if (fact instanceof TcpProbe tcp && "connected".equals(tcp.result())) {
      return tcp.host() + " takes connections on port " + tcp.port();
    } else if (fact instanceof TlsProbe tls && sound(tls)) {
      return "the certificate of " + tls.host() + " is trusted" + until(tls);
    } else if (fact instanceof HttpProbe http && http.status() != null) {
      return http(http);
    } else if (fact instanceof ClockOffset clock
        && clock.seconds() != null
        && !clock.beyond(HARMLESS_OFFSET)) {
      return "the clock of this machine is right";
    }
    return account(fact);
  }

  private static boolean sound(TlsProbe tls) {
    return tls.trusted() == Answer.YES
        && tls.nameMatches() != Answer.NO
        && tls.expired() != Answer.YES
        && tls.intercepted() != Answer.YES;
  }

  private static String until(TlsProbe tls) {
    return tls.expiresAt() == null ? "" : ", until " + tls.expiresAt();
  }

  private static String http(HttpProbe http) {
    int status = http.status();
    boolean asked = status == 200 || status == 401;
    return switch (String.valueOf(http.step()).toLowerCase(Locale.ROOT)) {
      case "challenge" ->
          asked && http.registryAnswer() == Answer.YES
              ? http.host() + " answers as an Azure container registry"
              : null;
      case "anonymous-token" -> asked ? "the registry's firewall lets this machine through" : null;
      case "exchange" -> status == 200 ? "the registry takes the token of Entra ID" : null;
      case "token" -> status == 200 ? "the registry takes the credentials" : null;
      case "blob" -> status == 200 || status == 307 ? "the registry hands out layers" : null;
      default -> null;
    };
  }

  private static String account(Fact fact) {
    if (fact instanceof DockerDaemon daemon && daemon.reachable() == Answer.YES) {
      return "the docker engine answers" + named(", version ", daemon.version());
    } else if (fact instanceof DockerConfig config && config.readable() == Answer.YES) {
      return "docker's configuration can be read";
    } else if (fact instanceof RepositoryAccess access && access.granted() == Answer.YES) {
      return access.action() + " of " + access.repository() + " is granted";
    } else if (fact instanceof Image image && image.exists() == Answer.YES) {
      return "the registry has " + image.repository() + named(":", image.tag());
    } else if (fact instanceof Identity identity && identity.signedIn() == Answer.YES) {
      return "signed in to Azure" + named(" as ", identity.name());
    } else if (fact instanceof Registry registry && registry.exists() == Answer.YES) {
      return "the registry " + registry.name() + " exists";
    }
    return null;
  }

  private static String named(String before, String value) {
    return value == null ? "" : before + value;
  }
}
