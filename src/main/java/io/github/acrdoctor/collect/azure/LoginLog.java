package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.LoginEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * Logins that the registry refused during the last day.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerregistryloginevents">
 *     ContainerRegistryLoginEvents</a>
 */
final class LoginLog {
  private static final String RIGHT =
      "Log Analytics Reader on the workspace, and a diagnostic setting of the registry that sends"
          + " ContainerRegistryLoginEvents to it";

  private LoginLog() {}

  static void read(Session session, Token token, String workspace) {
    if (!workspace.matches("[A-Za-z0-9-]{1,64}")) {
      session.notebook().missing("loginEvent", "--workspace is not the id of a workspace", null);
      return;
    }
    Rest logs = new Rest(session, "Log Analytics", session.context().cloud().logAnalytics(), token);
    String body = JsonNodeFactory.instance.objectNode().put("query", query(session)).toString();
    Outcome outcome = logs.post("/v1/workspaces/" + workspace + "/query", body);
    if (!outcome.ok()) {
      session.notebook().missing("loginEvent", outcome.problem(), RIGHT);
      return;
    }
    JsonNode table = outcome.json().path("tables").path(0);
    Map<String, Integer> columns = columns(table);
    for (JsonNode row : table.path("rows")) {
      session
          .notebook()
          .fact(
              new LoginEvent(
                  cell(row, columns, "Identity"),
                  cell(row, columns, "ResultDescription"),
                  cell(row, columns, "CallerIpAddress"),
                  Json.time(row.path(columns.getOrDefault("TimeGenerated", -1)))));
    }
  }

  private static Map<String, Integer> columns(JsonNode table) {
    Map<String, Integer> columns = new HashMap<>();
    for (JsonNode column : table.path("columns")) {
      columns.put(column.path("name").asText(), columns.size());
    }
    return columns;
  }

  private static String cell(JsonNode row, Map<String, Integer> columns, String name) {
    return Json.text(row.path(columns.getOrDefault(name, -1)));
  }

  private static String query(Session session) {
    return "ContainerRegistryLoginEvents"
        + " | where TimeGenerated > ago(1d)"
        // The host was checked when the command line was read: it holds no quote.
        + " | where LoginServer =~ '"
        + session.context().target().host()
        + "'"
        + " | where ResultDescription startswith '4' or ResultDescription startswith '5'"
        + " | project TimeGenerated, Identity, ResultDescription, CallerIpAddress"
        + " | top 50 by TimeGenerated desc";
  }
}
