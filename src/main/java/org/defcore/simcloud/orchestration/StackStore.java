package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Stacks, deleted ones included: those can still be read by id. */
final class StackStore {

  private static final String ALL = " /v1/{project}/stacks";
  private static final String ONE = ALL + "/{name}/{id}";
  private static final String TEMPLATE = "template";
  private static final String GONE = "DELETE_COMPLETE";
  private static final String NAME = "[a-zA-Z][a-zA-Z0-9_.-]{0,254}";
  private static final ListRules<ObjectNode> RULES =
      ListRules.of(
              StackStore::id,
              (problem, parameter, value) ->
                  HeatFaults.badRequest("Only integer is acceptable by '%s'.".formatted(parameter)))
          .equal("name", it -> text(it, "stack_name"))
          .equal("status", it -> text(it, "stack_status"));

  private final Shelf<ObjectNode> shelf;
  private final Timing timing;
  private final SoftwareStore software;

  StackStore(Timing timing, SoftwareStore software) {
    this.timing = timing;
    this.software = software;
    shelf =
        Shelf.ofDocuments(
            new Object(), timing, it -> HeatFaults.notFound("Stack", it), it -> false);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("orchestration.stacks.list", "GET" + ALL, this::list),
        Operation.of("orchestration.stacks.create", "POST" + ALL, this::create),
        Operation.of("orchestration.stacks.preview", "POST" + ALL + "/preview", this::preview),
        Operation.of("orchestration.stacks.find", "GET" + ALL + "/{name}", it -> redirect(it, "")),
        Operation.of(
            "orchestration.stacks.redirect", "DELETE" + ALL + "/{name}", it -> redirect(it, "")),
        Operation.of(
            "orchestration.templates.find",
            "GET" + ALL + "/{name}/template",
            it -> redirect(it, "/template")),
        Operation.of(
            "orchestration.stacks.show",
            "GET" + ONE,
            it -> Reply.json(200, Json.wrap("stack", shown(required(it), it)))),
        Operation.of(
            "orchestration.resources.list",
            "GET" + ONE + "/resources",
            it -> Reply.json(200, StackParts.resources(required(it), href(required(it), it)))),
        Operation.of("orchestration.stacks.update", "PUT" + ONE, this::update),
        Operation.of("orchestration.stacks.delete", "DELETE" + ONE, this::delete),
        Operation.of(
            "orchestration.templates.show",
            "GET" + ONE + "/template",
            it -> Reply.json(200, required(it).path(TEMPLATE))));
  }

  List<String> resources() {
    return shelf.everyone(it -> !isGone(it)).stream()
        .map(it -> "stack " + id(it) + " " + text(it, "stack_name"))
        .toList();
  }

  private Reply list(Incoming request) {
    boolean all = request.query("show_hidden").filter("true"::equalsIgnoreCase).isPresent();
    List<ObjectNode> mine =
        shelf.all(request.caller().project()).stream()
            .filter(it -> !isGone(it) && (all || !StackParts.isHidden(it)))
            .toList();
    return Reply.json(
        200,
        Json.wrap(
            "stacks",
            Json.array(
                RULES.page(request, mine).items().stream()
                    .map(it -> brief(it, request))
                    .toList())));
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode asked = request.json().orElse(MissingNode.getInstance());
    String project = request.caller().project();
    SentTemplate sent = checked(asked, project);
    ObjectNode stack = made(asked, sent, project);
    shelf.add(id(stack), project, stack);
    software.deploy(stack, project, sent, request.base());
    if (asked.has("timeout_mins")) {
      shelf.later(id(stack), this::timedOut);
    }
    shelf.later(
        id(stack),
        () -> !software.isWaiting(id(stack)),
        it -> isIn(it, "CREATE_FAILED") ? it : in(it, "CREATE", "COMPLETE"));
    String href = href(stack, request);
    ObjectNode told = Json.object().put("id", id(stack));
    told.putArray("links").add(Json.link("self", href));
    return Reply.json(201, Json.wrap("stack", told)).with("Location", href);
  }

  private Reply preview(Incoming request) throws IOException {
    JsonNode asked = request.json().orElse(MissingNode.getInstance());
    String project = request.caller().project();
    SentTemplate sent = checked(asked, project);
    ObjectNode stack = StackPreview.of(made(asked, sent, project), sent, project);
    return Reply.json(200, Json.wrap("stack", shown(stack, request)));
  }

  private SentTemplate checked(JsonNode asked, String project) {
    String name = asked.path("stack_name").asText();
    if (name.isEmpty()) {
      throw HeatFaults.badRequest("No stack name specified");
    }
    if (!name.matches(NAME)) {
      throw HeatFaults.badRequest(
          "StackValidationFailed",
          "Invalid stack name "
              + name
              + " must contain only alphanumeric or \"_-.\" characters, must start with alpha and must"
              + " be 255 characters or less.");
    }
    SentTemplate sent = SentTemplate.of(asked).complete();
    if (named(project, name).isPresent()) {
      String message = "The Stack (%s) already exists.".formatted(name);
      throw new Refusal(HeatFaults.fault(409, "StackExists", message), message);
    }
    return sent;
  }

  private ObjectNode made(JsonNode asked, SentTemplate sent, String project) {
    String id = Ids.uuid();
    String name = asked.path("stack_name").asText();
    ObjectNode stack =
        Json.form(
            """
            {"stack_name": %1$s, "id": %2$s, "creation_time": %3$s, "updated_time": null,
             "deletion_time": null, "notification_topics": [],
             "parameters":
              {"OS::stack_id": %2$s, "OS::project_id": %4$s, "OS::stack_name": %1$s},
             "description": %5$s, "template_description": %5$s, "capabilities": [],
             "disable_rollback": %6$s, "timeout_mins": %8$s, "stack_owner": "demo",
             "parent": null, "stack_user_project_id": %7$s, "tags": %9$s, "template": %10$s}
            """,
            name,
            id,
            Times.seconds(timing.second()),
            project,
            sent.description(),
            asked.path("disable_rollback").asBoolean(true),
            Ids.hex32(),
            Optional.ofNullable(asked.get("timeout_mins")).orElse(NullNode.getInstance()),
            StackParts.tags(asked),
            sent.template());
    stack.withObject("/parameters").setAll(sent.values());
    stack.set("outputs", StackParts.outputs(sent));
    return in(stack, "CREATE", "IN_PROGRESS");
  }

  private ObjectNode timedOut(ObjectNode stack) {
    if (!software.isWaiting(id(stack))) {
      return stack;
    }
    software.expire(id(stack));
    return in(stack, "CREATE", "FAILED").put("stack_status_reason", "Create timed out");
  }

  private static ObjectNode in(ObjectNode stack, String action, String status) {
    String end = status.equals("COMPLETE") ? "completed successfully" : "started";
    return stack
        .put("stack_status", action + "_" + status)
        .put("stack_status_reason", "Stack %s %s".formatted(action, end));
  }

  private Reply redirect(Incoming request, String below) {
    String wanted = request.part("name");
    String project = request.caller().project();
    ObjectNode stack =
        named(project, wanted)
            .or(() -> shelf.find(project, wanted))
            .orElseThrow(() -> HeatFaults.notFound("Stack", wanted));
    String href = href(stack, request) + below;
    return Reply.text(
            302,
            "text/plain; charset=UTF-8",
            "302 Found\n\nThe resource was found at "
                + href
                + "; you should be redirected automatically.  ")
        .with("Location", href);
  }

  private Optional<ObjectNode> named(String project, String name) {
    return shelf.all(project).stream()
        .filter(it -> text(it, "stack_name").equals(name) && !isGone(it))
        .findFirst();
  }

  private ObjectNode required(Incoming request) {
    String name = request.part("name");
    return shelf
        .find(request.caller().project(), request.part("id"))
        .filter(it -> text(it, "stack_name").equals(name))
        .orElseThrow(() -> HeatFaults.notFound("Stack", name));
  }

  private Reply update(Incoming request) throws IOException {
    String id = id(required(request));
    JsonNode asked = request.json().orElse(MissingNode.getInstance());
    SentTemplate sent = SentTemplate.of(asked).complete();
    ObjectNode changes =
        Json.object()
            .put("updated_time", Times.seconds(timing.second()))
            .set("tags", Json.strings(StackParts.tags(asked)));
    changes.set(TEMPLATE, sent.template());
    shelf.change(id, it -> in(it.setAll(changes), "UPDATE", "IN_PROGRESS"));
    shelf.later(id, it -> in(it, "UPDATE", "COMPLETE"));
    return Reply.text(
        202,
        "text/plain; charset=UTF-8",
        "202 Accepted\n\nThe request is accepted for processing.\n\n   ");
  }

  private Reply delete(Incoming request) {
    ObjectNode stack = required(request);
    if (isGone(stack)) {
      throw HeatFaults.notFound("Stack", text(stack, "stack_name"));
    }
    software.remove(id(stack));
    String now = Times.seconds(timing.second());
    shelf.change(id(stack), it -> in(it, "DELETE", "IN_PROGRESS").put("updated_time", now));
    shelf.later(
        id(stack),
        it -> in(it, "DELETE", "COMPLETE").put("deletion_time", Times.seconds(timing.second())));
    return Reply.empty(204);
  }

  private static ObjectNode shown(ObjectNode stack, Incoming request) {
    stack.putArray("links").add(Json.link("self", href(stack, request)));
    stack.remove(TEMPLATE);
    return isGone(stack) ? stack.without("outputs") : stack;
  }

  private static ObjectNode brief(ObjectNode stack, Incoming request) {
    ObjectNode brief = shown(stack, request);
    brief.remove(
        List.of(
            "notification_topics",
            "parameters",
            "template_description",
            "capabilities",
            "disable_rollback",
            "timeout_mins",
            "outputs"));
    if (brief.path("tags").isEmpty()) {
      brief.putNull("tags");
    }
    return brief.put("description", "");
  }

  private static String href(ObjectNode stack, Incoming request) {
    return "%s/v1/%s/stacks/%s/%s"
        .formatted(
            request.base(), request.caller().project(), text(stack, "stack_name"), id(stack));
  }

  private static boolean isGone(ObjectNode stack) {
    return isIn(stack, GONE);
  }

  private static boolean isIn(ObjectNode stack, String status) {
    return text(stack, "stack_status").equals(status);
  }

  private static String id(ObjectNode stack) {
    return text(stack, "id");
  }

  private static String text(ObjectNode stack, String field) {
    return stack.path(field).asText();
  }
}
