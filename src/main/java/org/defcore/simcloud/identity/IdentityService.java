package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;

/** Identity v3 as two ordinary users see it. */
public final class IdentityService implements Service {

  private final List<Account> accounts;
  private final Catalogue catalogue;
  private final TokenOperations tokenOperations;
  private final CredentialOperations credentials;

  public IdentityService(List<Account> accounts, Catalogue catalogue, TokenStore tokens) {
    this.accounts = List.copyOf(accounts);
    this.catalogue = catalogue;
    this.credentials = new CredentialOperations(accounts, tokens);
    this.tokenOperations =
        new TokenOperations(
            tokens,
            new Login(accounts, tokens, credentials::find),
            new TokenBody(accounts, catalogue));
  }

  @Override
  public String prefix() {
    return "/identity";
  }

  @Override
  public String version() {
    return "/v3";
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("identity.versions.list", "GET /", this::versions));
    all.add(Operation.open("identity.version.show", "GET /v3", this::version));
    all.add(Operation.open("identity.version.show", "GET /v3/", this::version));
    all.addAll(tokenOperations.operations());
    all.add(Operation.of("identity.catalog.show", "GET /v3/auth/catalog", this::catalog));
    all.add(Operation.of("identity.auth-projects.list", "GET /v3/auth/projects", this::projects));
    all.add(Operation.of("identity.auth-domains.list", "GET /v3/auth/domains", this::domains));
    all.add(Operation.of("identity.projects.list", "GET /v3/users/{user}/projects", this::ofUser));
    all.add(Operation.of("identity.users.show", "GET /v3/users/{user}", this::user));
    all.add(Operation.of("identity.projects.show", "GET /v3/projects/{project}", this::project));
    all.add(Operation.of("identity.all-projects.list", "GET /v3/projects", this::allProjects));
    all.addAll(credentials.operations());
    return all;
  }

  @Override
  public List<String> resources() {
    return credentials.resources();
  }

  @Override
  public boolean guards(String path) {
    return false;
  }

  @Override
  public Reply unauthorized(Incoming request) {
    return IdentityFaults.unauthorized(request.base());
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return IdentityFaults.page(404, "Not Found", "The requested URL is not on this server.");
  }

  @Override
  public Reply refusal(int status, String message) {
    return IdentityFaults.fault(status, "Refused", message);
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    List<String> methods = new ArrayList<>(allowed);
    methods.remove("HEAD");
    methods.add("OPTIONS");
    methods.add("HEAD");
    String message = "The method is not allowed for the requested URL.";
    Reply reply =
        request.path().matches("/|/v3/?")
            ? IdentityFaults.page(405, "Method Not Allowed", message)
            : Reply.json(405, Json.object().put("message", message));
    return reply.with("Allow", String.join(", ", methods));
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    return reply.with("Vary", "X-Auth-Token").with("x-openstack-request-id", Ids.request());
  }

  static ObjectNode listLinks(Incoming request) {
    ObjectNode links = Json.object();
    links.putNull("next").put("self", request.base() + request.path()).putNull("previous");
    return links;
  }

  private Reply versions(Incoming request) {
    ArrayNode values = Json.array().add(versionDocument(request));
    return Reply.json(300, Json.wrap("versions", Json.wrap("values", values)))
        .with("Location", request.base() + "/v3/");
  }

  private Reply version(Incoming request) {
    return Reply.json(200, Json.wrap("version", versionDocument(request)));
  }

  private static JsonNode versionDocument(Incoming request) {
    return Json.document(
        """
        {"id": "v3.14", "status": "stable", "updated": "2020-04-07T00:00:00Z",
         "links": [{"rel": "self", "href": "%s/v3/"}],
         "media-types": [{"base": "application/json",
          "type": "application/vnd.openstack.identity-v3+json"}]}
        """
            .formatted(request.base()));
  }

  private Reply catalog(Incoming request) {
    ObjectNode body = Json.wrap("catalog", catalogue.of(request.caller().project()));
    body.set("links", Json.object().put("self", request.base() + request.path()));
    return Reply.json(200, body);
  }

  private Reply projects(Incoming request) {
    return listed(
        request,
        accounts.stream()
            .filter(it -> it.userId().equals(request.caller().userId()))
            .map(it -> projectBody(request, it))
            .toList());
  }

  private Reply ofUser(Incoming request) {
    self(request, "list_user_projects");
    return projects(request);
  }

  private static Reply listed(Incoming request, List<JsonNode> projects) {
    ObjectNode body = Json.wrap("projects", Json.array(projects));
    body.set("links", listLinks(request));
    return Reply.json(200, body);
  }

  private Reply domains(Incoming request) {
    ObjectNode body = Json.wrap("domains", Json.array());
    body.set("links", listLinks(request));
    return Reply.json(200, body);
  }

  private Reply user(Incoming request) {
    Account account = self(request, "get_user");
    return Reply.json(
        200,
        Json.document(
            """
            {"user": {"id": "%1$s", "name": "%2$s", "domain_id": "default", "enabled": true,
             "default_project_id": "%3$s", "password_expires_at": null, "options": {},
             "links": {"self": "%4$s/v3/users/%1$s"}}}
            """
                .formatted(account.userId(), account.name(), account.projectId(), request.base())));
  }

  private Reply project(Incoming request) {
    return accounts.stream()
        .filter(it -> it.projectId().equals(request.part("project")))
        .filter(it -> it.projectId().equals(request.caller().project()))
        .findFirst()
        .map(it -> Reply.json(200, Json.wrap("project", projectBody(request, it))))
        .orElseThrow(() -> IdentityFaults.forbidden("get_project"));
  }

  private Reply allProjects(Incoming request) {
    throw IdentityFaults.forbidden("list_projects");
  }

  private Account self(Incoming request, String action) {
    return accounts.stream()
        .filter(it -> it.userId().equals(request.part("user")))
        .filter(it -> it.userId().equals(request.caller().userId()))
        .findFirst()
        .orElseThrow(() -> IdentityFaults.forbidden(action));
  }

  private static JsonNode projectBody(Incoming request, Account account) {
    return Json.document(
        """
        {"id": "%1$s", "name": "%2$s", "domain_id": "default", "description": "",
         "enabled": true, "parent_id": "default", "is_domain": false, "tags": [], "options": {},
         "links": {"self": "%3$s/v3/projects/%1$s"}}
        """
            .formatted(account.projectId(), account.name(), request.base()));
  }
}
