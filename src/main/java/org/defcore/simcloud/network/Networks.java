package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Json;

/** Networks. */
final class Networks implements ResourceRules {

  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    Ports.requireNoUse(store, gone, "network_id", "NetworkInUse");
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    for (String plural : List.of("ports", "subnets")) {
      store.where(plural, "network_id", gone.path("id")).forEach(it -> store.drop(plural, it));
    }
  }

  @Override
  public void show(ResourceStore store, ObjectNode network, Shown when) {
    if (when != Shown.MADE && !network.path("router:external").asBoolean()) {
      network.remove("is_default");
    }
    network.set(
        "subnets",
        Json.strings(
            store.where("subnets", "network_id", network.path("id")).stream()
                .map(it -> it.path("id").asText())
                .sorted()
                .toList()));
  }
}
