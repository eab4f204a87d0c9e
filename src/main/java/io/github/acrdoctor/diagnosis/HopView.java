package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.diagnosis.HopState.State;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.DnsAnswer;
import io.github.acrdoctor.facts.Fact;
import io.github.acrdoctor.facts.Hop;
import io.github.acrdoctor.facts.HttpProbe;
import io.github.acrdoctor.facts.Registry;
import io.github.acrdoctor.facts.Symptom;
import io.github.acrdoctor.facts.TcpProbe;
import io.github.acrdoctor.facts.TlsProbe;
import io.github.acrdoctor.symptoms.SymptomDefinition;
import io.github.acrdoctor.symptoms.SymptomKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How far a client gets on the way to an image: read off symptoms and probes. */
final class HopView {
  /** Not every client exchanges a token of Entra, so passing this hop cannot be inferred. */
  private static final Set<Hop> OPTIONAL = Set.of(Hop.EXCHANGE);

  private final Map<Hop, String> good = new EnumMap<>(Hop.class);
  private final Map<Hop, String> bad = new EnumMap<>(Hop.class);

  private HopView() {}

  /**
   * The state of each hop.
   *
   * @param facts facts and symptoms
   * @param definition tells what a symptom shows
   * @return all hops in order; empty when nothing is known of any
   */
  static List<HopState> of(
      Collection<? extends Fact> facts, Function<String, SymptomDefinition> definition) {
    HopView view = new HopView();
    for (Fact fact : facts) {
      if (fact instanceof Symptom symptom) {
        view.symptom(symptom, definition.apply(symptom.id()));
      } else {
        view.probe(fact);
      }
    }
    return view.good.isEmpty() && view.bad.isEmpty() ? List.of() : view.states();
  }

  private List<HopState> states() {
    Hop furthest = null;
    for (Hop hop : Hop.values()) {
      if (good.containsKey(hop) || bad.containsKey(hop)) {
        furthest = hop;
      }
    }
    List<HopState> states = new ArrayList<>();
    for (Hop hop : Hop.values()) {
      states.add(state(hop, furthest));
    }
    return states;
  }

  private HopState state(Hop hop, Hop furthest) {
    if (bad.containsKey(hop)) {
      return new HopState(hop, State.BAD, bad.get(hop));
    }
    if (good.containsKey(hop)) {
      return new HopState(hop, State.GOOD, good.get(hop));
    }
    boolean passed = hop.compareTo(furthest) < 0 && !OPTIONAL.contains(hop);
    return new HopState(hop, passed ? State.PASSED : State.UNKNOWN, "");
  }

  private void symptom(Symptom symptom, SymptomDefinition definition) {
    if (definition == null || definition.kind() == SymptomKind.CONSEQUENCE) {
      return;
    }
    if (definition.failsAt() != null) {
      bad.putIfAbsent(definition.failsAt(), definition.title());
    }
    if (definition.passed() != null) {
      good.putIfAbsent(definition.passed(), definition.title());
    }
  }

  private void probe(Fact fact) {
    if (fact instanceof Registry registry && registry.exists() != Answer.UNKNOWN) {
      seen(
          Hop.NAME,
          registry.exists() == Answer.YES,
          registry.exists() == Answer.YES
              ? "the registry exists"
              : "no registry of this name exists");
    } else if (fact instanceof DnsAnswer dns && dns.result() != null) {
      dns(dns);
    } else if (fact instanceof TcpProbe tcp && tcp.result() != null) {
      tcp(tcp);
    } else if (fact instanceof TlsProbe tls) {
      tls(tls);
    } else if (fact instanceof HttpProbe http && http.step() != null) {
      http(http);
    }
  }

  /** Layers come from hosts of their own; that such a name does not resolve stops no login. */
  private void dns(DnsAnswer dns) {
    boolean works = dns.result().equals("ok");
    String because = "answer for " + dns.host() + ": " + dns.result();
    if (!isDataHost(dns.host())) {
      seen(Hop.DNS, works, because);
    } else if (!works) {
      seen(Hop.DATA, false, because);
    }
  }

  /** Dedicated data endpoints are named REGISTRY.REGION.data.SUFFIX. */
  private static boolean isDataHost(String host) {
    return host != null && (host.contains(".data.") || host.contains(".blob."));
  }

  private void tcp(TcpProbe tcp) {
    String role = tcp.role() == null ? "login-server" : tcp.role();
    boolean connected = tcp.result().equals("connected");
    String because = "port " + tcp.port() + " of " + tcp.host() + ": " + tcp.result();
    if (role.equals("login-server")) {
      seen(Hop.TCP, connected, because);
    } else if (role.equals("data-endpoint") && !connected) {
      seen(Hop.DATA, false, because);
    } else if (role.equals("entra") && !connected) {
      seen(Hop.EXCHANGE, false, because);
    }
  }

  private void tls(TlsProbe tls) {
    boolean doubted =
        tls.trusted() == Answer.NO
            || tls.nameMatches() == Answer.NO
            || tls.expired() == Answer.YES
            || tls.intercepted() == Answer.YES && tls.trusted() != Answer.YES;
    boolean broken = tls.result() != null && !tls.result().equals("completed");
    if (broken) {
      seen(hop(tls), false, "handshake with " + tls.host() + ": " + tls.result());
    } else if (doubted || tls.trusted() == Answer.YES) {
      seen(
          hop(tls),
          !doubted,
          "certificate of " + tls.host() + (doubted ? " is not accepted" : " is accepted"));
    }
  }

  private static Hop hop(TlsProbe tls) {
    return isDataHost(tls.host()) ? Hop.DATA : Hop.TLS;
  }

  private void http(HttpProbe http) {
    int status = http.status() == null ? 0 : http.status();
    if (status == 0 && http.result() == null) {
      return;
    }
    String because =
        http.step() + (status == 0 ? ": " + http.result() : " answered " + http.status());
    boolean other = http.registryAnswer() == Answer.NO;
    switch (http.step().toLowerCase(Locale.ROOT)) {
      case "challenge" -> seen(Hop.CHALLENGE, (status == 401 || status == 200) && !other, because);
      case "anonymous-token" -> seen(Hop.TOKEN, status == 401 || status == 200, because);
      case "exchange" -> seen(Hop.EXCHANGE, status == 200, because);
      case "token" -> seen(Hop.TOKEN, status == 200, because);
      case "manifest" -> seen(Hop.MANIFEST, status == 200, because);
      case "blob" -> seen(Hop.DATA, status >= 200 && status < 400, because);
      default -> {
        // Another step says nothing about the way to an image.
      }
    }
  }

  private void seen(Hop hop, boolean works, String because) {
    (works ? good : bad).putIfAbsent(hop, because);
  }
}
