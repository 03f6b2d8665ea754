package org.defcore.simcloud.volume;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** The metadata of volumes. */
record VolumeMetadata(VolumeStore store) implements Metadata.Holder {

  @Override
  public Map<String, String> items(Incoming request) {
    return store
        .volumes()
        .require(request.caller().project(), request.part("volume"))
        .spec()
        .metadata();
  }

  @Override
  public Map<String, String> change(Incoming request, UnaryOperator<Map<String, String>> how) {
    return store
        .change(
            request.caller().project(),
            request.part("volume"),
            it -> it.withMetadata(how.apply(it.metadata())))
        .spec()
        .metadata();
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
