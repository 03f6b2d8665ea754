package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.simcloud.network.GroupDesk;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The security groups of the network service, as this one passed them on until 2.35. */
record GroupProxy(ServerStore servers) {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  List<Operation> operations() {
    String all = " /v2.1/os-security-groups";
    String one = all + "/{group}";
    String name = "compute.security-groups.";
    Handler nothing = it -> Reply.plainFault(404, "The resource could not be found.");
    return Stream.of(
            operation(name + "list", "GET" + all, this::list),
            operation(name + "create", "POST" + all, this::create),
            operation(name + "show", "GET" + one, it -> one(it, desk(it).require(id(it)))),
            operation(name + "update", "PUT" + one, this::update),
            operation(name + "delete", "DELETE" + one, this::delete),
            operation(name + "delete-empty-id", "DELETE" + all + "/", nothing))
        .map(it -> ComputeVersions.within(1, 35, it))
        .toList();
  }

  /** The calls on the groups of a server. */
  List<Operation> ofServers() {
    String server = " /v2.1/servers/{server}";
    String action = "POST" + server + "/action";
    return List.of(
        operation(
            "compute.server-security-groups.list",
            "GET" + server + "/os-security-groups",
            it -> many(it, desk(it).of(servers.find(it).ports()))),
        Operation.keyed(
            "compute.servers.add-security-group",
            action,
            "addSecurityGroup",
            told(it -> change(it, "addSecurityGroup"))),
        Operation.keyed(
            "compute.servers.remove-security-group",
            action,
            "removeSecurityGroup",
            told(it -> change(it, "removeSecurityGroup"))));
  }

  private static Operation operation(String name, String call, Handler work) {
    return Operation.of(name, call, told(work));
  }

  /** Refusals of the network service get the form of this one. */
  private static Handler told(Handler work) {
    return request -> {
      try {
        return work.answer(request);
      } catch (Refusal refusal) {
        int status = refusal.status() == 409 ? 400 : refusal.status();
        throw ComputeFaults.refusal(status, refusal.getMessage());
      }
    };
  }

  private GroupDesk desk(Incoming request) {
    return servers.world().networks().groups(request.caller().project());
  }

  private static String id(Incoming request) {
    String id = request.part("group");
    if (!id.matches(UUID)) {
      throw ComputeFaults.bad("Security group id should be uuid");
    }
    return id;
  }

  private Reply list(Incoming request) {
    return many(request, desk(request).all());
  }

  private Reply create(Incoming request) throws IOException {
    ObjectNode group = sent(request);
    if (group.path("name").asText().equals("default")) {
      throw ComputeFaults.refusal(403, "Default security group already exists.");
    }
    return one(request, desk(request).add(group));
  }

  private Reply update(Incoming request) throws IOException {
    return one(request, desk(request).change(id(request), sent(request)));
  }

  private static ObjectNode sent(Incoming request) throws IOException {
    return request.sent("security_group").<ObjectNode>deepCopy().retain("name", "description");
  }

  private Reply delete(Incoming request) {
    desk(request).remove(id(request));
    return ServerActions.ACCEPTED;
  }

  private Reply change(Incoming request, String action) throws IOException {
    Server server = servers.find(request);
    GroupDesk desk = desk(request);
    String name = request.sent(action).path("name").asText();
    ObjectNode group =
        desk.named(name)
            .orElseThrow(() -> ComputeFaults.notFound("Security group " + name + " is not found."));
    boolean has = desk.of(server.ports()).contains(group);
    boolean adds = action.startsWith("add");
    if (adds && has) {
      throw ComputeFaults.bad("Security group %s is there already.".formatted(name));
    }
    if (!adds && !has) {
      throw ComputeFaults.notFound("Security group %s is not of the instance.".formatted(name));
    }
    server.ports().forEach(it -> desk.toggle(it, group.path("id").asText()));
    server.group(desk.of(server.ports()));
    return ServerActions.ACCEPTED;
  }

  private Reply one(Incoming request, ObjectNode group) {
    return Reply.json(200, Json.wrap("security_group", form(request, group)));
  }

  private Reply many(Incoming request, List<ObjectNode> groups) {
    List<ObjectNode> forms = groups.stream().map(it -> form(request, it)).toList();
    return Reply.json(200, Json.wrap("security_groups", Json.array(forms)));
  }

  private ObjectNode form(Incoming request, ObjectNode group) {
    ObjectNode form = group.deepCopy().retain("id", "name", "description");
    form.set("tenant_id", group.path("project_id"));
    List<ObjectNode> rules =
        group
            .path("security_group_rules")
            .valueStream()
            .filter(it -> it.path("direction").asText().equals("ingress"))
            .map(it -> rule(request, it))
            .toList();
    return form.set("rules", Json.array(rules));
  }

  private ObjectNode rule(Incoming request, JsonNode rule) {
    ObjectNode form = Json.object();
    form.set("id", rule.path("id"));
    form.set("parent_group_id", rule.path("security_group_id"));
    form.set("ip_protocol", rule.path("protocol"));
    form.set("from_port", port(rule, "port_range_min", 1));
    form.set("to_port", port(rule, "port_range_max", 65535));
    ObjectNode source = form.putObject("group");
    ObjectNode range = form.putObject("ip_range");
    if (rule.path("remote_group_id").isTextual()) {
      ObjectNode group = desk(request).require(rule.path("remote_group_id").asText());
      source.set("name", group.path("name"));
      source.set("tenant_id", group.path("project_id"));
    } else {
      boolean six = rule.path("ethertype").asText().equals("IPv6");
      range.put("cidr", rule.path("remote_ip_prefix").asText(six ? "::/0" : "0.0.0.0/0"));
    }
    return form;
  }

  /** A protocol without ports has all of them, or -1 where there are no ports. */
  private static JsonNode port(JsonNode rule, String name, int end) {
    String protocol = rule.path("protocol").asText("");
    if (rule.path(name).isNumber() || rule.path("protocol").isNull()) {
      return rule.path(name);
    }
    return Json.object().numberNode(List.of("tcp", "udp").contains(protocol) ? end : -1);
  }
}
