package io.github.acrdoctor.collect.network;

/**
 * Something to connect to.
 *
 * @param host its name
 * @param port its TCP port
 * @param role what it is for: login-server, data-endpoint, entra, arm or other
 */
record Place(String host, int port, String role) {
  private static final int HTTPS = 443;

  /**
   * Reads a host with an optional port.
   *
   * @param written host, with a port when it is not 443
   * @param role what it is for
   * @return null when it has no port between 1 and 65535
   */
  static Place of(String written, String role) {
    int colon = written.lastIndexOf(':');
    if (colon < 0) {
      return new Place(written, HTTPS, role);
    }
    String digits = written.substring(colon + 1);
    int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    return port < 1 || port > 65_535 ? null : new Place(written.substring(0, colon), port, role);
  }
}
