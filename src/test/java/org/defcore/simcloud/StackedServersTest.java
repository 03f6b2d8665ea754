package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stacks whose resources are those of other services, and the ports of users on servers. */
final class StackedServersTest {

  private static final String STACK =
      """
      heat_template_version: 2014-10-16
      resources:
        network: {type: 'OS::Neutron::Net', properties: {name: net}}
        subnet:
          type: OS::Neutron::Subnet
          properties: {network: {get_resource: network}, cidr: 10.9.0.0/29}
        port:
          type: OS::Neutron::Port
          properties: {network: {get_resource: network}, fixed_ips: [{subnet: {get_resource: subnet}}]}
        server:
          type: OS::Nova::Server
          properties: {flavor: '1', image: IMAGE, networks: [{port: {get_resource: port}}]}
        volume: {type: 'OS::Cinder::Volume', properties: {size: 1}}
        attachment:
          type: OS::Cinder::VolumeAttachment
          properties: {volume_id: {get_resource: volume}, instance_uuid: {get_resource: server}}
      outputs:
        addresses: {value: {get_attr: [server, networks, net]}}
        attached: {value: {get_attr: [volume, attachments, 0, server_id]}}
        server: {value: {get_resource: server}}
        port: {value: {get_resource: port}}
        network: {value: {get_resource: network}}
      """;

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);
  private String token = "";
  private String image = "";
  private String heat = "";

  @BeforeEach
  void login() throws Exception {
    HttpResponse<byte[]> login = client.login("demo", "secret");
    token = login.headers().firstValue("X-Subject-Token").orElseThrow();
    heat = "/orchestration/v1/" + Client.body(login).at("/token/project/id").asText() + "/stacks";
    image = send("GET", "/image/v2/images", "").at("/images/0/id").asText();
  }

  @Test
  void serverIsOnTheNetworkOfItsStackAndGoesWithIt() throws Exception {
    String stack = create(STACK);
    JsonNode outputs = outputs(stack);

    assertThat(outputs.at("/addresses").toString()).isEqualTo("[\"10.9.0.2\"]");
    assertThat(outputs.path("attached")).isEqualTo(outputs.path("server"));
    assertThat(shown(stack).path("stack_status").asText()).isEqualTo("CREATE_COMPLETE");
    assertThat(cloud.resources())
        .hasSize(5)
        .anyMatch(it -> it.matches("server \\S+ s-server-\\w+"));
    send("DELETE", stack, "");
    assertThat(shown(stack).path("stack_status").asText()).isEqualTo("DELETE_COMPLETE");
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void portOfTheUserIsFreeWhenItsServerIsGone() throws Exception {
    JsonNode outputs = outputs(create(STACK));
    String port = "/network/v2.0/ports/" + outputs.path("port").asText();
    JsonNode taken = send("GET", port, "").path("port");
    String another = boot(outputs.path("port").asText());

    assertThat(taken.path("device_id")).isEqualTo(outputs.path("server"));
    assertThat(taken.path("device_owner").asText()).isEqualTo("compute:nova");
    assertThat(another).isEqualTo("Port " + outputs.path("port").asText() + " is still in use.");
    String server = "/compute/v2.1/servers/" + outputs.path("server").asText();
    send("DELETE", server, "");
    assertThat(send("GET", server, "").has("itemNotFound")).isTrue();
    JsonNode free = send("GET", port, "").path("port");
    assertThat(free.path("device_id").asText() + free.path("device_owner").asText()).isEmpty();
    assertThat(free.path("status").asText()).isEqualTo("DOWN");
    assertThat(boot("5a51da52-1d5c-4e7a-9d2c-9b2a4d9a4b11")).endsWith("could not be found.");
  }

  @Test
  void whatIsRefusedFailsTheStack() throws Exception {
    String stack = create(STACK.replace("size: 1", "size: 100000"));

    assertThat(shown(stack).path("stack_status").asText()).isEqualTo("CREATE_FAILED");
    assertThat(shown(stack).path("stack_status_reason").asText())
        .startsWith("Resource CREATE failed: OverLimit: resources.volume: VolumeSizeExceeds");
    send("DELETE", stack, "");
    assertThat(shown(stack).path("stack_status").asText()).isEqualTo("DELETE_COMPLETE");
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void serverThatIsRefusedHasNoAddresses() throws Exception {
    String stack = create(STACK.replace("flavor: '1'", "flavor: none"));

    assertThat(shown(stack).path("stack_status_reason").asText())
        .startsWith("Resource CREATE failed: BadRequest: resources.server: ");
    assertThat(outputs(stack).path("addresses").isNull()).isTrue();
  }

  @Test
  void whatIsInUseFailsTheDeletionUntilItIsFree() throws Exception {
    String stack = create(STACK);
    String network = outputs(stack).path("network").asText();
    String asked = "{\"port\": {\"network_id\": \"" + network + "\"}}";
    String port = send("POST", "/network/v2.0/ports", asked).at("/port/id").asText();

    send("DELETE", stack, "");
    assertThat(shown(stack).path("stack_status").asText()).isEqualTo("DELETE_FAILED");
    assertThat(shown(stack).path("stack_status_reason").asText())
        .startsWith("Resource DELETE failed: Conflict: resources.subnet: ");
    send("DELETE", "/network/v2.0/ports/" + port, "");
    send("DELETE", stack, "");
    assertThat(shown(stack).path("stack_status").asText()).isEqualTo("DELETE_COMPLETE");
    assertThat(cloud.resources()).isEmpty();
  }

  private String create(String template) throws Exception {
    ObjectNode asked = JsonNodeFactory.instance.objectNode().put("stack_name", "s");
    asked.put("template", template.replace("IMAGE", image));
    return heat + "/s/" + send("POST", heat, asked.toString()).at("/stack/id").asText();
  }

  private JsonNode shown(String stack) throws Exception {
    return send("GET", stack, "").path("stack");
  }

  /** Values of the outputs by their keys. */
  private ObjectNode outputs(String stack) throws Exception {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    shown(stack)
        .path("outputs")
        .forEach(it -> values.set(it.path("output_key").asText(), it.path("output_value")));
    return values;
  }

  /** Asks for a server with a port, and tells why it is refused. */
  private String boot(String port) throws Exception {
    String asked =
        """
        {"server": {"name": "b", "flavorRef": "1", "imageRef": "%s", "networks": [{"port": "%s"}]}}
        """
            .formatted(image, port);
    return send("POST", "/compute/v2.1/servers", asked).findPath("message").asText();
  }

  private JsonNode send(String method, String path, String body) throws Exception {
    HttpResponse<byte[]> answer =
        body.isEmpty() ? client.send(method, path, token) : client.json(method, path, token, body);
    return answer.statusCode() == 204 ? MissingNode.getInstance() : Client.body(answer);
  }
}
