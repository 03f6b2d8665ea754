package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Users and projects, of which callers see their own. */
record Accounts(List<Account> all) {

  private static final String USER =
      """
      {"id": %s, "name": %s, "default_project_id": %s, "links": {"self": %s},
       "domain_id": "default", "enabled": true, "password_expires_at": null, "options": %s}
      """;
  private static final String PROJECT =
      """
      {"id": %s, "name": %s, "links": {"self": %s}, "domain_id": "default", "description": "",
       "enabled": true, "parent_id": "default", "is_domain": false, "tags": [], "options": {}}
      """;

  private static final String DOMAIN =
      """
      {"id": "default", "name": "Default", "description": "The default domain", "enabled": true,
       "tags": [], "options": {}, "links": {"self": %s}}
      """;

  Accounts {
    all = List.copyOf(all);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("identity.auth-projects.list", "GET /v3/auth/projects", this::projects),
        Operation.of(
            "identity.auth-domains.list",
            "GET /v3/auth/domains",
            it -> listed(it, "domains", List.of())),
        Operation.of("identity.projects.list", "GET /v3/users/{user}/projects", this::ofUser),
        Operation.of("identity.domains.show", "GET /v3/domains/{domain}", Accounts::domain),
        Operation.of("identity.users.show", "GET /v3/users/{user}", this::user),
        Operation.of("identity.projects.show", "GET /v3/projects/{project}", this::project),
        Operation.of("identity.all-projects.list", "GET /v3/projects", this::allProjects));
  }

  /** The account of the user that is asked for, or whose name is asked for, if there is one. */
  Optional<Account> user(JsonNode asked) {
    return all.stream().filter(it -> isNamed(asked, it.userId(), it.name())).findFirst();
  }

  /** The account of the project that is asked for, if there is one. */
  Optional<Account> project(JsonNode asked) {
    return all.stream().filter(it -> isNamed(asked, it.projectId(), it.name())).findFirst();
  }

  private static boolean isNamed(JsonNode asked, String id, String name) {
    if (asked.has("id")) {
      return asked.path("id").asText().equals(id);
    }
    JsonNode domain = asked.path("domain");
    boolean ownDomain =
        domain.path("id").asText().equals("default")
            || domain.path("name").asText().equals("Default");
    return ownDomain && asked.path("name").asText().equals(name);
  }

  /** The caller, if they are the user in the request's path; that action is refused otherwise. */
  Account self(Incoming request, String action) {
    if (!request.caller().userId().equals(request.part("user"))) {
      throw IdentityFaults.forbidden(action);
    }
    return of(request.caller());
  }

  /** The account of somebody who has a token. */
  Account of(Caller caller) {
    return all.stream().filter(it -> it.userId().equals(caller.userId())).findFirst().orElseThrow();
  }

  private Reply projects(Incoming request) {
    return listed(request, "projects", List.of(project(request, of(request.caller()))));
  }

  private Reply ofUser(Incoming request) {
    self(request, "list_user_projects");
    return projects(request);
  }

  /** All there is of something, on one page. */
  static Reply listed(Incoming request, String name, List<ObjectNode> items) {
    ObjectNode body = Json.wrap(name, Json.array(items));
    body.putObject("links")
        .putNull("next")
        .put("self", request.base() + request.path())
        .putNull("previous");
    return Reply.json(200, body);
  }

  private Reply user(Incoming request) {
    Account self = self(request, "get_user");
    String link = request.base() + "/v3/users/" + self.userId();
    Map<String, List<List<String>>> options =
        self.rules().isEmpty() ? Map.of() : Map.of("multi_factor_auth_rules", self.rules());
    ObjectNode user = Json.form(USER, self.userId(), self.name(), self.projectId(), link, options);
    return Reply.json(200, Json.wrap("user", user));
  }

  private Reply project(Incoming request) {
    if (!request.caller().project().equals(request.part("project"))) {
      throw IdentityFaults.forbidden("get_project");
    }
    return Reply.json(200, Json.wrap("project", project(request, of(request.caller()))));
  }

  private static Reply domain(Incoming request) {
    if (!request.part("domain").equals("default")) {
      throw IdentityFaults.forbidden("get_domain");
    }
    String link = request.base() + "/v3/domains/default";
    return Reply.json(200, Json.wrap("domain", Json.form(DOMAIN, link)));
  }

  private Reply allProjects(Incoming request) {
    throw IdentityFaults.forbidden("list_projects");
  }

  /** The roles of every user in their project. */
  static ArrayNode roles() {
    return Json.array(
        Stream.of("member", "reader")
            .map(it -> Json.object().put("id", Ids.builtInHex("role " + it)).put("name", it))
            .toList());
  }

  private static ObjectNode project(Incoming request, Account account) {
    String link = request.base() + "/v3/projects/" + account.projectId();
    return Json.form(PROJECT, account.projectId(), account.name(), link);
  }
}
