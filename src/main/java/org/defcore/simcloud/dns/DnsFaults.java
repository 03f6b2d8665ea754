package org.defcore.simcloud.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.resource.FaultTable;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form of the DNS service. */
final class DnsFaults {

  static final FaultTable ALL =
      new FaultTable(Json.data(DnsFaults.class, "faults.yaml"), DnsFaults::fault);

  private DnsFaults() {}

  static Reply fault(int status, String type, String message) {
    String id = Ids.request();
    ObjectNode fault = Json.object().put("code", status).put("type", type).put("request_id", id);
    return Reply.json(status, message.isEmpty() ? fault : fault.put("message", message))
        .with("x-openstack-request-id", id);
  }

  static void refuseIf(boolean bad, String name, Object... values) {
    ALL.refuseIf(bad, name, values);
  }
}
