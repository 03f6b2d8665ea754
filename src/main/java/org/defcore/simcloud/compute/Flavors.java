package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The two flavors, which nobody here may change. */
final class Flavors {

  private final List<Flavor> all;
  private final Defects defects;

  Flavors(Kind kind, Defects defects) {
    SortedMap<String, String> specs = kind.marks().flavor();
    this.all =
        List.of(
            new Flavor("1", "sim.tiny", 512, 1, 1, specs),
            new Flavor("2", "sim.small", 1024, 2, 1, specs));
    this.defects = defects;
  }

  Optional<Flavor> known(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  Flavor first() {
    return all.get(0);
  }

  Flavor otherThan(Flavor flavor) {
    return all.stream().filter(it -> !it.equals(flavor)).findFirst().orElse(flavor);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.flavors.list", "GET /v2.1/flavors", this::list),
        Operation.of("compute.flavors.create", "POST /v2.1/flavors", it -> refused("create")),
        Operation.of("compute.flavors.detail", "GET /v2.1/flavors/detail", this::detail),
        Operation.of("compute.flavors.show", "GET /v2.1/flavors/{flavor}", this::show),
        Operation.of(
            "compute.flavor-extra-specs.list",
            "GET /v2.1/flavors/{flavor}/os-extra_specs",
            this::extraSpecs),
        Operation.of(
            "compute.flavors.delete", "DELETE /v2.1/flavors/{flavor}", it -> refused("delete")));
  }

  private static Reply refused(String action) {
    throw ComputeFaults.forbidden("os-flavor-manage:" + action);
  }

  private Reply list(Incoming request) {
    ArrayNode items = Json.array();
    if (defects.on(Behaviour.FLAVORS_OMITTED)) {
      return Reply.json(200, Json.wrap("flavors", items));
    }
    for (Flavor flavor : page(request)) {
      String other = defects.on(Behaviour.FLAVORS_OTHER_NAME) ? "-other" : "";
      ObjectNode item = Json.object().put("id", flavor.id()).put("name", flavor.name() + other);
      String base = request.base() + (defects.on(Behaviour.FLAVORS_OTHER_LINKS) ? "/other" : "");
      item.set("links", links(base, flavor));
      if (Microversion.of(request).atLeast(55)) {
        item.putNull("description");
      }
      items.add(item);
    }
    return listed(request, items);
  }

  private Reply detail(Incoming request) {
    ArrayNode items = Json.array();
    if (defects.on(Behaviour.FLAVORS_DETAIL_OMITTED)) {
      return Reply.json(200, Json.wrap("flavors", items));
    }
    for (Flavor flavor : page(request)) {
      ObjectNode item = body(request, flavor);
      if (defects.on(Behaviour.FLAVORS_DETAIL_OTHER_RAM)) {
        item.put("ram", flavor.ram() + 1);
      }
      items.add(item);
    }
    return listed(request, items);
  }

  private static Reply listed(Incoming request, ArrayNode items) {
    ObjectNode body = Json.wrap("flavors", items);
    int limit = request.query("limit").map(Integer::parseInt).orElse(0);
    if (limit > 0 && items.size() == limit) {
      String last = items.get(items.size() - 1).path("id").asText();
      String next =
          "%s%s?limit=%d&marker=%s".formatted(request.base(), request.path(), limit, last);
      body.set(
          "flavors_links", Json.array().add(Json.object().put("rel", "next").put("href", next)));
    }
    return Reply.json(200, body);
  }

  private Reply show(Incoming request) {
    return Reply.json(200, Json.wrap("flavor", body(request, find(request))));
  }

  private Reply extraSpecs(Incoming request) {
    return Reply.json(200, Json.wrap("extra_specs", find(request).extraSpecsBody()));
  }

  private Flavor find(Incoming request) {
    String id = request.part("flavor");
    return known(id)
        .orElseThrow(() -> ComputeFaults.notFound("Flavor " + id + " could not be found."));
  }

  private List<Flavor> page(Incoming request) {
    int from = 0;
    Optional<String> marker = request.query("marker");
    if (marker.isPresent()) {
      List<String> ids = all.stream().map(Flavor::id).toList();
      from = ids.indexOf(marker.get()) + 1;
      if (from == 0) {
        throw new Refusal(ComputeFaults.badRequest("marker [" + marker.get() + "] not found"));
      }
    }
    int ram = number(request, "minRam", "Invalid minRam filter");
    int disk = number(request, "minDisk", "Invalid minDisk filter");
    int limit = number(request, "limit", "Invalid input for query parameters limit. Value:");
    return all.stream()
        .skip(from)
        .filter(it -> it.ram() >= ram && it.disk() >= disk)
        .limit(limit == 0 ? all.size() : limit)
        .toList();
  }

  private static int number(Incoming request, String parameter, String complaint) {
    String text = request.query(parameter).orElse("0");
    if (!text.matches("\\d{1,9}")) {
      throw new Refusal(ComputeFaults.badRequest(complaint + " [" + text + "]"));
    }
    return Integer.parseInt(text);
  }

  private static ObjectNode body(Incoming request, Flavor flavor) {
    Microversion version = Microversion.of(request);
    ObjectNode body =
        Json.object()
            .put("id", flavor.id())
            .put("name", flavor.name())
            .put("ram", flavor.ram())
            .put("disk", flavor.disk());
    if (version.atLeast(75)) {
      body.put("swap", 0);
    } else {
      body.put("swap", "");
    }
    body.put("OS-FLV-EXT-DATA:ephemeral", 0)
        .put("OS-FLV-DISABLED:disabled", false)
        .put("vcpus", flavor.vcpus())
        .put("os-flavor-access:is_public", true)
        .put("rxtx_factor", 1.0);
    body.set("links", links(request.base(), flavor));
    if (version.atLeast(55)) {
      body.putNull("description");
    }
    if (version.atLeast(61)) {
      body.set("extra_specs", flavor.extraSpecsBody());
    }
    return body;
  }

  private static ArrayNode links(String base, Flavor flavor) {
    String path = "/flavors/" + flavor.id();
    return Json.array()
        .add(Json.object().put("rel", "self").put("href", base + "/v2.1" + path))
        .add(Json.object().put("rel", "bookmark").put("href", base + path));
  }
}
