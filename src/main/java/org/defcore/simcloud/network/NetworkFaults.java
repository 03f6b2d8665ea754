package org.defcore.simcloud.network;

import org.defcore.simcloud.resource.FaultTable;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form and the words of the network service. */
final class NetworkFaults {

  static final FaultTable ALL =
      new FaultTable(Json.data(NetworkFaults.class, "faults.yaml"), NetworkFaults::fault);

  private NetworkFaults() {}

  static Reply fault(int status, String type, String message) {
    return Reply.json(
        status,
        Json.wrap(
            "NeutronError",
            Json.object().put("type", type).put("message", message).put("detail", "")));
  }

  static Refusal of(String name, Object... values) {
    return ALL.of(name, values);
  }

  static void refuseIf(boolean bad, String name, Object... values) {
    ALL.refuseIf(bad, name, values);
  }
}
