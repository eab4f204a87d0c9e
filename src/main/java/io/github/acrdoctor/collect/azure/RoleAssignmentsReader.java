package io.github.acrdoctor.collect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Change;
import io.github.acrdoctor.facts.RoleAssignment;
import io.github.acrdoctor.facts.RoleAssignments;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who has which role on the registry: the identity in use, itself or through a group, and others.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest">
 *     list role assignments</a>
 */
final class RoleAssignmentsReader {
  private static final String VERSION = "2022-04-01";
  private static final int MOST_OTHERS = 50;

  private final Session session;
  private final Arm arm;
  private final Roles roles;
  private final Found found;

  RoleAssignmentsReader(Session session, Arm arm, Roles roles, Found found) {
    this.session = session;
    this.arm = arm;
    this.roles = roles;
    this.found = found;
  }

  /** The assignments that count for an identity, directly or through groups. */
  Arm.Items of(String objectId) {
    if (!objectId.matches("[0-9a-fA-F-]{36}")) {
      return new Arm.Items(List.of(), Outcome.failed("the identity has no object id"));
    }
    return filtered("assignedTo('" + objectId + "')");
  }

  private Arm.Items filtered(String filter) {
    return arm.list(
        found.id() + "/providers/Microsoft.Authorization/roleAssignments?$filter=" + filter,
        VERSION);
  }

  /**
   * Reads the roles of the identity in use, and those others have on the registry.
   *
   * @param objectId the identity
   */
  void read(String objectId) {
    Arm.Items own = of(objectId);
    boolean complete = arm.usable("roleAssignments", own.end());
    Set<String> ids = new HashSet<>();
    for (JsonNode assignment : own.items()) {
      ids.add(assignment.path("id").asText());
      complete &= own(assignment);
    }
    session
        .notebook()
        .fact(new RoleAssignments(complete ? Answer.YES : own.whole() ? null : Answer.NO));
    if (own.whole()) {
      others(ids);
    }
  }

  /** Writes an assignment down; returns whether its name and condition tell all that it allows. */
  private boolean own(JsonNode assignment) {
    Role role = roles.of(definition(assignment));
    String scope = Json.text(assignment.path("properties").path("scope"));
    Answer covers = Scope.covers(scope, found.id());
    RoleAssignment fact = fact(assignment, role.name(), covers, Answer.YES);
    session.notebook().fact(fact);
    if (fact.createdAt() != null && covers == Answer.YES) {
      Instant at = fact.createdAt();
      session.notebook().fact(new Change("role-assignment", at, role.name()));
    }
    boolean isNamed = Roles.builtInName(definition(assignment)) != null;
    boolean told = isNamed || (role.isKnown() && !mayMatter(role));
    if (!told && covers != Answer.NO) {
      session.notebook().missing("roleAssignments", untold(role), null);
    }
    boolean judged = fact.condition() == null || fact.conditionMet() != Answer.UNKNOWN;
    return covers == Answer.NO || (told && judged);
  }

  private static String untold(Role role) {
    return role.isKnown()
        ? "the role " + role.name() + " may allow pulling; it is none of those that rules know"
        : "what a role of the identity allows cannot be read";
  }

  private static boolean mayMatter(Role role) {
    return role.allows(Roles.PULL, false) || role.allows(Roles.READ_CONTENT, true);
  }

  private static String definition(JsonNode assignment) {
    return assignment.path("properties").path("roleDefinitionId").asText("");
  }

  private void others(Set<String> ids) {
    Arm.Items all = filtered("atScope()");
    arm.usable("roleAssignment", all.end());
    all.items().stream()
        .filter(assignment -> !ids.contains(assignment.path("id").asText()))
        .filter(assignment -> Roles.builtInName(definition(assignment)) != null)
        .limit(MOST_OTHERS)
        .forEach(
            assignment -> {
              String name = Roles.builtInName(definition(assignment));
              String scope = Json.text(assignment.path("properties").path("scope"));
              Answer covers = Scope.covers(scope, found.id());
              session.notebook().fact(fact(assignment, name, covers, Answer.NO));
            });
  }

  private RoleAssignment fact(JsonNode assignment, String role, Answer covers, Answer effective) {
    JsonNode properties = assignment.path("properties");
    String condition = Json.text(properties.path("condition"));
    return new RoleAssignment(
        role,
        Json.text(properties.path("scope")),
        covers,
        Json.text(properties.path("principalId")),
        effective,
        condition,
        Condition.metBy(condition, session.context().target().repository()),
        Json.time(properties.path("createdOn")));
  }

  /**
   * Whether an identity may pull from the registry.
   *
   * @param objectId the identity
   * @param mode legacy or abac; null when not known
   * @return unknown when its assignments or what they allow cannot be seen
   */
  Answer mayPull(String objectId, String mode) {
    Arm.Items own = of(objectId);
    boolean certain = arm.usable("aksCluster", own.end()) && mode != null;
    boolean abac = "abac".equals(mode);
    for (JsonNode assignment : own.items()) {
      JsonNode properties = assignment.path("properties");
      Answer covers = Scope.covers(Json.text(properties.path("scope")), found.id());
      if (covers == Answer.NO) {
        continue;
      }
      Role role = roles.of(definition(assignment));
      String condition = Json.text(properties.path("condition"));
      Answer met = Condition.metBy(condition, session.context().target().repository());
      boolean allows =
          abac ? role.allows(Roles.READ_CONTENT, true) : role.allows(Roles.PULL, false);
      if (mode != null && allows && (condition == null || met == Answer.YES)) {
        return Answer.YES;
      }
      certain &= role.isKnown() && (!allows || met == Answer.NO);
    }
    return certain ? Answer.NO : Answer.UNKNOWN;
  }
}
