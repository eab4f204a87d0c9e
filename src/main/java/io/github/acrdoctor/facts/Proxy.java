package io.github.acrdoctor.facts;

import java.util.List;

/**
 * A proxy setting.
 *
 * @param scope client, daemon, system or cluster: who uses it; null when not known
 * @param url address of the proxy, without credentials; null when not known
 * @param noProxy hosts that go around it; empty when none is known
 * @param reachable whether the proxy answers
 * @param needsLogin whether the proxy demands credentials
 */
@About(value = "A proxy setting.", from = "docker")
public record Proxy(
    @About(
            value = "client, daemon, system or cluster: who uses it",
            example = "daemon",
            words = {"client", "daemon", "system", "cluster"})
        String scope,
    @About(
            value = "address of the proxy, without credentials",
            example = "http://proxy.contoso.example:3128")
        String url,
    @About(value = "hosts that go around it", example = ".azurecr.io") List<String> noProxy,
    @About(value = "whether the proxy answers", example = "no") Answer reachable,
    @About(value = "whether the proxy demands credentials", example = "no") Answer needsLogin)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Proxy {
    noProxy = noProxy == null ? List.of() : List.copyOf(noProxy);
    reachable = Answer.known(reachable);
    needsLogin = Answer.known(needsLogin);
  }
}
