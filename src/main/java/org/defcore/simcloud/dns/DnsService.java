package org.defcore.simcloud.dns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Forms;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.resource.ResourceType;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;

/** DNS v2 with one pool, without imports, exports, transfers and anything of administrators. */
public final class DnsService implements Service {

  private static final Frame FRAME =
      Frame.of("/dns", "/v2", (status, message) -> DnsFaults.fault(status, "error", message));
  private static final String VERSIONS =
      """
      {"versions": [
       {"id": "v2", "status": "SUPPORTED", "updated": "2022-06-29T00:00:00Z",
        "links": [{"href": "%1$s/v2", "rel": "self"},
         {"href": "https://docs.openstack.org/api-ref/dns", "rel": "help"}]},
       {"id": "v2.0", "status": "CURRENT", "updated": "2022-06-29T00:00:00Z",
        "links": [{"href": "%1$s/v2", "rel": "self"},
         {"href": "https://docs.openstack.org/api-ref/dns", "rel": "help"}]}]}
      """;
  private static final String ID = "[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}";

  private final ResourceStore store;

  public DnsService(Timing timing, Defects defects) {
    DnsConventions conventions = new DnsConventions(timing);
    this.store =
        new ResourceStore(
            ResourceType.all(Json.data(DnsService.class, "resources.yaml"), "/v2", forms()),
            Map.of(
                "zones",
                new Zones(conventions, defects),
                "recordsets",
                new RecordSets(conventions)),
            conventions,
            timing);
  }

  private static Forms forms() {
    return new Forms(DnsFaults.ALL)
        .matching("domain", "domain name", it -> it.length() <= 255 && it.endsWith("."))
        .matching("email", "email address", it -> it.matches("[^@]+@[^@]+\\.[^@]+"))
        .matching("comment", "description", it -> it.length() <= 160)
        .with("records", DnsService::records)
        .fitting("object", "object", JsonNode::isObject)
        .fitting("ttl", "lifetime", it -> it.isInt() && it.asInt() >= 0);
  }

  // Each once.
  private static JsonNode records(String name, JsonNode sent) {
    DnsFaults.refuseIf(
        !sent.isArray() || !sent.valueStream().allMatch(JsonNode::isTextual), "no-records");
    return Json.array(sent.valueStream().distinct().toList());
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>(store.operations("dns"));
    all.add(
        Operation.open(
            "dns.versions.list",
            "GET /",
            it -> Reply.json(200, Json.document(VERSIONS.formatted(it.base())))));
    return all;
  }

  @Override
  public List<String> resources() {
    return store.lines(it -> it.has("serial"));
  }

  @Override
  public void check(Incoming request) {
    request
        .parts()
        .forEach((key, id) -> DnsFaults.refuseIf(!id.matches(ID), "invalid_uuid", key, id));
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return DnsFaults.ALL.of("not_found").reply();
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return DnsFaults.ALL.of("method_not_allowed").reply();
  }
}
