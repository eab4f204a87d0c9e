package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.Notebook;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Identity;

/**
 * What Entra ID's directory says about an application.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/application-get">Get application</a>
 */
final class Directory {
  private static final String RIGHT =
      "Application.Read.All in Microsoft Graph, or ownership of the application";

  private final Session session;
  private final Notebook notebook;
  private final Rest graph;

  Directory(Session session, Token token) {
    this.session = session;
    this.notebook = session.notebook();
    this.graph = new Rest(session, "Microsoft Graph", session.context().cloud().graph(), token);
  }

  /**
   * Reads the service principal of an application.
   *
   * @param appId the application's id
   * @param tenant the tenant that is asked
   * @param isRegistrys whether that is the registry's tenant
   * @return its object id; null when the directory does not say
   */
  String principal(String appId, String tenant, boolean isRegistrys) {
    Outcome outcome =
        graph.get(
            "/v1.0/servicePrincipals(appId='"
                + appId
                + "')?$select=id,appId,accountEnabled,servicePrincipalType,appOwnerOrganizationId");
    boolean unknown = outcome.status() == 404;
    if (!outcome.ok() && !unknown) {
      notebook.missing("identity", outcome.problem(), RIGHT);
      return null;
    }
    JsonNode found = outcome.json();
    String id = unknown ? null : Json.text(found.path("id"));
    boolean managed = found.path("servicePrincipalType").asText().equals("ManagedIdentity");
    Answer known = unknown ? Answer.NO : Answer.YES;
    notebook.fact(
        new Identity(
            managed ? "managed-identity" : "service-principal",
            appId,
            id,
            unknown ? null : tenant,
            null,
            Json.answer(found.path("accountEnabled")),
            isRegistrys ? known : null,
            null));
    return id;
  }

  /**
   * Reads when the secrets and certificates of an application end, and whose tokens it trusts.
   *
   * @param client the login that is in use
   * @param application the application
   */
  void application(Client client, Application application) {
    Outcome outcome =
        graph.get(
            "/v1.0/applications(appId='"
                + application.id()
                + "')?$select=id,displayName,passwordCredentials,keyCredentials");
    if (outcome.status() == 404) {
      // Applications of other tenants, and managed identities, have none here.
      notebook.missing("credential", "the application is not registered in this tenant", null);
      return;
    } else if (!outcome.ok()) {
      notebook.missing("credential", outcome.problem(), RIGHT);
      return;
    }
    ApplicationSecrets.read(session, client, application, outcome.json());
    String id = outcome.json().path("id").asText("");
    if (session.machine().variable("AZURE_FEDERATED_TOKEN_FILE") != null && !id.isEmpty()) {
      Outcome trusted = graph.get("/v1.0/applications/" + id + "/federatedIdentityCredentials");
      if (trusted.ok()) {
        Federation.read(session, trusted.json().path("value"));
      } else {
        notebook.missing("federatedCredential", trusted.problem(), RIGHT);
      }
    }
  }
}
