package org.defcore.suite.compute;

import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.kit.Poll;

/** Waits until a volume is in a status; one of the error statuses ends the wait. */
record VolumeStates(VolumeClient volumes, Poll poll) {

  Volume await(String id, String status) {
    return poll.like("volume " + status)
        .until(
            "GET /volumes/%s to show %s".formatted(id, status),
            () -> volumes.getVolume(id),
            it -> it.status().equals(status),
            VolumeStates::isBroken);
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

  private static boolean isBroken(Volume volume) {
    return volume.status().startsWith("error");
  }
}
