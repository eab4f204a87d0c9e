package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.facts.InputException;
import io.github.acrdoctor.facts.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * The Azures there are, and those that a file describes in the field names of {@code az cloud
 * show}.
 *
 * @see <a href="https://learn.microsoft.com/cli/azure/manage-clouds-azure-cli">az cloud</a>
 */
public final class Clouds {
  private static final Cloud PUBLIC =
      new Cloud(
          "AzureCloud",
          "https://management.azure.com",
          "https://login.microsoftonline.com",
          "https://graph.microsoft.com",
          "https://api.loganalytics.io",
          "https://management.azure.com",
          ".azurecr.io",
          "core.windows.net");
  private static final Map<String, Cloud> KNOWN = known();

  private Clouds() {}

  private static Map<String, Cloud> known() {
    Map<String, Cloud> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Cloud china =
        new Cloud(
            "AzureChinaCloud",
            "https://management.chinacloudapi.cn",
            "https://login.chinacloudapi.cn",
            "https://microsoftgraph.chinacloudapi.cn",
            "https://api.loganalytics.azure.cn",
            "https://management.chinacloudapi.cn",
            ".azurecr.cn",
            "core.chinacloudapi.cn");
    Cloud government =
        new Cloud(
            "AzureUSGovernment",
            "https://management.usgovcloudapi.net",
            "https://login.microsoftonline.us",
            "https://graph.microsoft.us",
            "https://api.loganalytics.us",
            "https://management.usgovcloudapi.net",
            ".azurecr.us",
            "core.usgovcloudapi.net");
    List.of(PUBLIC, china, government).forEach(cloud -> known.put(cloud.name(), cloud));
    return known;
  }

  /**
   * The cloud a registry is in, by the suffix of its login server.
   *
   * @param registry name or login server, as somebody wrote it
   * @return the public cloud when the suffix says nothing
   */
  public static Cloud ofRegistry(String registry) {
    String host = registry.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    host = host.replaceFirst("[/:].*$", "");
    for (Cloud cloud : KNOWN.values()) {
      if (host.endsWith(cloud.registrySuffix())) {
        return cloud;
      }
    }
    return PUBLIC;
  }

  /**
   * A cloud by its name.
   *
   * @param name as {@code az cloud list} writes it; upper and lower case are the same
   * @return null when there is none of this name
   */
  public static Cloud named(String name) {
    return KNOWN.get(name);
  }

  /**
   * What to say about a name that is none.
   *
   * @param name the name
   * @return the nearest name, or all of them
   */
  public static String advice(String name) {
    return Nearest.advice(name, KNOWN.keySet())
        + "; or name a file with the output of az cloud show -o json";
  }

  /**
   * Reads the description of a cloud. What the file leaves out is as in the public cloud, but for
   * the addresses that credentials are sent to: those must be there.
   *
   * @param file its name for messages
   * @param text its content, as {@code az cloud show -o json} prints it
   * @return the cloud
   * @throws InputException when it is none
   */
  public static Cloud read(String file, String text) {
    JsonNode json = Json.read(text);
    if (!json.isObject()) {
      throw new InputException(
          file, "is not a JSON object", "write the output of az cloud show -o json into it");
    }
    List<String> missing = new ArrayList<>();
    for (String needed : List.of("resourceManager", "activeDirectory")) {
      if (!json.path("endpoints").path(needed).isTextual()) {
        missing.add("endpoints." + needed);
      }
    }
    if (!json.path("suffixes").path("acrLoginServerEndpoint").isTextual()) {
      missing.add("suffixes.acrLoginServerEndpoint");
    }
    if (!missing.isEmpty()) {
      throw new InputException(
          file,
          "does not say " + String.join(", ", missing),
          "the fields are those of az cloud show -o json");
    }
    JsonNode endpoints = json.path("endpoints");
    JsonNode suffixes = json.path("suffixes");
    String manager = address(file, endpoints, "resourceManager", PUBLIC.resourceManager());
    String suffix = suffixes.path("acrLoginServerEndpoint").asText();
    return new Cloud(
        json.path("name").asText("custom"),
        manager,
        address(file, endpoints, "activeDirectory", PUBLIC.authority()),
        address(file, endpoints, "microsoftGraphResourceId", PUBLIC.graph()),
        address(file, endpoints, "logAnalyticsResourceId", PUBLIC.logAnalytics()),
        endpoints.path("activeDirectoryResourceId").asText(manager).replaceFirst("/+$", ""),
        suffix.startsWith(".") ? suffix : "." + suffix,
        suffixes.path("storageEndpoint").asText(PUBLIC.storageSuffix()));
  }

  private static String address(String file, JsonNode endpoints, String field, String usual) {
    String written = endpoints.path(field).asText(usual);
    HttpUrl url = HttpUrl.parse(written);
    boolean plain = url != null && !url.isHttps() && !isLoopback(url.host());
    if (url == null || plain) {
      throw new InputException(
          file,
          "endpoints." + field + (plain ? " is not encrypted" : " is not a web address"),
          "write an address that starts with https://");
    }
    return written.replaceFirst("/+$", "");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
