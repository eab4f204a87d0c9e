package io.github.acrdoctor.facts;

import static io.github.acrdoctor.facts.Redactor.Kind.AUTH;
import static io.github.acrdoctor.facts.Redactor.Kind.AUTHORIZATION;
import static io.github.acrdoctor.facts.Redactor.Kind.CLIENT_SECRET;
import static io.github.acrdoctor.facts.Redactor.Kind.KEY;
import static io.github.acrdoctor.facts.Redactor.Kind.PASSWORD;
import static io.github.acrdoctor.facts.Redactor.Kind.PRIVATE_KEY;
import static io.github.acrdoctor.facts.Redactor.Kind.SIGNATURE;
import static io.github.acrdoctor.facts.Redactor.Kind.TOKEN;

import java.util.List;

/**
 * Invented secrets in every writing that people paste. Pieces are put together so that no scanner
 * takes them for real.
 */
public final class SecretSamples {
  /** A token of three parts. */
  public static final String JWT =
      "eyJhbGciOiJSUzI1NiIsImtpZCI6IkFCQyJ9.eyJhdWQiOiJjb250b3NvLmF6dXJlY3IuaW8ifQ.c2lnbmF0dXJlLW9mLW5vdGhpbmc_-";

  /** A client secret of Entra. */
  public static final String ENTRA = "abc8" + "Q~" + "dEfGhIjKlMnOpQrStUvWxYz0123456789_.~x";

  /** An admin password of a registry. */
  public static final String ADMIN =
      "Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaWpr".substring(0, 42) + "+ACR" + "Ab1Cd2";

  /** A private key that opens nothing. */
  public static final String PEM =
      "-----BEGIN "
          + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQ==\n-----END "
          + "PRIVATE KEY-----";

  private static final String BASIC = "Y29udG9zbzpTM2NyZXQtMQ==";
  private static final String SECRET = "S3cret-1/x~Y";

  private SecretSamples() {}

  /**
   * A secret in its surroundings.
   *
   * @param before what stands before it
   * @param secret the secret
   * @param after what stands behind it
   * @param kind what it is
   */
  public record Sample(String before, String secret, String after, Redactor.Kind kind) {
    /** The whole text. */
    public String text() {
      return before + secret + after;
    }
  }

  /** All of them. */
  public static List<Sample> all() {
    return List.of(
        new Sample("", JWT, "", TOKEN),
        new Sample("token is ", JWT, ".", TOKEN),
        new Sample(
            "X-Registry-Auth: ", "eyJ1c2VybmFtZSI6ImRhbmEiLCJwYXNzd29yZCI6IngifQ==", "", TOKEN),
        new Sample(
            ".dockerconfigjson: ", "eyJhdXRocyI6eyJjb250b3NvLmF6dXJlY3IuaW8iOnt9fX0=", "", TOKEN),
        new Sample("https://host/cb?x=1#token=", JWT, "&state=2", TOKEN),
        new Sample("Authorization: Bearer ", JWT, "", AUTHORIZATION),
        new Sample("> authorization: Basic ", BASIC, "", AUTHORIZATION),
        new Sample(
            "curl -H 'Authorization: Bearer ",
            SECRET,
            "' https://contoso.azurecr.io/v2/",
            AUTHORIZATION),
        new Sample("{\"Authorization\": \"Bearer ", JWT, "\", \"x\": 1}", AUTHORIZATION),
        new Sample("map[Authorization:[Basic ", BASIC, "] Accept:[*/*]]", AUTHORIZATION),
        new Sample("{\"Proxy-Authorization\": [\"Basic ", BASIC, "\"]}", AUTHORIZATION),
        new Sample("sent Bearer ", "a1b2c3d4e5f6g7h8i9", " to the server", AUTHORIZATION),
        new Sample("sent Basic ", BASIC, " to the server", AUTHORIZATION),
        new Sample("{\"auths\":{\"contoso.azurecr.io\":{\"auth\":\"", BASIC, "\"}}}", AUTH),
        new Sample("\t\t\t\"identitytoken\": \"", "0.AXoAbcdefgh-123456", "\"", TOKEN),
        new Sample("docker login contoso.azurecr.io -u contoso -p ", "hunter2", "", PASSWORD),
        new Sample("docker login -u contoso -p ", "abc,d", " contoso.azurecr.io", PASSWORD),
        new Sample("docker login -u contoso -p '", "ab c\"d;&e", "' contoso.azurecr.io", PASSWORD),
        new Sample("docker login -u contoso -p \"", "ab c'd;&e", "\" contoso.azurecr.io", PASSWORD),
        new Sample("docker login -u contoso -p=", SECRET, " contoso.azurecr.io", PASSWORD),
        new Sample("docker login -u contoso -p", "S3cret99", " contoso.azurecr.io", PASSWORD),
        new Sample(
            "az login --service-principal -u 33333333-aaaa-bbbb-cccc-000000000001 -p ",
            SECRET,
            " --tenant x",
            PASSWORD),
        new Sample(
            "docker login --username contoso --password ",
            "hunter2",
            " contoso.azurecr.io",
            PASSWORD),
        new Sample("docker login --password=", SECRET, "", PASSWORD),
        new Sample("docker login --password=\"", "pass word", "\"", PASSWORD),
        new Sample(
            "kubectl create secret docker-registry s --docker-password=",
            SECRET,
            " --docker-email=x",
            PASSWORD),
        new Sample(
            "kubectl create secret docker-registry s --docker-password ", SECRET, "", PASSWORD),
        new Sample("Connect-AzContainerRegistry -Name contoso -Password ", SECRET, "", PASSWORD),
        new Sample("az login --client-secret ", SECRET, " x", CLIENT_SECRET),
        new Sample("podman login --creds=contoso:", SECRET, "", PASSWORD),
        new Sample("skopeo copy --src-creds contoso:", SECRET, " docker://x", PASSWORD),
        new Sample("curl -u contoso:", SECRET, " https://contoso.azurecr.io/v2/", PASSWORD),
        new Sample("curl --user \"contoso:", SECRET, "\" https://contoso.azurecr.io/v2/", PASSWORD),
        new Sample("password: ", "hunter2", "", PASSWORD),
        new Sample("  password: \"", "hunter 2", "\"", PASSWORD),
        new Sample("Password : ", "hunter2", "", PASSWORD),
        new Sample("user contoso, password: ", "Hunter!2", ", host x", PASSWORD),
        new Sample("{Username:contoso Password:", "hunter2", "}", PASSWORD),
        new Sample("{'password': '", "hunter2", "', 'x': 1}", PASSWORD),
        new Sample(
            "{\"username\":\"contoso\",\"password\":\"", "a\\\"b,c}", "\",\"x\":1}", PASSWORD),
        new Sample("{\"password\":", "12345678", ",\"x\":1}", PASSWORD),
        new Sample("export ACR_PASSWORD=", SECRET, "", PASSWORD),
        new Sample("$env:REGISTRY_PASSWORD = \"", SECRET, "\"", PASSWORD),
        new Sample("Server=x;Database=y;Password=", "a,b-c", ";Encrypt=true", PASSWORD),
        new Sample("user=x,password=", "a.b-c", ",tenant=y", PASSWORD),
        new Sample(
            "grant_type=client_credentials&client_secret=", SECRET, "&scope=x", CLIENT_SECRET),
        new Sample("client_secret%3D", "S3cret1", "%26scope%3Dx", CLIENT_SECRET),
        new Sample("{\"clientSecret\": \"", SECRET, "\"}", CLIENT_SECRET),
        new Sample("AZURE_CLIENT_SECRET=", SECRET, "", CLIENT_SECRET),
        new Sample("{\"secretText\":\"", SECRET, "\"}", CLIENT_SECRET),
        new Sample("grant_type=refresh_token&refresh_token=", "0.AXoAbc-1", "&service=x", TOKEN),
        new Sample("{\"refresh_token\":\"", "0.AXoAbc-1", "\"}", TOKEN),
        new Sample("{\"accessToken\": \"", "0.AXoAbc-1", "\"}", TOKEN),
        new Sample("https://x/y?access_token=", "0.AXoAbc-1", "", TOKEN),
        new Sample("client_assertion=", JWT, "&x=1", TOKEN),
        new Sample(
            "https://x.blob.core.windows.net/c/b?sv=2024&sp=r&sig=",
            "aBc%2Bd%2Fe%3D",
            "&se=2026",
            SIGNATURE),
        new Sample(
            "https://x.blob.core.windows.net/c/b?sv=2024&sig=", "aBc%2Bd%2Fe%3D", "", SIGNATURE),
        new Sample("url=https%3A%2F%2Fx%3Fsv%3D2024%26sig%3D", "aBc-d", "%26se%3D2026", SIGNATURE),
        new Sample(
            "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=",
            "aBcD+/eF==",
            ";EndpointSuffix=core.windows.net",
            KEY),
        new Sample(
            "Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=", "aBcD+/eF=", "", KEY),
        new Sample("HTTPS_PROXY=http://dana:", "S3cret-1", "@proxy.contoso.example:3128", PASSWORD),
        new Sample("https://dana:", "p@ss:w0rd", "@contoso.azurecr.io/v2/", PASSWORD),
        new Sample("", PEM, "", PRIVATE_KEY),
        new Sample("key is ", ENTRA, ", use it", CLIENT_SECRET),
        new Sample("", ENTRA, "", CLIENT_SECRET),
        new Sample("the value '", ADMIN, "' was refused", PASSWORD),
        new Sample("", ADMIN, "", PASSWORD));
  }
}
