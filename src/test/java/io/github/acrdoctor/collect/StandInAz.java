package io.github.acrdoctor.collect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program az in which a user is signed in to the stand-in for Azure. */
final class StandInAz {
  private static final String USER = "dana@contoso.example";

  private StandInAz() {}

  static Path write(StandInAzure azure, Path folder, String cloud) {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("oid", StandInAzure.OBJECT).put("upn", USER).put("idtyp", "user");
    List<String> lines = new ArrayList<>(List.of("#!/bin/sh", "case \"$1 $2 $4\" in"));
    for (String service : List.of("arm", "graph", "logs")) {
      String audience = azure.address(service);
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.put("accessToken", StandInAzure.token(audience, claims));
      lines.add("*get-access-token*" + audience + ") echo '" + answer + "';;");
    }
    lines.add("version*) echo '{\"azure-cli\":\"2.67.0\"}';;");
    lines.add("*show*) echo '" + account(cloud) + "';;");
    lines.add("*) echo 'unexpected' >&2; exit 2;;");
    lines.add("esac");
    Path az = StandInAzure.write(folder.resolve("az"), String.join("\n", lines) + "\n");
    if (!az.toFile().setExecutable(true)) {
      throw new IllegalStateException("az cannot be made a program");
    }
    return az;
  }

  private static ObjectNode account(String cloud) {
    ObjectNode account = JsonNodeFactory.instance.objectNode().put("environmentName", cloud);
    account.put("id", StandInAzure.SUBSCRIPTION).put("tenantId", StandInAzure.TENANT);
    account.putObject("user").put("name", USER).put("type", "user");
    return account;
  }
}
