package io.github.acrdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.StandInAzure;
import io.github.acrdoctor.collect.StandInFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectCommandTest {
  @TempDir Path folder;

  private static Map<String, String> unzipped(Path zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        byte[] bytes = file.getInputStream(entry).readAllBytes();
        files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown", "html"})
  void theBundleGivesTheReportOfTheLiveRunByteForByte(String format) throws Exception {
    Path zip = folder.resolve("case.zip");
    try (CheckWorld world = new CheckWorld(folder)) {
      world.registry.fault("anonymous-token", StandInFaults.firewall("203.0.113.9"));
      world.registry.fault("token", StandInFaults.firewall("203.0.113.9"));
      Run live = world.check("--save", zip.toString(), "--format", format);
      Run later = Run.of("diagnose", "--case", zip.toString(), "--format", format);
      assertThat(later.out()).as(live.err()).isEqualTo(live.out());
      assertThat(later.code()).isEqualTo(live.code());
    }
  }

  @Test
  void aHealthyBundleSaysThatNothingIsWrongAsWell() throws Exception {
    Path zip = folder.resolve("case.zip");
    try (CheckWorld world = new CheckWorld(folder)) {
      Run collected = world.run("collect", java.time.Duration.ofSeconds(6), "-o", zip.toString());
      assertThat(collected.code()).as(collected.err()).isZero();
      assertThat(collected.out()).contains("Saved " + zip, "facts", "diagnose --case");
    }
    assertThat(unzipped(zip).keySet())
        .contains("case.yaml", "index.md", "asked.jsonl", "redactions.json", "manifest.json");
    Run later = Run.of("diagnose", "--case", zip.toString());
    assertThat(later.out()).startsWith("Nothing wrong was found. Verified:");
  }

  @Test
  void aFolderOfBundlesIsABatch() throws Exception {
    Path bundles = Files.createDirectory(folder.resolve("bundles"));
    try (CheckWorld world = new CheckWorld(folder)) {
      for (String name : List.of("a.zip", "b.zip")) {
        world.run(
            "collect",
            java.time.Duration.ofSeconds(6),
            "--only",
            "network",
            "-o",
            bundles.resolve(name).toString());
      }
    }
    assertThat(Run.of("batch", bundles.toString()).reports()).hasSize(2);
  }

  @Test
  void noSecretThatWasUsedOrSeenIsInAnyByteOfAnything() throws Exception {
    Path zip = folder.resolve("case.zip");
    String planted = "Pl4nted-Passw0rd-9c1f";
    try (CheckWorld world = new CheckWorld(folder)) {
      world.login("contoso", planted);
      world.registry.user("contoso", planted).allow("contoso", "team/api", "pull");
      world.registry.fault("manifest", StandInFaults.echo(401));
      for (String format : List.of("text", "json", "markdown", "html")) {
        Run run = world.check("--save", zip.toString(), "--format", format);
        assertThat(run.out() + run.err())
            .doesNotContain(planted, StandInAzure.SECRET, StandInAzure.SIGNATURE);
      }
    }
    assertThat(unzipped(zip))
        .allSatisfy(
            (name, text) ->
                assertThat(text)
                    .as(name)
                    .doesNotContain(
                        planted,
                        StandInAzure.SECRET,
                        StandInAzure.SIGNATURE,
                        "S1gnedL1nkThatIsASecret",
                        java.util.Base64.getEncoder()
                            .encodeToString(
                                ("contoso:" + planted).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void whatACustomerSentAndWhatWasPrintedGoIntoTheSameCase() throws Exception {
    Path sent = Files.createDirectory(folder.resolve("sent"));
    Files.writeString(
        sent.resolve("1.txt"),
        "{\"sku\":{\"name\":\"Basic\"},\"name\":\"contoso\","
            + "\"loginServer\":\"contoso.azurecr.io\",\"adminUserEnabled\":true,"
            + "\"type\":\"Microsoft.ContainerRegistry/registries\"}");
    String printed = Run.file(folder, "error.txt", "toomanyrequests: Too many requests.");
    try (CheckWorld world = new CheckWorld(folder)) {
      Run run =
          world.check(
              "--only", "network", "--from", sent.toString(), "-f", printed, "--format", "json");
      assertThat(run.topCause()).as(run.out()).isEqualTo("throttled");
    }
  }

  @Test
  void wrongUsageIsToldBeforeAnythingIsAsked() {
    Run.of("check").isRefused("REGISTRY");
    Run.of("check", "contoso", "--only", "netwrok").isRefused("netwrok", "did you mean network?");
    Run.of("check", "contoso", "--timeout", "soon").isRefused("--timeout", "30s");
    Run.of("check", "contoso", "--cloud", "AzureClod").isRefused("AzureClod", "AzureCloud");
    Run.of("check", "con toso").isRefused("is not the name of a registry");
    Run.of("check", "contoso", "--image", "Team:1").isRefused("--image", "small letters");
    Run.of("check", "contoso", "--user", "x").isRefused("--password-stdin");
    Run.of("check", "contoso", "--skip", "docker,network,registry,azure,kubernetes")
        .isRefused("leaves no collector");
    Run.of("collect", "contoso").isRefused("--output");
    Run.of("check", "contoso", "--ca", "no-such.pem").isRefused("no-such.pem");
  }

  @Test
  void aCloudFileThatLacksAnAddressIsRefusedByTheNamesOfItsFields() {
    String file = Run.file(folder, "cloud.json", "{\"endpoints\":{\"resourceManager\":\"x\"}}");
    Run.of("check", "contoso", "--cloud", file)
        .isRefused("endpoints.activeDirectory", "acrLoginServerEndpoint");
    String plain =
        Run.file(
            folder,
            "plain.json",
            "{\"endpoints\":{\"resourceManager\":\"http://arm.example\",\"activeDirectory\":"
                + "\"https://x.example\"},\"suffixes\":{\"acrLoginServerEndpoint\":\".x\"}}");
    Run.of("check", "contoso", "--cloud", plain).isRefused("is not encrypted");
  }
}
