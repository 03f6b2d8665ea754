package org.defcore.simcloud.volume;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;

/** All volumes, and what is still to become of each. Safe for use by many threads. */
public final class VolumeStore {

  static final int MOST_VOLUMES = 10;
  static final int MOST_GIGABYTES = 1000;

  private static final String AVAILABLE = "available";
  private static final String IN_USE = "in-use";
  private static final Set<String> DELETABLE = Set.of(AVAILABLE, "error");

  /** What a project has of what quotas limit; the gigabytes are those of snapshots, too. */
  record Usage(int volumes, int gigabytes) {}

  private static final class Kept {

    private final Stages stages;
    private boolean stuck;
    private int snapshots;
    private BooleanSupplier uploaded = () -> false;
    private Volume volume;

    Kept(Volume volume, Stages stages) {
      this.volume = volume;
      this.stages = stages;
    }
  }

  private final Map<String, Kept> volumes = new LinkedHashMap<>();
  private final Clock clock;
  private final Pace pace;

  public VolumeStore(Clock clock, Pace pace) {
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Reserves an available volume for a server; it is in use some stages later.
   *
   * @throws VolumeRefusal 404 for a volume that the project does not have, 400 for one that is not
   *     available
   */
  public synchronized void attach(String project, String volumeId, Attachment attachment) {
    Kept kept = reserved(project, volumeId, attachment);
    kept.stages.then(() -> kept.volume = kept.volume.tied(attachment, now()).in(IN_USE, now()));
  }

  /**
   * Reserves an available volume for a server that will not get it; it is available again some
   * stages later.
   *
   * @throws VolumeRefusal as {@link #attach} does
   */
  public synchronized void attachInVain(String project, String volumeId, Attachment attachment) {
    Kept kept = reserved(project, volumeId, attachment);
    kept.stages.then(() -> kept.volume = kept.volume.untied(now()).in(AVAILABLE, now()));
  }

  /**
   * Begins to undo an attachment; the volume is available some stages later.
   *
   * @throws VolumeRefusal 404 for a volume that the project does not have or that the server does
   *     not use, 400 for one that is not in use yet or not any more
   */
  public synchronized void detach(String project, String volumeId, String serverId) {
    Kept kept = kept(project, volumeId);
    if (!kept.volume.isTiedTo(serverId)) {
      throw new VolumeRefusal(404, "Volume " + volumeId + " is not attached to " + serverId + ".");
    }
    if (!kept.volume.status().equals(IN_USE)) {
      throw refusal(kept.volume, "must be in-use to be detached");
    }
    move(kept, "detaching");
    kept.stages.then(() -> kept.volume = kept.volume.untied(now()).in(AVAILABLE, now()));
  }

  /** Whether there is an attachment: from the moment that it is asked for until it is undone. */
  public synchronized boolean isAttached(String volumeId, String serverId) {
    settle();
    return Optional.ofNullable(volumes.get(volumeId))
        .filter(it -> it.volume.isTiedTo(serverId))
        .isPresent();
  }

  /**
   * Adds a volume that is being created and passes through these states; without any it is never
   * done.
   *
   * @throws VolumeRefusal 413 when it would be more than the project may have
   */
  synchronized Volume add(Caller owner, VolumeSpec spec, List<String> course) {
    requireRoom(owner.project(), spec.size());
    Volume volume = Volume.create(Ids.uuid(), owner, spec, clock.instant());
    // Only the answer to the creation knows the moment better than to the second.
    Kept kept = new Kept(volume.toTheSecond(), new Stages(clock, pace));
    volumes.put(volume.id(), kept);
    kept.stuck = course.isEmpty();
    course.forEach(it -> kept.stages.then(() -> move(kept, it)));
    return volume;
  }

  /** Makes a volume as if it had never been. */
  synchronized void forget(String id) {
    volumes.remove(id);
  }

  /**
   * Notes that there is a snapshot of a volume, which keeps that from being deleted.
   *
   * @param from the states that it may be in
   * @throws VolumeRefusal 404 for a volume that the project does not have, 400 for one whose state
   *     forbids it, 413 when it would be more than the project may have
   */
  synchronized Volume hold(String project, String id, Set<String> from) {
    Kept kept = kept(project, id);
    if (!from.contains(kept.volume.status())) {
      throw refusal(kept.volume, "must be available");
    }
    requireGigabytes(project, kept.volume.spec().size());
    kept.snapshots++;
    return kept.volume;
  }

  /** Notes that there is one snapshot less of a volume. */
  synchronized void release(String project, String id) {
    kept(project, id).snapshots--;
  }

  /**
   * Begins to read a volume; it is free again as soon as that is found to be done.
   *
   * @param from the states that it may be in
   * @throws VolumeRefusal as {@link #hold} does
   */
  synchronized Volume upload(String project, String id, Set<String> from) {
    Kept kept = kept(project, id);
    if (!from.contains(kept.volume.status())) {
      throw refusal(kept.volume, "must be available");
    }
    Volume before = kept.volume;
    kept.uploaded = () -> false;
    move(kept, "uploading");
    return before;
  }

  /** Says how to find out whether a volume has been read. */
  synchronized void uploading(String project, String id, BooleanSupplier done) {
    kept(project, id).uploaded = done;
  }

  synchronized Optional<Volume> find(String project, String id) {
    settle();
    return Optional.ofNullable(volumes.get(id))
        .map(it -> it.volume)
        .filter(it -> isOf(project, it));
  }

  /** Newest first. */
  synchronized List<Volume> all(String project) {
    settle();
    List<Volume> own = new ArrayList<>();
    for (Kept kept : volumes.values()) {
      if (isOf(project, kept.volume)) {
        own.add(kept.volume);
      }
    }
    Collections.reverse(own);
    return own;
  }

  /**
   * Changes in one step what the owner decides.
   *
   * @throws VolumeRefusal 404 for a volume that the project does not have
   */
  synchronized Volume change(String project, String id, UnaryOperator<VolumeSpec> change) {
    Kept kept = kept(project, id);
    kept.volume = kept.volume.as(change.apply(kept.volume.spec()), now());
    return kept.volume;
  }

  /**
   * Begins to delete a volume. One that is never done being created may go as well, or nobody could
   * clean up after that defect.
   *
   * @throws VolumeRefusal 404 for a volume that the project does not have, 400 for one whose state
   *     forbids it
   */
  synchronized void delete(String project, String id) {
    Kept kept = kept(project, id);
    boolean atRest = kept.stuck || DELETABLE.contains(kept.volume.status());
    if (!atRest || kept.snapshots > 0) {
      throw refusal(kept.volume, "must be available or error, without snapshots, to be deleted");
    }
    kept.stuck = false;
    move(kept, "deleting");
    kept.stages.then(() -> volumes.remove(id));
  }

  synchronized List<String> resources() {
    settle();
    return volumes.values().stream().map(it -> it.volume.label()).sorted().toList();
  }

  synchronized Usage usage(String project) {
    settle();
    List<Kept> own = volumes.values().stream().filter(it -> isOf(project, it.volume)).toList();
    int gigabytes = own.stream().mapToInt(it -> it.volume.spec().size() * (1 + it.snapshots)).sum();
    return new Usage(own.size(), gigabytes);
  }

  private void requireRoom(String project, int size) {
    requireGigabytes(project, size);
    if (usage(project).volumes() >= MOST_VOLUMES) {
      throw new VolumeRefusal(
          413, "VolumeLimitExceeded: no more than %d volumes are allowed.".formatted(MOST_VOLUMES));
    }
  }

  private void requireGigabytes(String project, int size) {
    int used = usage(project).gigabytes();
    if (size > MOST_GIGABYTES - used) {
      throw new VolumeRefusal(
          413,
          "VolumeSizeExceedsAvailableQuota: %d GB do not fit, %d of %d GB are in use."
              .formatted(size, used, MOST_GIGABYTES));
    }
  }

  private Kept reserved(String project, String volumeId, Attachment attachment) {
    Kept kept = kept(project, volumeId);
    if (!kept.volume.status().equals(AVAILABLE)) {
      throw refusal(kept.volume, "must be available to be attached");
    }
    kept.volume = kept.volume.tied(attachment, now());
    move(kept, "attaching");
    return kept;
  }

  private Kept kept(String project, String id) {
    return find(project, id)
        .map(it -> volumes.get(id))
        .orElseThrow(() -> new VolumeRefusal(404, "Volume " + id + " could not be found."));
  }

  private void settle() {
    for (Kept kept : List.copyOf(volumes.values())) {
      kept.stages.settle();
      if (kept.volume.status().equals("uploading") && kept.uploaded.getAsBoolean()) {
        move(kept, kept.volume.attachments().isEmpty() ? AVAILABLE : IN_USE);
      }
    }
  }

  private static boolean isOf(String project, Volume volume) {
    return volume.owner().project().equals(project);
  }

  private void move(Kept kept, String status) {
    kept.volume = kept.volume.in(status, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static VolumeRefusal refusal(Volume volume, String expected) {
    String id = volume.id();
    return new VolumeRefusal(
        400,
        "Invalid volume: Volume %s status %s, but it is %s."
            .formatted(id, expected, volume.status()));
  }
}
