package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Handler;
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
  private static final String NAME = "[a-zA-Z][a-zA-Z0-9_.-]{0,254}";
  private static final ListRules<LiveStack> RULES =
      ListRules.of(
              LiveStack::id,
              (problem, parameter, value) ->
                  HeatFaults.badRequest("Only integer is acceptable by '%s'.".formatted(parameter)))
          .equal("name", LiveStack::name)
          .equal("status", it -> it.text("stack_status"));

  private final Object lock = new Object();
  private final StackEngine engine;
  private final Shelf<LiveStack> shelf;
  private final Timing timing;
  private final SoftwareStore software;

  StackStore(Timing timing, SoftwareStore software, StackEngine.Elsewhere elsewhere) {
    this.timing = timing;
    this.software = software;
    engine = new StackEngine(this::keep, software, elsewhere);
    shelf = Shelf.of(lock, timing, it -> HeatFaults.notFound("Stack", it));
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>(new ResourceOperations(this::required).operations());
    all.addAll(
        List.of(
            Operation.of("orchestration.stacks.list", "GET" + ALL, this::list),
            Operation.of("orchestration.stacks.create", "POST" + ALL, this::create),
            Operation.of("orchestration.stacks.preview", "POST" + ALL + "/preview", this::preview),
            Operation.of(
                "orchestration.stacks.find", "GET" + ALL + "/{name}", it -> redirect(it, "")),
            Operation.of(
                "orchestration.stacks.redirect",
                "DELETE" + ALL + "/{name}",
                it -> redirect(it, "")),
            Operation.of(
                "orchestration.templates.find",
                "GET" + ALL + "/{name}/template",
                it -> redirect(it, "/template")),
            Operation.of(
                "orchestration.templates.show",
                "GET" + ONE + "/template",
                it -> Reply.json(200, required(it).sent().template())),
            Operation.of(
                "orchestration.stacks.show",
                "GET" + ONE,
                it -> Reply.json(200, Json.wrap("stack", shown(required(it), it)))),
            Operation.of("orchestration.stacks.update", "PUT" + ONE, this::replace),
            Operation.of(
                "orchestration.stacks.patch",
                "PATCH" + ONE,
                it -> update(required(it), required(it).sent().patched(sent(it)).complete())),
            Operation.of("orchestration.stacks.delete", "DELETE" + ONE, this::delete)));
    return all.stream().map(it -> it.with(request -> locked(it.handler(), request))).toList();
  }

  /** No two requests at a time: stacks and their resources change together. */
  private Reply locked(Handler handler, Incoming request) throws IOException {
    Incoming arrived = request.arrived();
    synchronized (lock) {
      return handler.answer(arrived);
    }
  }

  private static JsonNode sent(Incoming request) throws IOException {
    return request.json().orElse(MissingNode.getInstance());
  }

  List<String> resources() {
    return shelf.everyone(it -> !it.isGone()).stream()
        .map(it -> "stack " + it.id() + " " + it.name())
        .toList();
  }

  private Reply list(Incoming request) {
    boolean nested = asks(request, "show_nested");
    boolean hidden = asks(request, "show_hidden");
    List<LiveStack> mine =
        shelf.all(request.caller().project()).stream()
            .filter(it -> !it.isGone() && (hidden || !it.isHidden()))
            .filter(it -> nested || it.text("parent").equals("null"))
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

  private static boolean asks(Incoming request, String parameter) {
    return request.query(parameter).filter("true"::equalsIgnoreCase).isPresent();
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode asked = sent(request);
    Caller owner = request.caller();
    SentTemplate sent = checked(asked, owner.project());
    String root = request.base().replaceFirst("/orchestration$", "");
    LiveStack stack = keep(wanted(asked, owner).put("root", root), sent);
    software.deploy(stack, request.base());
    engine.create(stack);
    String href = href(stack, request);
    ObjectNode told = Json.object().put("id", stack.id());
    told.putArray("links").add(Json.link("self", href));
    return Reply.json(201, Json.wrap("stack", told)).with("Location", href);
  }

  private Reply preview(Incoming request) throws IOException {
    JsonNode asked = sent(request);
    String project = request.caller().project();
    SentTemplate sent = checked(asked, project);
    LiveStack stack =
        new LiveStack(
            wanted(asked, request.caller()).put("id", "None"), sent, timing.stages(), timing);
    ObjectNode shown = StackPreview.of(shown(stack, request), sent, project);
    return Reply.json(200, Json.wrap("stack", shown));
  }

  private ObjectNode wanted(JsonNode asked, Caller owner) {
    ObjectNode fields = fields(asked.path("stack_name").asText(), owner, Ids.hex32());
    fields.set("timeout_mins", asked.get("timeout_mins"));
    return fields
        .put("disable_rollback", asked.path("disable_rollback").asBoolean(true))
        .set("tags", Json.strings(tags(asked)));
  }

  private static List<String> tags(JsonNode asked) {
    return Stream.of(asked.path("tags").asText().split(",", -1))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private LiveStack keep(ObjectNode fields, SentTemplate sent) {
    return shelf.make(
        fields.path("id").asText(),
        fields.path("project").asText(),
        stages -> new LiveStack(fields, sent, stages, timing));
  }

  private LiveStack keep(LiveStack outer, String name, SentTemplate sent) {
    return keep(
        fields(name, outer.owner(), outer.text("stack_user_project_id"))
            .put("parent", outer.id())
            .put("root", outer.text("root")),
        sent);
  }

  private Reply replace(Incoming request) throws IOException {
    JsonNode asked = sent(request);
    LiveStack stack = required(request);
    SentTemplate template = SentTemplate.of(asked).complete();
    stack.tag(tags(asked));
    return update(stack, template);
  }

  private Reply update(LiveStack stack, SentTemplate template) {
    engine.update(stack, template);
    return Reply.text(
        202,
        "text/plain; charset=UTF-8",
        "202 Accepted\n\nThe request is accepted for processing.\n\n   ");
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

  private ObjectNode fields(String name, Caller owner, String users) {
    return Json.form(
        """
        {"user": %s, "project": %s, "stack_name": %s, "id": %s, "creation_time": %s, "updated_time": null,
         "deletion_time": null, "notification_topics": [], "capabilities": [],
         "disable_rollback": true, "timeout_mins": null, "stack_owner": "demo", "parent": null,
         "stack_user_project_id": %s, "tags": []}
        """,
        owner.userId(), owner.project(), name, Ids.uuid(), Times.seconds(timing.second()), users);
  }

  private Reply redirect(Incoming request, String below) {
    String wanted = request.part("name");
    String project = request.caller().project();
    LiveStack stack =
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

  private Optional<LiveStack> named(String project, String name) {
    return shelf.all(project).stream()
        .filter(it -> it.name().equals(name) && !it.isGone())
        .findFirst();
  }

  private LiveStack required(Incoming request) {
    String name = request.part("name");
    return shelf
        .find(request.caller().project(), request.part("id"))
        .filter(it -> it.name().equals(name))
        .orElseThrow(() -> HeatFaults.notFound("Stack", name));
  }

  private Reply delete(Incoming request) {
    LiveStack stack = required(request);
    if (stack.isGone()) {
      throw HeatFaults.notFound("Stack", stack.name());
    }
    software.remove(stack.id());
    engine.delete(stack);
    return Reply.empty(204);
  }

  private static ObjectNode shown(LiveStack stack, Incoming request) {
    ObjectNode shown = stack.shown();
    shown.putArray("links").add(Json.link("self", href(stack, request)));
    return shown;
  }

  private static ObjectNode brief(LiveStack stack, Incoming request) {
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

  /** The address of a stack as links have it. */
  static String href(LiveStack stack, Incoming request) {
    return request.base() + "/v1/" + request.caller().project() + stack.path();
  }
}
