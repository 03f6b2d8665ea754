package org.defcore.suite.compute;

import java.util.function.BooleanSupplier;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.kit.Poll;

/** Waits until a volume is on a server or free; one of the error statuses ends the wait. */
record AttachmentStates(VolumeClient volumes, Poll poll) {

  Volume await(String id, String status) {
    return poll.like("volume " + status)
        .until(
            "GET /volumes/%s to show %s".formatted(id, status),
            () -> volumes.getVolume(id),
            it -> it.status().equals(status),
            AttachmentStates::isBroken);
  }

  /**
   * Waits until the volume is in use by that server. It is reserved when the attachment has been
   * answered, so one that is free again was given up.
   */
  Volume awaitOn(String id, String server) {
    return poll.like("volume in-use")
        .until(
            "GET /volumes/%s to show in-use by server %s".formatted(id, server),
            () -> volumes.getVolume(id),
            it -> it.status().equals("in-use") && it.isOn(server),
            it -> isBroken(it) || it.status().equals("available"));
  }

  /** As {@link #awaitOn}, or until it is available again and has failed to be attached. */
  Volume awaitOnUnless(String id, String server, BooleanSupplier failed) {
    return poll.like("volume in-use")
        .until(
            "GET /volumes/%s to show in-use by server %s, or available with a word in its log"
                .formatted(id, server),
            () -> volumes.getVolume(id),
            it ->
                (it.status().equals("in-use") && it.isOn(server))
                    || (it.status().equals("available") && failed.getAsBoolean()),
            AttachmentStates::isBroken);
  }

  private static boolean isBroken(Volume volume) {
    return volume.status().startsWith("error");
  }
}
