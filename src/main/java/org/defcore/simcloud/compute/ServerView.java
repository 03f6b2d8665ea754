package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.defcore.simcloud.compute.flavor.Flavor;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Times;

/** Servers as their documents, with the fields that a microversion has. */
final class ServerView {

  /** The extent of the description of a server. */
  enum Extent {
    BASIC,
    FULL
  }

  static final String HOST_NAME = "OS-EXT-SRV-ATTR:hostname";

  private static final Map<String, Integer> SINCE =
      Map.of(
          "locked",
          9,
          "description",
          19,
          "tags",
          26,
          "trusted_image_certificates",
          63,
          "server_groups",
          71,
          "locked_reason",
          73,
          HOST_NAME,
          90);

  private ServerView() {}

  static ObjectNode brief(Incoming request, Server server) {
    ObjectNode body = Json.object().put("id", server.id()).put("name", server.spec().name());
    body.set("links", links(request, server.id()));
    return body;
  }

  static ArrayNode links(Incoming request, String server) {
    String path = "/servers/" + server;
    return Json.array()
        .add(Json.link("self", request.base() + "/v2.1" + path))
        .add(Json.link("bookmark", request.base() + path));
  }

  /** The document of shows and detailed lists; changes answer the basic part until 2.75. */
  static ObjectNode of(Incoming request, Server server, Extent extent) {
    Microversion version = ComputeVersions.of(request);
    boolean full = extent == Extent.FULL || version.atLeast(75);
    ServerSpec spec = server.spec();
    ObjectNode body =
        brief(request, server)
            .put("status", server.state().status())
            .put("tenant_id", server.origin().owner().project())
            .put("user_id", server.origin().owner().userId())
            .put("hostId", server.isScheduled() ? hostId(server) : "")
            .put("created", Times.seconds(server.origin().created()))
            .put("updated", Times.seconds(server.updated()))
            .put("accessIPv4", spec.ipv4())
            .put("accessIPv6", spec.ipv6())
            .put("OS-DCF:diskConfig", server.origin().diskConfig())
            .put("locked", server.isLocked())
            .putNull("locked_reason")
            .put("description", server.origin().description().orElse(null))
            .putNull("trusted_image_certificates")
            .put(HOST_NAME, server.hostName());
    body.putArray("tags");
    body.putArray("server_groups");
    body.set("metadata", Metadata.document(spec.metadata()));
    body.set("image", reference(request, "images", spec.image()));
    body.set("flavor", flavor(request, spec.flavor()));
    body.set("addresses", addresses(server, full ? Extent.FULL : Extent.BASIC));
    if (server.state().hasProgress()) {
      body.put("progress", 0);
    }
    if (server.state().status().equals("ERROR")) {
      server.broken().ifPresent(it -> body.set("fault", fault(it)));
    }
    if (full) {
      extend(body, server, version);
    }
    return version.cut(body, SINCE);
  }

  static ObjectNode addresses(Server server, Extent extent) {
    ObjectNode networks = Json.object();
    for (Port port : server.ports()) {
      ObjectNode address = Json.object().put("version", 4).put("addr", port.address());
      if (extent == Extent.FULL) {
        address.put("OS-EXT-IPS:type", "fixed").put("OS-EXT-IPS-MAC:mac_addr", port.mac());
      }
      networks.withArray("/" + port.link().name()).add(address);
    }
    return networks;
  }

  /** The same for all servers of a project, as there is one host. */
  static String hostId(Server server) {
    String project = server.origin().owner().project();
    return Ids.builtInHex("host of " + project)
        + Ids.builtInHex("host " + project).substring(0, 24);
  }

  /** Moments of the machine are known to the second and written with more. */
  static String moment(Instant instant) {
    return Times.micros(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  private static ObjectNode fault(Server.Broken broken) {
    return Json.object()
        .put("code", broken.fault().code())
        .put("created", Times.seconds(broken.since()))
        .put("message", broken.fault().message());
  }

  private static void extend(ObjectNode body, Server server, Microversion version) {
    ServerState state = server.state();
    body.put("OS-EXT-AZ:availability_zone", server.isScheduled() ? "nova" : "")
        .put("config_drive", "")
        .put("key_name", server.origin().keyName().orElse(null))
        .put("OS-SRV-USG:launched_at", server.launched().map(ServerView::moment).orElse(null))
        .put("OS-SRV-USG:terminated_at", server.isDeleted() ? moment(server.updated()) : null)
        .put("OS-EXT-STS:task_state", state.task().isEmpty() ? null : state.task())
        .put("OS-EXT-STS:vm_state", state.vm())
        .put("OS-EXT-STS:power_state", state.power());
    if (!server.isDeleted()) {
      body.set("security_groups", groups());
    }
    ArrayNode volumes = body.putArray("os-extended-volumes:volumes_attached");
    for (String id : server.volumes().keySet()) {
      ObjectNode volume = Json.object().put("id", id).put("delete_on_termination", false);
      volumes.add(version.cut(volume, Map.of("delete_on_termination", 3)));
    }
  }

  static ArrayNode groups() {
    return Json.array().add(Json.object().put("name", "default"));
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
