package io.github.acrdoctor.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.RoleAssignment;

/**
 * Reads {@code az role assignment list}. Whose assignments they are, and whether they are all, does
 * not stand in it.
 */
final class RoleAssignmentJson implements JsonReader {
  @Override
  public boolean recognises(JsonNode object) {
    Arm arm = Arm.of(object);
    return !arm.path("roleDefinitionId").isMissingNode()
        && !arm.path("principalId").isMissingNode();
  }

  @Override
  public void read(JsonNode object, Subject subject, Found found) {
    Arm arm = Arm.of(object);
    String scope = Json.text(arm.path("scope"));
    String condition = Json.text(arm.path("condition"));
    found.fact(
        new RoleAssignment(
            Json.text(arm.path("roleDefinitionName")),
            scope,
            subject.covers(scope),
            Json.text(arm.path("principalId")),
            Answer.UNKNOWN,
            condition == null || condition.isBlank() ? null : condition,
            Answer.UNKNOWN,
            Json.time(arm.path("createdOn"))));
  }
}
