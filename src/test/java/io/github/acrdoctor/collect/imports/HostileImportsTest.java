package io.github.acrdoctor.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.collect.Collected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

class HostileImportsTest {
  /** Starts of what readers look for, so that garbage gets into them. */
  private static final List<String> BAITS =
      List.of(
          "{\"auths\":{\"a\":{\"auth\":\"====\",\"identitytoken\":\"a.b.c\"}}}",
          "{\"loginServer\":{},\"adminUserEnabled\":[],\"networkRuleSet\":7,\"id\":[]}",
          "{\"type\":\"Microsoft.ContainerRegistry/registries/tokens\",\"credentials\":null}",
          "{\"type\":\"Microsoft.Authorization/locks\",\"id\":\"/providers/\"}",
          "{\"kind\":\"Pod\",\"status\":{\"containerStatuses\":{\"state\":1}}}",
          "{\"kind\":\"Secret\",\"type\":\"kubernetes.io/dockerconfigjson\",\"data\":7}",
          "{\"kind\":\"List\",\"items\":[[[{\"kind\":\"Event\"}]]]}",
          "{\"value\":[null,1,\"x\",{}]}",
          "{\"accessToken\":\"..\"}",
          "{\"roleDefinitionId\":1,\"principalId\":{},\"scope\":\"//\",\"createdOn\":\"x\"}",
          "Client:\n Version: ",
          "Server: x\n Engine:\n  Version:",
          "Server:\t1.2.3.4\nAddress:\t1.2.3.4#53\n",
          "Name:\tx\nAddress: 1.2.3.4\nAliases:  a.b\n          c.d\n",
          "; <<>> DiG 9 <<>> @ x\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n",
          "> GET /v2/ HTTP/1.1\n< HTTP/1.1 401 x\n< Www-Authenticate: Bearer realm=\n{",
          "* Connected to x (y) port 443\n*  issuer: x\n*  expire date: 99\n",
          "CONNECTED(0)\nissuer=x\nVerify return code: 9999 (\n",
          "Environment=HTTP_PROXY=::\nhttps_proxy=http://[::\n",
          "apiVersion: v1\nkind: Pod\nstatus: &a [*a]\n",
          "apiVersion: v1\nkind: List\nitems:\n- kind: Event\n- 7\n-",
          "Image pull secrets:  a\n                     b\n");

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> garbage =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(300)
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    Arbitrary<String> bait = Arbitraries.of(BAITS);
    Arbitrary<String> torn =
        Combinators.combine(bait, Arbitraries.integers().between(0, 200))
            .as((text, end) -> text.substring(0, Math.min(end, text.length())));
    return Arbitraries.oneOf(garbage, bait, torn)
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("\n", parts));
  }

  @Property(tries = 1000)
  void noTextMakesTheReadersFail(@ForAll("files") String text) {
    Subject subject = Subjects.of(null, List.of(text));
    Lines lines = new Lines(text);
    Found found = new Found("x");
    Imports.readAll(lines, subject, found);
    assertThat(found.all().asked()).isEmpty();
  }

  @Property(tries = 200)
  void whateverIsReadTwiceIsReadAlike(@ForAll("files") String text) {
    assertThat(Imports.read("x", text)).isEqualTo(Imports.read("x", text));
  }

  @Example
  void hugeAndDeepFilesAreReadInTheTimeThatTheirLengthNeeds() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String line = "a".repeat(4 << 20);
    String almost = "{\n\"a\": 1,\n".repeat(100_000) + "}";
    String braces = "{\n}\n{x}\n[\n".repeat(100_000);
    String spaces = " ".repeat(3000) + "\n";
    for (String text : List.of(deep, line, almost, braces, spaces.repeat(300), "=".repeat(3999))) {
      Collected read =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(30), () -> Imports.read("x", text));
      assertThat(read.facts()).isEmpty();
    }
  }

  @Example
  void linesThatAlmostMatchCostLittle() {
    String start = BAITS.get(ThreadLocalRandom.current().nextInt(BAITS.size()));
    String text =
        (start + "\nnslookup " + "- -a ".repeat(700) + "\n> " + "A".repeat(3000) + "\n").repeat(50);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(Imports.read("x", text).texts()).isNotNull());
  }
}
