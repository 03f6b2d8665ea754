package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Schemas;
import org.defcore.simcloud.wire.Service;
import org.eclipse.jetty.http.HttpStatus;

/** Identity v3 as ordinary users see it. */
public final class IdentityService implements Service {

  private static final Frame FRAME =
      Frame.of("/identity", "/v3", Reply::titledFault)
          .with(
              Schemas.of(
                  IdentityService.class,
                  it ->
                      IdentityFaults.refusal(
                          400,
                          it.path().isEmpty()
                              ? it.reason()
                              : "Invalid input for field '%s': %s"
                                  .formatted(String.join("/", it.path()), it.reason()))));

  private final Accounts accounts;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Tokens tokens;

  public IdentityService(
      List<Account> accounts, Catalogue catalogue, TokenStore tokens, Defects defects) {
    this.accounts = new Accounts(accounts);
    this.credentials = new Credentials(this.accounts, tokens);
    this.passwords = new Passwords(this.accounts, tokens, defects);
    this.tokens =
        new Tokens(tokens, this.accounts, passwords, credentials, catalogue, new Receipts(tokens));
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("identity.versions.list", "GET /", this::versions));
    all.add(Operation.open("identity.version.show", "GET /v3", this::version));
    all.add(Operation.open("identity.version.show", "GET /v3/", this::version));
    all.addAll(tokens.operations());
    all.addAll(accounts.operations());
    all.addAll(credentials.operations());
    all.addAll(passwords.operations());
    return all;
  }

  @Override
  public void check(Incoming request) {
    String type = request.mediaType();
    if (request.method().equals("POST") && !Set.of("", "application/json").contains(type)) {
      throw IdentityFaults.refusal(
          400, "Expecting to find application/json in Content-Type header. It is " + type + ".");
    }
  }

  @Override
  public List<String> resources() {
    return Stream.concat(credentials.resources().stream(), passwords.changed().stream()).toList();
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
    return page(404, "The requested URL is not on this server.");
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    List<String> methods = new ArrayList<>(allowed);
    methods.remove("HEAD");
    methods.add("OPTIONS");
    methods.add("HEAD");
    if (request.path().endsWith("/password")) {
      methods.removeIf(it -> !it.equals("POST"));
    }
    String message = "The method is not allowed for the requested URL.";
    Reply reply =
        request.path().matches("/|/v3/?")
            ? page(405, message)
            : Reply.json(405, Json.object().put("message", message));
    return reply.with("Allow", String.join(", ", methods));
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    return reply.with("Vary", "X-Auth-Token").with("x-openstack-request-id", Ids.request());
  }

  private static Reply page(int status, String message) {
    String title = HttpStatus.getMessage(status);
    return Reply.text(
        status,
        "text/html; charset=utf-8",
        "<!doctype html>\n<html lang=en>\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n"
            .formatted(status, title, title, message));
  }

  private Reply versions(Incoming request) {
    JsonNode values = Json.wrap("values", Json.array().add(versionDocument(request)));
    return Reply.json(300, Json.wrap("versions", values)).with("Location", request.base() + "/v3/");
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
}
