package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** The metadata of volumes. */
record VolumeMetadata(VolumeStore store) implements Metadata.Holder {

  @Override
  public ObjectNode find(Incoming request) {
    return store.volumes().require(request.caller().project(), request.part("volume"));
  }

  @Override
  public ObjectNode change(Incoming request, UnaryOperator<ObjectNode> how) {
    return store.change(store.volumes(), request, how);
  }

  @Override
  public Refusal missing(Incoming request) {
    return VolumeFaults.refusal(
        404,
        "Volume %s has no metadata with key %s."
            .formatted(request.part("volume"), request.part("key")));
  }

  @Override
  public Refusal bad(String message) {
    return VolumeFaults.badRequest(message);
  }
}
