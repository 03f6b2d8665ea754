package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.defcore.simcloud.compute.flavor.Flavor;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.network.Port;
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
    ObjectNode body = Json.object().put("id", server.id()).put("name", spec.name());
    body.put("status", server.state().status())
        .put("tenant_id", server.origin().owner().project())
        .put("user_id", server.origin().owner().userId());
    body.set("metadata", metadata(server));
    body.put("hostId", server.isScheduled() ? hostId(server) : "");
    body.set("image", reference(request, "images", spec.image()));
    body.set("flavor", flavor(request, spec.flavor()));
    body.put("created", Times.seconds(server.origin().created()))
        .put("updated", Times.seconds(server.updated()));
    body.set("addresses", addresses(server, full ? Extent.FULL : Extent.BASIC));
    body.put("accessIPv4", spec.access().ipv4()).put("accessIPv6", spec.access().ipv6());
    body.set("links", links(request, server.id()));
    body.put("OS-DCF:diskConfig", server.origin().diskConfig());
    if (server.state().hasProgress()) {
      body.put("progress", 0);
    }
    fault(body, server);
    if (full) {
      extended(body, server);
    }
    later(body, server, version);
    return body;
  }

  static ObjectNode metadata(Server server) {
    ObjectNode metadata = Json.object();
    server.spec().sortedMetadata().forEach(metadata::put);
    return metadata;
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
    byte[] seed = ("host of " + project).getBytes(StandardCharsets.UTF_8);
    String hex = UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
    return hex + Ids.builtInHex("host " + project).substring(0, 24);
  }

  /** Moments of the machine are known to the second and written with more. */
  static String moment(Instant instant) {
    return Times.micros(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  private static void fault(ObjectNode body, Server server) {
    if (server.state().status().equals("ERROR")) {
      server.broken().ifPresent(it -> body.set("fault", fault(it)));
    }
  }

  private static ObjectNode fault(Server.Broken broken) {
    return Json.object()
        .put("code", broken.fault().code())
        .put("created", Times.seconds(broken.since()))
        .put("message", broken.fault().message());
  }

  private static void extended(ObjectNode body, Server server) {
    body.put("OS-EXT-AZ:availability_zone", server.isScheduled() ? "nova" : "")
        .put("config_drive", "")
        .put("key_name", server.origin().keyName().orElse(null))
        .put("OS-SRV-USG:launched_at", server.launched().map(ServerView::moment).orElse(null));
    Instant end = server.updated();
    body.put("OS-SRV-USG:terminated_at", server.isDeleted() ? moment(end) : null);
    if (!server.isDeleted()) {
      body.set("security_groups", groups());
    }
    String task = server.state().task();
    body.put("OS-EXT-STS:task_state", task.isEmpty() ? null : task)
        .put("OS-EXT-STS:vm_state", server.state().vm())
        .put("OS-EXT-STS:power_state", server.state().power());
    ArrayNode volumes = body.putArray("os-extended-volumes:volumes_attached");
    server.volumes().keySet().forEach(it -> volumes.add(Json.object().put("id", it)));
  }

  static ArrayNode groups() {
    return Json.array().add(Json.object().put("name", "default"));
  }

  private static void later(ObjectNode body, Server server, Microversion version) {
    if (version.atLeast(3)) {
      for (JsonNode volume : body.path("os-extended-volumes:volumes_attached")) {
        ((ObjectNode) volume).put("delete_on_termination", false);
      }
    }
    if (version.atLeast(9)) {
      body.put("locked", server.isLocked());
    }
    if (version.atLeast(73)) {
      body.putNull("locked_reason");
    }
    if (version.atLeast(19)) {
      body.put("description", server.origin().description().orElse(null));
    }
    if (version.atLeast(26)) {
      body.set("tags", Json.array());
    }
    if (version.atLeast(63)) {
      body.putNull("trusted_image_certificates");
    }
    if (version.atLeast(71)) {
      body.set("server_groups", Json.array());
    }
    if (version.atLeast(90)) {
      body.put(HOST_NAME, server.hostName());
    }
  }

  private static ObjectNode reference(Incoming request, String collection, String id) {
    ObjectNode reference = Json.object().put("id", id);
    String href = request.base() + "/" + collection + "/" + id;
    reference.set("links", Json.array().add(Json.link("bookmark", href)));
    return reference;
  }

  private static ObjectNode flavor(Incoming request, Flavor flavor) {
    if (!ComputeVersions.of(request).atLeast(47)) {
      return reference(request, "flavors", flavor.id());
    }
    ObjectNode embedded =
        Json.object()
            .put("vcpus", flavor.vcpus())
            .put("ram", flavor.ram())
            .put("disk", flavor.disk())
            .put("ephemeral", 0)
            .put("swap", 0)
            .put("original_name", flavor.name());
    embedded.set("extra_specs", flavor.extraSpecsBody());
    return embedded;
  }
}
