package io.github.acrdoctor.collect;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The hosts that layers come from. One collector learns of them, another looks at them: whoever
 * hears of one first says so, and it is looked at once.
 */
public final class DataHosts {
  private static final int MOST = 20;

  private final Set<String> known = new LinkedHashSet<>();
  private final Consumer<String> onNew;

  /**
   * No hosts yet.
   *
   * @param onNew is given each new host, in the thread that found it
   */
  public DataHosts(Consumer<String> onNew) {
    this.onNew = onNew;
  }

  /**
   * Names a host. It is on the collector that looks at it to judge whether it may.
   *
   * @param host host, with a port when it is not 443
   */
  public void found(String host) {
    boolean added;
    synchronized (known) {
      added = known.size() < MOST && known.add(host.toLowerCase(Locale.ROOT));
    }
    if (added) {
      onNew.accept(host.toLowerCase(Locale.ROOT));
    }
  }
}
