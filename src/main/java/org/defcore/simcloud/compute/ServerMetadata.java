package org.defcore.simcloud.compute;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** The metadata of servers, which only servers at rest change. */
record ServerMetadata(ServerStore servers) implements Metadata.Holder {

  @Override
  public Map<String, String> items(Incoming request) {
    return servers.find(request).spec().metadata();
  }

  @Override
  public Map<String, String> change(Incoming request, UnaryOperator<Map<String, String>> how) {
    Server server = servers.find(request);
    Map<String, String> changed = how.apply(server.spec().metadata());
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "update metadata", Permit.RUNNING_OR_OFF);
    server.change(server.spec().with(changed));
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
