package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** The metadata of servers, which only servers at rest change. */
record ServerMetadata(ServerStore servers) implements Metadata.Holder {

  @Override
  public ObjectNode find(Incoming request) {
    return servers.find(request).document();
  }

  @Override
  public ObjectNode change(Incoming request, UnaryOperator<ObjectNode> how) {
    Server server = servers.find(request);
    ObjectNode changed = how.apply(server.document()).retain("metadata");
    server.requireUnlocked();
    server.requireIdle("update metadata", Set.of("active", "stopped"));
    server.change(changed);
    return changed;
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
