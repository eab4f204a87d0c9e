package io.github.acrdoctor.collect;

/**
 * A proxy that a client is told to use.
 *
 * @param host its host
 * @param port its port
 * @param user user name for it; null for none
 * @param password password for it; null for none
 */
public record ProxyAddress(String host, int port, String user, String password) {
  /**
   * The address without credentials.
   *
   * @return {@code http://host:port}
   */
  public String url() {
    return "http://" + host + ":" + port;
  }

  /** Without the password: a record that prints itself must not print a secret. */
  @Override
  public String toString() {
    return url();
  }
}
