package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Servers as their documents, with the fields that a microversion has. */
final class ServerView {

  private static final Map<String, Integer> SINCE =
      Map.of(
          "locked", 9,
          "description", 19,
          "tags", 26,
          "trusted_image_certificates", 63,
          "server_groups", 71,
          "locked_reason", 73,
          "OS-EXT-SRV-ATTR:hostname", 90);

  private static final List<String> FULL_ONLY =
      List.of(
          ("OS-EXT-AZ:availability_zone OS-EXT-STS:power_state OS-EXT-STS:task_state"
                  + " OS-EXT-STS:vm_state OS-SRV-USG:launched_at OS-SRV-USG:terminated_at"
                  + " config_drive key_name os-extended-volumes:volumes_attached security_groups")
              .split(" "));

  private ServerView() {}

  static ArrayNode links(Incoming request, String server) {
    String path = "/servers/" + server;
    return Json.array()
        .add(Json.link("self", request.base() + "/v2.1" + path))
        .add(Json.link("bookmark", request.base() + path));
  }

  /** The document of shows and detailed lists. */
  static ObjectNode of(Incoming request, Server server) {
    Microversion version = ComputeVersions.of(request);
    ServerState state = server.state();
    ObjectNode body =
        server
            .document()
            .put("status", state.status())
            .put("updated", Times.seconds(server.updated()))
            .put("OS-EXT-STS:power_state", state.power())
            .put("OS-EXT-STS:task_state", state.task().isEmpty() ? null : state.task())
            .put("OS-EXT-STS:vm_state", state.vm())
            .put("progress", 0);
    body.set("links", links(request, server.id()));
    // One that boots from a volume is of no image.
    if (!server.text("image").isEmpty()) {
      body.set("image", reference(request, "images", server.text("image")));
    }
    body.set("flavor", flavor(request, server.flavor()));
    body.set("addresses", addresses(server));
    body.set("os-extended-volumes:volumes_attached", volumes(server, version));
    if (!state.hasProgress()) {
      body.remove("progress");
    }
    if (!state.status().equals("ERROR")) {
      body.remove("fault");
    }
    return version.cut(body, SINCE);
  }

  /** The document that answers a change; it has the basic part until 2.74. */
  static ObjectNode changed(Incoming request, Server server) {
    ObjectNode body = of(request, server);
    if (!ComputeVersions.of(request).atLeast(75)) {
      body.remove(FULL_ONLY).set("addresses", basicAddresses(server));
    }
    return body;
  }

  /** The answer that promises a server, and tells its password once. */
  static Reply promised(Incoming request, JsonNode asked, ObjectNode server) {
    String password = Ids.hex32().substring(0, 12);
    server.put("adminPass", asked.path("adminPass").asText(password));
    return Reply.json(202, Json.wrap("server", server))
        .with("Location", request.base() + "/v2.1/servers/" + server.path("id").asText());
  }

  /** Networks by their names, with no more of each address than itself. */
  static ObjectNode basicAddresses(Server server) {
    ObjectNode networks = addresses(server);
    networks.forEach(all -> all.forEach(it -> ((ObjectNode) it).retain("version", "addr")));
    return networks;
  }

  private static ObjectNode addresses(Server server) {
    ObjectNode networks = Json.object();
    for (Port port : server.ports()) {
      networks
          .withArray("/" + port.link().name())
          .addObject()
          .put("version", 4)
          .put("addr", port.address())
          .put("OS-EXT-IPS:type", "fixed")
          .put("OS-EXT-IPS-MAC:mac_addr", port.mac());
    }
    return networks;
  }

  /** The same for all servers of a project, as there is one host. */
  static String hostId(Server server) {
    String project = server.owner().project();
    return Ids.builtInHex("host of " + project)
        + Ids.builtInHex("host " + project).substring(0, 24);
  }

  /** Moments of the machine are known to the second and written with more. */
  static String moment(Instant instant) {
    return Times.micros(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  private static ArrayNode volumes(Server server, Microversion version) {
    ArrayNode volumes = Json.array();
    for (String id : server.volumes().keySet()) {
      ObjectNode volume = Json.object().put("id", id).put("delete_on_termination", false);
      volumes.add(version.cut(volume, Map.of("delete_on_termination", 3)));
    }
    return volumes;
  }

  private static ObjectNode reference(Incoming request, String collection, String id) {
    String href = request.base() + "/" + collection + "/" + id;
    ObjectNode reference = Json.object().put("id", id);
    reference.putArray("links").add(Json.link("bookmark", href));
    return reference;
  }

  private static ObjectNode flavor(Incoming request, Flavor flavor) {
    return ComputeVersions.of(request).atLeast(47)
        ? Json.form(
            """
            {"vcpus": %s, "ram": %s, "disk": %s, "original_name": %s, "extra_specs": %s,
             "ephemeral": 0, "swap": 0}
            """,
            flavor.vcpus(), flavor.ram(), flavor.disk(), flavor.name(), flavor.extraSpecs())
        : reference(request, "flavors", flavor.id());
  }
}
