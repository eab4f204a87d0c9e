package io.github.acrdoctor.collect;

import io.github.acrdoctor.facts.InputException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The registry that is looked at.
 *
 * @param name resource name, without a domain; in small letters
 * @param host login server, without a port
 * @param port TCP port; 443 unless another one was written
 * @param repository repository to ask about; null for none
 * @param reference tag or digest to ask about; null for none
 */
public record Target(String name, String host, int port, String repository, String reference) {
  private static final int HTTPS = 443;
  private static final Pattern RESOURCE_ID =
      Pattern.compile("(?i)/subscriptions/.+/registries/([a-z0-9]+)/?");
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
  private static final Pattern REPOSITORY =
      Pattern.compile("[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");
  private static final Pattern REFERENCE =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|sha256:[a-f0-9]{64}");
  private static final int LONGEST = 1000;

  /**
   * Reads what somebody wrote: a name, a login server, an image, a web address or a resource id.
   *
   * @param written the registry
   * @param image repository with an optional tag or digest; null for none
   * @param cloud tells the suffix of names without a domain
   * @return the target
   * @throws InputException when it cannot be a registry or an image
   */
  public static Target of(String written, String image, Cloud cloud) {
    if (written.length() > LONGEST) {
      throw new InputException("REGISTRY", "is longer than any name", "");
    }
    Matcher id = RESOURCE_ID.matcher(written);
    String rest = id.matches() ? id.group(1) : written.replaceFirst("(?i)^https?://", "");
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "" : rest.substring(slash + 1).replaceFirst("^v2/?$", "");
    String authority = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
    return of(written, authority, image == null && !path.isBlank() ? path : image, cloud);
  }

  private static Target of(String written, String authority, String image, Cloud cloud) {
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    int port = colon < 0 ? HTTPS : port(written, authority.substring(colon + 1));
    if (!HOST.matcher(host).matches()) {
      throw new InputException(
          "REGISTRY",
          "'" + written + "' is not the name of a registry",
          "write its name or its login server, such as contoso or contoso.azurecr.io");
    }
    String full =
        host.contains(".") || host.equals("localhost") ? host : host + cloud.registrySuffix();
    Map.Entry<String, String> parts = image(image);
    return new Target(nameOf(full), full, port, parts.getKey(), parts.getValue());
  }

  private static int port(String written, String digits) {
    int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65_535) {
      throw new InputException("REGISTRY", "'" + written + "' has no port from 1 to 65535", "");
    }
    return port;
  }

  private static Map.Entry<String, String> image(String image) {
    if (image == null) {
      return new java.util.AbstractMap.SimpleImmutableEntry<>(null, null);
    }
    int at = image.indexOf('@');
    int colon = at >= 0 ? at : image.lastIndexOf(':');
    String repository = colon < 0 ? image : image.substring(0, colon);
    String reference = colon < 0 ? "latest" : image.substring(colon + 1);
    if (!REPOSITORY.matcher(repository).matches() || !REFERENCE.matcher(reference).matches()) {
      throw new InputException(
          "--image",
          "'" + image + "' is not an image of a registry",
          "write repository:tag in small letters, such as team/api:1.0, without the registry");
    }
    return Map.entry(repository, reference);
  }

  /** The first label, without the hash that a domain name label appends. */
  private static String nameOf(String host) {
    String label = host.substring(0, host.indexOf('.') < 0 ? host.length() : host.indexOf('.'));
    int dash = label.lastIndexOf('-');
    return dash < 0 ? label : label.substring(0, dash);
  }

  /**
   * The host as it stands in image references.
   *
   * @return host, with the port when it is not 443
   */
  public String server() {
    return port == HTTPS ? host : host + ":" + port;
  }
}
