package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The two flavors, which nobody here may change. */
final class Flavors {

  private static final String ALL = " /v2.1/flavors";
  private static final String ONE = ALL + "/{flavor}";

  private static final ListRules<Flavor> RULES =
      ListRules.<Flavor>of(Flavor::id, ComputeFaults::ofList)
          .usually(ListRules.Direction.ASC)
          .zeroIsAll()
          .filter("minRam", text -> atLeast("minRam", text, Flavor::ram))
          .filter("minDisk", text -> atLeast("minDisk", text, Flavor::disk));

  private static final String BODY =
      """
      {"id": %s, "name": %s, "ram": %s, "disk": %s, "vcpus": %s, "extra_specs": %s,
       "links": [{"rel": "self", "href": %s}, {"rel": "bookmark", "href": %s}],
       "swap": "", "OS-FLV-EXT-DATA:ephemeral": 0, "OS-FLV-DISABLED:disabled": false,
       "os-flavor-access:is_public": true, "rxtx_factor": 1.0, "description": null}
      """;

  private final List<Flavor> all;

  Flavors(Kind kind, Disks disks) {
    SortedMap<String, String> specs = kind.traits().flavor();
    int disk = disks == Disks.OWN ? 1 : 0;
    this.all =
        List.of(
            new Flavor("1", "sim.tiny", 512, disk, 1, specs),
            new Flavor("2", "sim.small", 1024, 2 * disk, 1, specs));
  }

  /** The flavor that a request names in its document. */
  Flavor named(String id) {
    return known(id).orElseThrow(() -> ComputeFaults.bad("Flavor " + id + " could not be found."));
  }

  private Optional<Flavor> known(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  List<Operation> operations() {
    UnaryOperator<ObjectNode> brief = it -> it.retain("id", "name", "links", "description");
    UnaryOperator<ObjectNode> full = it -> it;
    String specs = ONE + "/os-extra_specs";
    return List.of(
        Operation.of("compute.flavors.list", "GET" + ALL, it -> list(it, brief)),
        Operation.of("compute.flavors.create", "POST" + ALL, it -> refused("create")),
        Operation.of("compute.flavors.detail", "GET" + ALL + "/detail", it -> list(it, full)),
        Operation.of("compute.flavors.show", "GET" + ONE, this::show),
        Operation.of("compute.flavor-extra-specs.list", "GET" + specs, this::extraSpecs),
        Operation.of("compute.flavors.delete", "DELETE" + ONE, it -> refused("delete")));
  }

  private static Reply refused(String action) {
    throw ComputeFaults.forbidden("os-flavor-manage:" + action);
  }

  private Reply list(Incoming request, UnaryOperator<ObjectNode> form) {
    return RULES.page(request, all).reply(request, "flavors", it -> form.apply(body(request, it)));
  }

  private Reply show(Incoming request) {
    return Reply.json(200, Json.wrap("flavor", body(request, find(request))));
  }

  private Reply extraSpecs(Incoming request) {
    return Reply.json(200, Json.form("{\"extra_specs\": %s}", find(request).extraSpecs()));
  }

  private Flavor find(Incoming request) {
    String id = request.part("flavor");
    return known(id)
        .orElseThrow(() -> ComputeFaults.notFound("Flavor " + id + " could not be found."));
  }

  private static ObjectNode body(Incoming request, Flavor flavor) {
    Microversion version = ComputeVersions.of(request);
    String path = "/flavors/" + flavor.id();
    ObjectNode body =
        Json.form(
            BODY,
            flavor.id(),
            flavor.name(),
            flavor.ram(),
            flavor.disk(),
            flavor.vcpus(),
            flavor.extraSpecs(),
            request.base() + "/v2.1" + path,
            request.base() + path);
    if (version.atLeast(75)) {
      body.put("swap", 0);
    }
    return version.cut(body, Map.of("description", 55, "extra_specs", 61));
  }

  private static Predicate<Flavor> atLeast(
      String parameter, String text, ToIntFunction<Flavor> size) {
    if (!text.matches("\\d{1,9}")) {
      throw ComputeFaults.bad("Invalid %s filter [%s]".formatted(parameter, text));
    }
    return it -> size.applyAsInt(it) >= Integer.parseInt(text);
  }
}
