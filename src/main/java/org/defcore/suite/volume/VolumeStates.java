package org.defcore.suite.volume;

import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.kit.Poll;

/** Waits for what becomes of volumes. */
record VolumeStates(VolumeClient volumes, Poll poll) {

  /** Waits until a volume is available; one of the error statuses ends the wait. */
  Volume awaitAvailable(String id) {
    return poll.like("volume available")
        .until(
            "GET /volumes/%s to show available".formatted(id),
            () -> volumes.getVolume(id),
            it -> it.status().equals("available"),
            it -> it.status().startsWith("error"));
  }

  /**
   * Waits until a volume that was made of something is available or, as the API reference has it,
   * in error.
   *
   * @param of what it was made of: {@code snapshot}
   */
  Volume awaitEnd(String id, String of) {
    return poll.like("volume from " + of)
        .until(
            "GET /volumes/%s to show available or error".formatted(id),
            () -> volumes.getVolume(id),
            it -> it.status().equals("available") || it.status().equals("error"),
            it -> it.status().startsWith("error"));
  }

  /** Waits until a volume that is being deleted is not there any more. */
  void awaitGone(String id) {
    poll.like("volume gone").untilGone("GET /volumes/" + id, () -> volumes.getVolume(id));
  }
}
