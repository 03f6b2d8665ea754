package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** The metadata of volumes. */
record VolumeMetadata(VolumeStore store) implements Metadata.Holder {

  @Override
  public Map<String, String> items(Incoming request) {
    return items(store.volumes().require(request.caller().project(), request.part("volume")));
  }

  private static Map<String, String> items(ObjectNode volume) {
    return Metadata.items(volume.path("metadata"));
  }

  @Override
  public Map<String, String> change(Incoming request, UnaryOperator<Map<String, String>> how) {
    return items(
        store.change(
            store.volumes(),
            request,
            it -> it.set("metadata", Metadata.document(how.apply(items(it))))));
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
