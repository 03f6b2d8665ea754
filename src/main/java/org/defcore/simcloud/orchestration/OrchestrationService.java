package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Router;
import org.defcore.simcloud.wire.Service;

/** Orchestration v1: templates and their validation, and stacks. */
public final class OrchestrationService implements Service {

  private static final Frame FRAME =
      Frame.of(
          "/orchestration",
          "/v1",
          (status, message) -> HeatFaults.fault(status, "HTTPBadRequest", message));
  private static final String PROJECT = " /v1/{project}";

  private final SoftwareStore software;
  private final StackStore stacks;

  /**
   * @param others the services in which stacks have their resources
   */
  public OrchestrationService(Timing timing, Defects defects, List<Service> others) {
    List<Router> routers = others.stream().map(it -> new Router(it, timing.clock())).toList();
    software = new SoftwareStore(timing);
    stacks = new StackStore(timing, software, new StackEngine.Elsewhere(routers, defects));
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("orchestration.versions.list", "GET /", this::versions));
    add(all, "build-info.show", "GET", "/build_info", this::build);
    add(all, "resource-types.list", "GET", "/resource_types", it -> KnownTypes.list());
    String type = "/resource_types/{type}";
    add(all, "resource-types.show", "GET", type, it -> KnownTypes.shown(it.part("type")));
    add(
        all,
        "resource-types.template",
        "GET",
        type + "/template",
        it -> KnownTypes.template(it.part("type")));
    add(all, "template-versions.list", "GET", "/template_versions", it -> HotTemplates.versions());
    add(
        all,
        "template-functions.list",
        "GET",
        "/template_versions/{version}/functions",
        it -> HotTemplates.functions(it.part("version")));
    add(all, "templates.validate", "POST", "/validate", this::validated);
    all.addAll(stacks.operations());
    all.addAll(software.operations());
    return all;
  }

  private interface Told {

    JsonNode of(Incoming request) throws IOException;
  }

  private static void add(List<Operation> all, String name, String method, String path, Told told) {
    all.add(
        Operation.of(
            "orchestration." + name, method + PROJECT + path, it -> Reply.json(200, told.of(it))));
  }

  @Override
  public List<String> resources() {
    return Stream.concat(stacks.resources().stream(), software.resources().stream()).toList();
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return HeatFaults.wrongMethod();
  }

  @Override
  public void check(Incoming request) {
    Service.super.check(request);
    String project = request.part("project");
    if (!project.isEmpty() && !project.equals(request.caller().project())) {
      throw new Refusal(
          HeatFaults.fault(403, "HTTPForbidden", "Access was denied to this resource."));
    }
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    return Service.identified(reply, "X-Openstack-Request-Id");
  }

  private Reply versions(Incoming request) {
    return Reply.json(
        300,
        Json.form(
            """
            {"versions": [{"id": "v1.0", "status": "CURRENT", "links": [{"rel": "self", "href": %s}]}]}
            """,
            request.base() + "/v1/"));
  }

  private JsonNode build(Incoming request) {
    return Json.document(
        "{\"api\": {\"revision\": \"unknown\"}, \"engine\": {\"revision\": \"unknown\"}}");
  }

  private JsonNode validated(Incoming request) throws IOException {
    SentTemplate sent = SentTemplate.of(request.json().orElse(MissingNode.getInstance()));
    ObjectNode described =
        sent.described(request.query("show_nested").filter("true"::equalsIgnoreCase).isPresent());
    return described.set("Environment", sent.environment());
  }
}
