package io.github.acrdoctor.collect.imports;

import io.github.acrdoctor.collect.Proxies;
import io.github.acrdoctor.collect.ProxyAddress;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the proxy settings of a program into facts, without the credentials in them. */
final class ProxySettings {
  private ProxySettings() {}

  /**
   * Adds the proxies that are set.
   *
   * @param scope who uses them: client or daemon
   * @param https proxy for encrypted requests; blank for none
   * @param http proxy for plain requests; blank for none
   * @param none hosts that go around them; blank for none
   * @param found takes them
   */
  static void add(String scope, String https, String http, String none, Found found) {
    List<String> direct =
        Arrays.stream(none.split("[,\\s]+", -1)).filter(host -> !host.isBlank()).toList();
    Set<String> urls = new LinkedHashSet<>();
    for (String written : List.of(https, http)) {
      ProxyAddress proxy = written.isBlank() ? null : Proxies.parse(written.trim());
      if (proxy != null) {
        urls.add(proxy.url());
      }
    }
    urls.forEach(url -> found.fact(new Proxy(scope, url, direct, Answer.UNKNOWN, Answer.UNKNOWN)));
  }
}
