package io.github.acrdoctor.collect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The resolver that ordinary programs on this machine use: hosts file, caches and all. */
public interface Resolver {
  /**
   * Resolves a name.
   *
   * @param host a name or an address
   * @return at least one address
   * @throws UnknownHostException when there is none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
