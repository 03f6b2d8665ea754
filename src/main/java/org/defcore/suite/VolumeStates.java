package org.defcore.suite;

import static org.defcore.suite.ResourceClaims.awaitStatus;

import java.util.function.BooleanSupplier;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.result.ChosenFact;

/** New volumes and waits for them; one of the error statuses ends a wait for another status. */
public record VolumeStates(Resource<Volume> volumes, Poll poll) {

  public static VolumeStates of(Cloud cloud, Poll poll) {
    return new VolumeStates(cloud.member().volume().volumes(), poll);
  }

  /** A request for a volume, of the type that was chosen, if one was. */
  public static Wanted wanted(Cloud cloud, int gibibytes) {
    Wanted volume = Wanted.named(cloud.uniqueName("volume")).with("size", gibibytes);
    return cloud
        .knownFact(ChosenFact.VOLUME_TYPE)
        .map(it -> volume.with("volume_type", it))
        .orElse(volume);
  }

  public Volume await(String id, String status) {
    return awaitStatus(poll.like("volume " + status), volumes, id, status, Volume::status);
  }

  /**
   * Waits until the volume is in use by that server. It is reserved when the attachment has been
   * answered, so one that is free again was given up.
   */
  public Volume awaitOn(String id, String server) {
    return poll.like("volume in-use")
        .until(
            "GET /volumes/%s to show in-use by server %s".formatted(id, server),
            () -> volumes.get(id),
            it -> it.status().equals("in-use") && it.isOn(server),
            it -> isBroken(it) || it.status().equals("available"));
  }

  /** As {@link #awaitOn}, or until it is available again and has failed to be attached. */
  public Volume awaitOnUnless(String id, String server, BooleanSupplier failed) {
    return poll.like("volume in-use")
        .until(
            "GET /volumes/%s to show in-use by server %s, or available with a word in its log"
                .formatted(id, server),
            () -> volumes.get(id),
            it ->
                (it.status().equals("in-use") && it.isOn(server))
                    || (it.status().equals("available") && failed.getAsBoolean()),
            VolumeStates::isBroken);
  }

  /**
   * Waits until a volume that was made of something is available or, as the API reference has it,
   * in error.
   *
   * @param of what it was made of: {@code snapshot}
   */
  public Volume awaitEnd(String id, String of) {
    return poll.like("volume from " + of)
        .until(
            "GET /volumes/%s to show available or error".formatted(id),
            () -> volumes.get(id),
            it -> it.status().equals("available") || it.status().equals("error"),
            VolumeStates::isBroken);
  }

  private static boolean isBroken(Volume volume) {
    return volume.status().startsWith("error");
  }
}
