package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Actions that change a volume: its flags and its size. */
record ChangeActions(VolumeStore store) {

  private static final String BOOTABLE = "os-set_bootable";
  private static final String EXTEND = "os-extend";
  private static final String READ_ONLY = "os-update_readonly_flag";
  private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");

  List<Operation> operations(String action) {
    return List.of(
        Operation.keyed("volume.volumes.extend", action, EXTEND, this::extend),
        Operation.keyed("volume.volumes.set-bootable", action, BOOTABLE, this::setBootable),
        Operation.keyed("volume.volumes.set-read-only", action, READ_ONLY, this::setReadOnly));
  }

  private Reply extend(Incoming request) throws IOException {
    int size = request.sent(EXTEND).path("new_size").asInt();
    store.extend(request.caller().project(), request.part("volume"), size);
    return done(202);
  }

  private Reply setBootable(Incoming request) throws IOException {
    boolean bootable = isTrue(request.sent(BOOTABLE).path("bootable"));
    change(request, it -> it.put(VolumeForms.BOOTABLE, bootable));
    return done(200);
  }

  private Reply setReadOnly(Incoming request) throws IOException {
    boolean readOnly = isTrue(request.sent(READ_ONLY).path("readonly"));
    change(
        request,
        it -> {
          if (!VolumeForms.status(it).equals("available")) {
            throw VolumeFaults.badRequest(
                "Invalid volume: It has to be available to be made read-only or writable.");
          }
          // Written as Python writes it.
          return it.put(VolumeForms.READ_ONLY, readOnly ? "True" : "False");
        });
    return done(202);
  }

  private static Reply done(int status) {
    return Reply.empty(status).with("Content-Type", "application/json");
  }

  private void change(Incoming request, UnaryOperator<ObjectNode> how) {
    store.change(store.volumes(), request, how);
  }

  private static boolean isTrue(JsonNode flag) {
    return TRUE.contains(flag.asText().toLowerCase(Locale.ROOT));
  }
}
