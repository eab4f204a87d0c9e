package io.github.acrdoctor.collect.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Answers of a cluster in the shapes of the Kubernetes API. */
public final class Shapes {
  /** A secret that no output may hold. */
  public static final String PASSWORD = "Zq8-Planted-Password-4711";

  private Shapes() {}

  /** A list of objects. */
  public static String list(String... items) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + String.join(",", items) + "]}";
  }

  /** A pod that waits for an image; its environment holds a password. */
  public static String pod(String name, String image, String secrets, String node) {
    return """
    {"apiVersion":"v1","kind":"Pod",
     "metadata":{"name":"%s","namespace":"payments"},
     "spec":{"nodeName":"%s","serviceAccountName":"default","imagePullSecrets":%s,
      "containers":[{"name":"api","image":"%s",
        "env":[{"name":"DB_PASSWORD","value":"%s"}]}]},
     "status":{"phase":"Pending","containerStatuses":[{"name":"api","image":"%s","ready":false,
      "state":{"waiting":{"reason":"ImagePullBackOff",
        "message":"Back-off pulling image \\"%s\\""}}}]}}
    """
        .formatted(name, node, secrets, image, PASSWORD, image, image);
  }

  /** A pod that runs. */
  public static String running(String name) {
    return pod(name, "contoso.azurecr.io/team/api:1.0", "[]", "node-1")
        .replace(
            "\"waiting\":{\"reason\":\"ImagePullBackOff\",",
            "\"running\":{\"startedAt\":\"2026-11-24T09:00:00Z\",");
  }

  /** An event of a pod. */
  public static String event(String type, String reason, String message) {
    return """
    {"apiVersion":"v1","kind":"Event","type":"%s","reason":"%s","message":"%s",
     "involvedObject":{"kind":"Pod","name":"api-1","namespace":"payments"}}
    """
        .formatted(type, reason, message);
  }

  /** A pull secret for a host. */
  public static String secret(String name, String host, String user) {
    return typed(name, "kubernetes.io/dockerconfigjson", config(host, user));
  }

  /** A secret of a type. */
  public static String typed(String name, String type, String content) {
    return """
    {"apiVersion":"v1","kind":"Secret","metadata":{"name":"%s","namespace":"payments"},
     "type":"%s","data":{".dockerconfigjson":"%s"}}
    """
        .formatted(name, type, base64(content));
  }

  /** A docker configuration with one entry. */
  public static String config(String host, String user) {
    return "{\"auths\":{\"%s\":{\"username\":\"%s\",\"password\":\"%s\",\"auth\":\"%s\"}}}"
        .formatted(host, user, PASSWORD, base64(user + ":" + PASSWORD));
  }

  /** A text in base64. */
  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
