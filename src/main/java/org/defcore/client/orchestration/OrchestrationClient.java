package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.client.Wanted;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.message.PercentEncoding;

/** Orchestration calls of version 1, in the project of the endpoint. */
public final class OrchestrationClient {

  private static final String JSON = "application/json";
  private static final Statuses STATUSES = new Statuses(201, 202, 204);

  private final ServiceEndpoint heat;

  public OrchestrationClient(ServiceEndpoint heat) {
    this.heat = heat;
  }

  /** {@code GET /stacks} */
  public List<Stack> listStacks(Query... by) {
    Answer answer = Query.on(heat.get("/stacks"), by).expect(200);
    String type = answer.requiredHeader("Content-Type");
    if (!type.equals(JSON)) {
      throw answer.unexpected("content type " + JSON, type);
    }
    return answer.list("stacks", Stack.class, Envelope.OPEN);
  }

  /** {@code POST /stacks}; the header {@code Location} and the body lead to the same stack. */
  public StackAddress create(Wanted stack) {
    Answer answer = heat.post("/stacks").json(stack).expect(201);
    String name = stack.fields().path("stack_name").asText();
    StackAddress made = new StackAddress(name, answer.one("stack", Made.class).id());
    String location = answer.requiredHeader("Location");
    if (!location.endsWith(made.path())) {
      throw answer.unexpected("a header Location with " + made.path(), location);
    }
    return made;
  }

  /** {@code POST /stacks/preview} */
  public ObjectNode preview(Wanted stack) {
    return heat.post("/stacks/preview").json(stack).expect(200).one("stack", ObjectNode.class);
  }

  /** {@code GET /stacks/{name}/{id}} */
  public Stack get(StackAddress stack) {
    return heat.get(stack.path()).expect(200).one("stack", Stack.class);
  }

  /** {@code GET /stacks/{name}/{id}}, with all its fields. */
  public ObjectNode describe(StackAddress stack) {
    return heat.get(stack.path()).expect(200).one("stack", ObjectNode.class);
  }

  /** {@code GET /stacks/{name}/{id}/template} */
  public JsonNode getTemplate(StackAddress stack) {
    return heat.get(stack.path() + "/template").expect(200).json();
  }

  /** {@code DELETE /stacks/{name}/{id}} */
  public void delete(StackAddress stack) {
    heat.delete(stack.path()).expect(204);
  }

  /** {@code DELETE /stacks/{name}}, which leads on to the address of the stack. */
  public String deleteByName(String name) {
    String path = "/stacks/" + PercentEncoding.encode(name);
    return heat.delete(path).expect(302).requiredHeader("Location");
  }

  /** {@code PUT /stacks/{name}/{id}}, with a whole template; what it leaves out is no more. */
  public void update(StackAddress stack, Wanted changes) {
    heat.call("PUT", stack.path()).json(changes).expect(202);
  }

  /** {@code PATCH /stacks/{name}/{id}}, with some of the fields. */
  public void patch(StackAddress stack, Wanted changes) {
    heat.call("PATCH", stack.path()).json(changes).expect(202);
  }

  /** The resources of a stack, at {@code /stacks/{name}/{id}/resources}. */
  public Resource<StackResource> resources(StackAddress stack) {
    return inside(stack.path(), "resource", StackResource.class);
  }

  /** {@code PATCH /stacks/{name}/{id}/resources/{resource}} */
  public void mark(StackAddress stack, String resource, Wanted mark) {
    heat.call("PATCH", resources(stack).path(resource)).json(mark).expect(200);
  }

  /** {@code POST /stacks/{name}/{id}/resources/{resource}/signal} */
  public void signal(StackAddress stack, String resource, Wanted signal) {
    heat.post(resources(stack).path(resource) + "/signal").json(signal).expect(200);
  }

  /** The events of a stack, at {@code /stacks/{name}/{id}/events}. */
  public Resource<StackEvent> events(StackAddress stack) {
    return inside(stack.path(), "event", StackEvent.class);
  }

  /** The events of a resource, at {@code /stacks/{name}/{id}/resources/{resource}/events}. */
  public Resource<StackEvent> events(StackAddress stack, String resource) {
    return inside(resources(stack).path(resource), "event", StackEvent.class);
  }

  /** The outputs of a stack, at {@code /stacks/{name}/{id}/outputs}. */
  public Resource<ObjectNode> outputs(StackAddress stack) {
    return inside(stack.path(), "output", ObjectNode.class);
  }

  private <T> Resource<T> inside(String path, String one, Class<T> shape) {
    String many = one + "s";
    return new Resource<>(
        heat, new ResourceCalls(path + "/" + many, one, many, STATUSES, Envelope.CLOSED), shape);
  }

  /** {@code POST /validate} */
  public ObjectNode validate(Wanted stack, Query... by) {
    return Query.on(heat.post("/validate"), by).json(stack).expect(200).as(ObjectNode.class);
  }

  /** {@code GET /resource_types} */
  public List<String> listResourceTypes() {
    return heat.get("/resource_types").expect(200).list("resource_types", String.class);
  }

  /** {@code GET /resource_types/{type}} */
  public JsonNode getResourceType(String type) {
    return heat.get(path(type)).expect(200).json();
  }

  /** {@code GET /resource_types/{type}/template} */
  public JsonNode getTemplateOf(String type) {
    return heat.get(path(type) + "/template").query("template_type", "hot").expect(200).json();
  }

  private static String path(String type) {
    return "/resource_types/" + PercentEncoding.encode(type);
  }

  /** {@code GET /template_versions} */
  public List<TemplateVersion> listTemplateVersions() {
    Answer answer = heat.get("/template_versions").expect(200);
    return answer.list("template_versions", TemplateVersion.class);
  }

  /** {@code GET /template_versions/{version}/functions} */
  public List<TemplateFunction> listFunctions(String version) {
    String path = "/template_versions/" + PercentEncoding.encode(version) + "/functions";
    return heat.get(path).expect(200).list("template_functions", TemplateFunction.class);
  }

  /** {@code GET /software_deployments?server_id={server}} */
  public List<SoftwareDeployment> listDeployments(String server) {
    Answer answer = heat.get("/software_deployments").query("server_id", server).expect(200);
    return answer.list("software_deployments", SoftwareDeployment.class);
  }

  /** {@code GET /software_deployments/metadata/{server}} */
  public List<ServerConfig> listConfigs(String server) {
    String path = "/software_deployments/metadata/" + PercentEncoding.encode(server);
    return heat.get(path).expect(200).list("metadata", ServerConfig.class);
  }

  /** {@code POST} to a signed link, without a token. */
  public void signal(String link) {
    heat.at(URI.create(link)).post("").anonymous().json(Map.of()).expect(200);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Made(String id) {}
}
