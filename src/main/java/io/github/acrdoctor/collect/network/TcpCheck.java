package io.github.acrdoctor.collect.network;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Notebook;

/** Tries whether a host that a collector needs can be reached at all. */
public final class TcpCheck {
  private TcpCheck() {}

  /**
   * Looks up a host and opens a connection to it, through the proxy when one applies. What the
   * resolver said becomes a fact only when it knows no address: rules read the addresses in such
   * facts as those of the registry. Takes up to eight seconds.
   *
   * @param context what it is done with
   * @param notebook takes what is learnt
   * @param host the host, without a port
   * @param port its TCP port
   * @param role what it is for: entra, arm or other
   * @return whether a connection opens
   * @throws InterruptedException when this thread was interrupted
   */
  public static boolean probe(
      Context context, Notebook notebook, String host, int port, String role)
      throws InterruptedException {
    var socket = new Way(context, notebook, new Place(host, port, role)).go(false);
    Connections.close(socket);
    return socket != null;
  }
}
