package org.defcore.simcloud.compute;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** The metadata of servers, which only servers at rest change. */
record ServerMetadata(ServerStore servers) implements Metadata.Holder {

  @Override
  public Map<String, String> items(Incoming request) {
    return items(servers.find(request));
  }

  @Override
  public Map<String, String> change(Incoming request, UnaryOperator<Map<String, String>> how) {
    Server server = servers.find(request);
    Map<String, String> changed = how.apply(items(server));
    server.requireUnlocked();
    server.requireIdle("update metadata", Set.of("active", "stopped"));
    server.change(Json.wrap("metadata", Metadata.document(changed)));
    return changed;
  }

  private static Map<String, String> items(Server server) {
    return Metadata.items(server.document().path("metadata"));
  }

  @Override
  public Refusal missing(Incoming request) {
    return ComputeFaults.notFound("Metadata item was not found");
  }

  @Override
  public Refusal bad(String message) {
    return ComputeFaults.bad(message);
  }
}
