package org.defcore.client.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.client.Wanted;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;

/** Networking calls. Whether the catalogue has the version in the path makes no difference. */
public final class NetworkClient {

  private static final Statuses STATUSES = new Statuses(201, 200, 204);

  private final ServiceEndpoint network;

  public NetworkClient(ServiceEndpoint network) {
    this.network = network.unversioned();
  }

  /** {@code GET /} above the version. */
  public List<NetworkApiVersion> listVersions() {
    return network.get("/").expect(200).list("versions", NetworkApiVersion.class);
  }

  public Resource<NetworkExtension> extensions() {
    return resource("extension", "extensions", NetworkExtension.class);
  }

  public Resource<Network> networks() {
    return resource("network", "networks", Network.class);
  }

  public Resource<Subnet> subnets() {
    return resource("subnet", "subnets", Subnet.class);
  }

  public Resource<Port> ports() {
    return resource("port", "ports", Port.class);
  }

  /** {@code POST /v2.0/ports} for several at once, which are answered in the order asked for. */
  public List<Port> createPorts(List<Wanted> wanted) {
    Answer answer =
        network.post(ports().path()).json(Map.of("ports", wanted)).expect(STATUSES.created());
    List<Port> made = answer.list("ports", Port.class, Envelope.OPEN);
    if (made.size() != wanted.size()) {
      throw answer.unexpected(wanted.size() + " ports", String.valueOf(made.size()));
    }
    return made;
  }

  public Resource<Router> routers() {
    return resource("router", "routers", Router.class);
  }

  /**
   * {@code PUT /v2.0/routers/ID/add_router_interface}.
   *
   * @param by a subnet or a port
   */
  public RouterInterface addInterface(String router, Wanted by) {
    return interfaces(router, "add", by).as(RouterInterface.class);
  }

  /**
   * {@code PUT /v2.0/routers/ID/remove_router_interface}.
   *
   * @param by a subnet or a port
   */
  public void removeInterface(String router, Wanted by) {
    JsonNode unused = interfaces(router, "remove", by).json();
  }

  private Answer interfaces(String router, String verb, Wanted by) {
    String path = "%s/%s_router_interface".formatted(routers().path(router), verb);
    return network.call("PUT", path).json(by).expect(200);
  }

  public Resource<FloatingIp> floatingIps() {
    return resource("floatingip", "floatingips", FloatingIp.class);
  }

  public Resource<SecurityGroup> securityGroups() {
    return resource("security_group", "security_groups", SecurityGroup.class);
  }

  public Resource<SecurityGroupRule> securityGroupRules() {
    return resource("security_group_rule", "security_group_rules", SecurityGroupRule.class);
  }

  public Resource<SubnetPool> subnetPools() {
    return resource("subnetpool", "subnetpools", SubnetPool.class);
  }

  /**
   * {@code POST /v2.0/security-group-rules} for a rule that cannot be: 400, and a fault, which is
   * an object in an object, with a message, which is returned.
   */
  public String requireRefusal(Wanted rule) {
    return fault(securityGroupRules(), "security_group_rule", rule, 400).path("message").asText();
  }

  /**
   * {@code POST /v2.0/ports} for one whose address another has: 409, and a fault, whose type is
   * returned.
   */
  public String requireConflict(Wanted port) {
    return fault(ports(), "port", port, 409).path("type").asText();
  }

  private JsonNode fault(Resource<?> resources, String one, Wanted wanted, int status) {
    Answer answer = network.post(resources.path()).json(Map.of(one, wanted)).expect(status);
    return answer
        .only(NetworkClient::isFault)
        .orElseThrow(() -> answer.unexpected("a fault with a message", "another body"));
  }

  private static boolean isFault(JsonNode fault) {
    return fault.path("message").isTextual() && !fault.path("message").asText().isBlank();
  }

  private <T> Resource<T> resource(String one, String many, Class<T> shape) {
    String path = "/v2.0/" + many.replace('_', '-');
    return new Resource<>(
        network, new ResourceCalls(path, one, many, STATUSES, Envelope.OPEN), shape);
  }
}
