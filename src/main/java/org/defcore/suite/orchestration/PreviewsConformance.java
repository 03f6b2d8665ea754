package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.ResourceClaims.assertHolds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Previews of stacks, which make nothing. */
final class PreviewsConformance {

  private static final String CALL = "POST /stacks/preview";

  /** An id or a name of nothing yet. */
  private static final String NONE = "None";

  private static final String PAIR =
      """
      heat_template_version: 2015-04-30
      parameters: {text: {type: string}}
      resources:
        one: {type: 'OS::Heat::TestResource', properties: {value: fred}}
        two:
          type: OS::Heat::TestResource
          properties: {value: {get_param: text}}
          depends_on: one
      """;

  private static final String OUTER =
      """
      heat_template_version: 2015-04-30
      parameters: {text: {type: string}}
      resources: {main: {type: inner.yaml, properties: {text: {get_param: text}}}}
      """;

  private static final String INNER =
      """
      heat_template_version: 2015-04-30
      parameters: {text: {type: string}}
      resources: {test: {type: 'OS::Heat::TestResource', properties: {value: {get_param: text}}}}
      """;

  private static final String GROUP =
      """
      heat_template_version: 2015-04-30
      resources:
        net: {type: 'OS::Neutron::Net'}
        group:
          type: OS::Heat::ResourceGroup
          properties: {resource_def: {type: port.yaml, properties: {net: {get_resource: net}}}}
      """;

  private static final String PORT =
      """
      heat_template_version: 2015-04-30
      parameters: {net: {type: string}}
      resources: {port: {type: 'OS::Neutron::Port', properties: {network: {get_param: net}}}}
      """;

  @InteropTest(id = "4c2c062d-4723-42c0-a113-3307dd4ceb12")
  @Claim("A preview shows a stack and its resources before their creation, with all properties")
  void resourcesAreShown(Cloud cloud) {
    Wanted request = valued(cloud, PAIR);
    Wanted identity = identity(cloud, name(request));
    ObjectNode stack = preview(cloud, request);

    assertHolds(CALL, stack(name(request)), stack);
    assertThat(names(stack)).as("names of resources in %s", CALL).containsOnly("one", "two");
    assertHolds(CALL, resource(identity, "one", "fred", "two"), named(stack, "one"));
    assertHolds(CALL, resource(identity, "two", "abc"), named(stack, "two"));
  }

  @InteropTest(id = "54e69a54-762d-479e-a4f4-1fbf21af01c6")
  @Claim("A preview of a template with an undeclared parameter is rejected")
  void undeclaredParameterIsRefused(Cloud cloud) {
    Wanted request = valued(cloud, PAIR.replace("get_param: text", "get_param: missing"));

    assertRefused(400, () -> preview(cloud, request));
  }

  @InteropTest(id = "0449113c-ff90-4f2b-8825-27ea35c1983f")
  @Claim("A preview shows the resource of a nested template with its parent")
  void nestedResourceIsShown(Cloud cloud) {
    Wanted request = valued(cloud, OUTER).with("files", Map.of("inner.yaml", INNER));
    ObjectNode stack = preview(cloud, request);

    assertHolds(CALL, stack(name(request)), stack);
    assertHolds(
        CALL,
        resource(identity(cloud, name(request) + "-main"), "test", "abc")
            .with("parent_resource", "main"),
        stack.at("/resources/0/0"));
  }

  @InteropTest(id = "6ca8ddfc-106f-4ecc-83f7-fca31d0c85ca")
  @Claim("A preview shows a network, and a port in a group of nested templates")
  void groupIsShown(Cloud cloud) {
    Wanted request = request(cloud, GROUP).with("files", Map.of("port.yaml", PORT));

    assertThat(names(preview(cloud, request)))
        .as("names of resources in %s", CALL)
        .contains("net", "port");
  }

  @InteropTest(id = "66338945-a3ae-4e3a-aa17-ab802ceb00b1")
  @Claim("A preview shows Chinese names unchanged")
  void chineseNamesAreShown(Cloud cloud) {
    Wanted request = request(cloud, ChineseTemplate.TEXT);
    ObjectNode stack = preview(cloud, request);

    ChineseTemplate.assertShown(CALL, stack);
    assertThat(stack.at("/resources/0/resource_identity/path").asText())
        .as("path of the resource in %s", CALL)
        .isEqualTo("/resources/资源");
  }

  private static ObjectNode preview(Cloud cloud, Wanted request) {
    return cloud.member().orchestration().preview(request);
  }

  /** Names of resources at all levels. */
  private static List<String> names(JsonNode stack) {
    return stack.path("resources").findValuesAsText("resource_name");
  }

  private static JsonNode named(JsonNode stack, String name) {
    return stack
        .path("resources")
        .valueStream()
        .filter(it -> it.path("resource_name").asText().equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static Wanted request(Cloud cloud, String template) {
    return OwnStack.of(template)
        .with("stack_name", cloud.uniqueName("preview"))
        .with("disable_rollback", true);
  }

  private static Wanted valued(Cloud cloud, String template) {
    Map<String, String> text = Map.of("text", "abc");
    return request(cloud, template).with("environment", Map.of("parameters", text));
  }

  private static String name(Wanted request) {
    return request.fields().path("stack_name").asText();
  }

  private static Wanted stack(String name) {
    return Wanted.nameless()
        .with("stack_name", name)
        .with("id", NONE)
        .with("disable_rollback", true)
        .with("parent", NullNode.instance)
        .with("template_description", "No description")
        .with("parameters", Map.of("OS::stack_id", NONE, "OS::stack_name", name, "text", "abc"));
  }

  private static Wanted identity(Cloud cloud, String stack) {
    return Wanted.nameless()
        .with("stack_name", stack)
        .with("stack_id", NONE)
        .with("tenant", cloud.member().session().projectId());
  }

  /** The test resource of a stack, by what identifies the stack. */
  private static Wanted resource(Wanted stack, String name, String value, String... requiredBy) {
    return Wanted.nameless()
        .with("stack_name", stack.fields().path("stack_name"))
        .with("stack_identity", stack.with("path", ""))
        .with("resource_name", name)
        .with("resource_identity", stack.with("path", "/resources/" + name))
        .with("resource_type", "OS::Heat::TestResource")
        .with("resource_action", "INIT")
        .with("resource_status", "COMPLETE")
        .with("resource_status_reason", "")
        .with("physical_resource_id", "")
        .with("description", "")
        .with("creation_time", NullNode.instance)
        .with("updated_time", NullNode.instance)
        .with("attributes", Wanted.nameless().with("output", NullNode.instance))
        .with("required_by", requiredBy)
        .with("properties", properties(value));
  }

  private static Wanted properties(String value) {
    return Wanted.nameless()
        .with("value", value)
        .with("fail", false)
        .with("update_replace", false)
        .with("wait_secs", 0);
  }
}
