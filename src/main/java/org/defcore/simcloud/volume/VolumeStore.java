package org.defcore.simcloud.volume;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Refusal;

/**
 * All volumes and their snapshots. Safe for use by many threads. A volume or snapshot that the
 * project does not have is refused with 404, and work that its state forbids with 400.
 */
public final class VolumeStore {

  /** The most volumes of a project, and the most snapshots. */
  static final int MOST = 10;

  static final int MOST_GIGABYTES = 1000;

  private static final String AVAILABLE = "available";
  private static final String IN_USE = "in-use";
  private static final Set<String> DELETABLE = Set.of(AVAILABLE, "error");

  private final Object lock = new Object();
  private final Shelf<Volume> volumes;
  private final Shelf<Snapshot> snapshots;
  private final Timing timing;

  /** Use of the quotas of a project; the gigabytes are those of snapshots, too. */
  record Usage(int volumes, int snapshots, int gigabytes) {}

  /**
   * A wish for a snapshot.
   *
   * @param from the states that the volume may be in
   */
  record Wish(
      VolumeSpec.Texts texts, String volume, Map<String, String> metadata, Set<String> from) {

    Wish {
      metadata = Map.copyOf(metadata);
      from = Set.copyOf(from);
    }
  }

  public VolumeStore(Timing timing) {
    this.timing = timing;
    this.volumes = Shelf.of(lock, timing, id -> VolumeFaults.notFound("Volume " + id));
    this.snapshots = Shelf.of(lock, timing, id -> VolumeFaults.notFound("Snapshot " + id));
  }

  Timing timing() {
    return timing;
  }

  Shelf<Volume> volumes() {
    return volumes;
  }

  Shelf<Snapshot> snapshots() {
    return snapshots;
  }

  /** Reserves an available volume for a server; it is in use some stages later. */
  public void attach(String project, String id, Attachment attachment) {
    synchronized (lock) {
      reserve(project, id, attachment);
      volumes.later(id, it -> it.tied(attachment, now()).in(IN_USE, now()));
    }
  }

  /**
   * Reserves an available volume for a server that will not get it; it is available again some
   * stages later.
   */
  public void failToAttach(String project, String id, Attachment attachment) {
    synchronized (lock) {
      reserve(project, id, attachment);
      volumes.later(id, it -> it.untied(now()).in(AVAILABLE, now()));
    }
  }

  private void reserve(String project, String id, Attachment attachment) {
    require(project, id, Set.of(AVAILABLE), "must be available to be attached");
    volumes.change(id, it -> it.tied(attachment, now()).in("attaching", now()));
  }

  /**
   * Begins to undo an attachment; the volume is available some stages later. One that the server
   * does not use is refused with 404.
   */
  public void detach(String project, String id, String server) {
    synchronized (lock) {
      if (!volumes.require(project, id).isTiedTo(server)) {
        throw VolumeFaults.refusal(404, "Volume " + id + " is not attached to " + server + ".");
      }
      require(project, id, Set.of(IN_USE), "must be in-use to be detached");
      move(id, "detaching");
      volumes.later(id, it -> it.untied(now()).in(AVAILABLE, now()));
    }
  }

  /** Returns whether there is an attachment: from when it is asked for until it is undone. */
  public boolean isAttached(String id, String server) {
    return !volumes.everyone(it -> it.id().equals(id) && it.isTiedTo(server)).isEmpty();
  }

  /**
   * Adds a volume that is being created and passes through these states; without any it is never
   * done.
   *
   * @throws Refusal 413 when it would be more than the project may have
   */
  Volume add(Caller owner, VolumeSpec spec, List<String> course) {
    synchronized (lock) {
      requireGigabytes(owner.project(), spec.size());
      if (usage(owner.project()).volumes() >= MOST) {
        throw VolumeFaults.overLimit(
            "VolumeLimitExceeded: no more than %d volumes are allowed.".formatted(MOST));
      }
      Volume volume = Volume.create(Ids.uuid(), owner, spec, timing.clock().instant());
      // Only the answer to the creation knows the moment better than to the second.
      volumes.add(volume.id(), owner.project(), volume.toTheSecond());
      for (String state : course) {
        volumes.later(volume.id(), it -> it.in(state, now()));
      }
      return volume;
    }
  }

  /**
   * Adds a snapshot, which is available some stages later and keeps its volume from being deleted.
   *
   * @throws Refusal 413 when it would be more than the project may have
   */
  Snapshot add(Caller owner, Wish wish) {
    synchronized (lock) {
      String project = owner.project();
      if (usage(project).snapshots() >= MOST) {
        throw VolumeFaults.overLimit(
            "SnapshotLimitExceeded: no more than %d snapshots are allowed.".formatted(MOST));
      }
      VolumeSpec of = require(project, wish.volume(), wish.from(), "must be available").spec();
      requireGigabytes(project, of.size());
      SnapshotSpec spec =
          new SnapshotSpec(
              wish.texts(), wish.volume(), of.size(), wish.metadata(), of.source().image());
      Snapshot snapshot = Snapshot.create(Ids.uuid(), owner, spec, timing.clock().instant());
      snapshots.add(snapshot.id(), project, snapshot.toTheSecond());
      snapshots.later(snapshot.id(), it -> it.in(AVAILABLE, now()));
      return snapshot;
    }
  }

  /** Begins to read a volume in one of these states, and returns it as it was before. */
  Volume upload(String project, String id, Set<String> from) {
    synchronized (lock) {
      Volume before = require(project, id, from, "must be available");
      move(id, "uploading");
      return before;
    }
  }

  /** Says how to find out whether a volume has been read: it is free again then. */
  void uploading(String id, BooleanSupplier done) {
    volumes.later(id, done, it -> it.in(it.attachments().isEmpty() ? AVAILABLE : IN_USE, now()));
  }

  /** Changes in one step what the owner of a volume decides. */
  Volume change(String project, String id, UnaryOperator<VolumeSpec> how) {
    volumes.require(project, id);
    return volumes.change(id, it -> it.as(how.apply(it.spec()), now()));
  }

  /** Changes in one step what the owner of a snapshot decides. */
  Snapshot changeSnapshot(String project, String id, UnaryOperator<SnapshotSpec> how) {
    snapshots.require(project, id);
    return snapshots.change(id, it -> it.as(how.apply(it.spec()), now()));
  }

  /**
   * Begins to delete a volume. One that is never done being created may go as well, or nobody could
   * clean up after that defect.
   */
  void delete(String project, String id) {
    synchronized (lock) {
      Volume volume = volumes.require(project, id);
      boolean stuck = volume.status().equals("creating") && volumes.isAtRest(id);
      boolean hasSnapshots = !snapshots.everyone(it -> it.spec().volume().equals(id)).isEmpty();
      if (hasSnapshots || !(stuck || DELETABLE.contains(volume.status()))) {
        throw invalid(volume, "must be available or error, without snapshots, to be deleted");
      }
      move(id, "deleting");
      volumes.removeLater(id);
    }
  }

  /** Begins to delete a snapshot. */
  void deleteSnapshot(String project, String id) {
    synchronized (lock) {
      String status = snapshots.require(project, id).status();
      if (!DELETABLE.contains(status)) {
        throw VolumeFaults.badRequest(
            "Invalid snapshot: It has to be available or error, not " + status);
      }
      snapshots.change(id, it -> it.in("deleting", now()));
      snapshots.removeLater(id);
    }
  }

  Usage usage(String project) {
    List<Volume> own = volumes.all(project);
    List<Snapshot> copies = snapshots.all(project);
    int gigabytes =
        own.stream().mapToInt(it -> it.spec().size()).sum()
            + copies.stream().mapToInt(it -> it.spec().size()).sum();
    return new Usage(own.size(), copies.size(), gigabytes);
  }

  private void requireGigabytes(String project, int size) {
    int used = usage(project).gigabytes();
    if (size > MOST_GIGABYTES - used) {
      throw VolumeFaults.overLimit(
          "VolumeSizeExceedsAvailableQuota: %d GB do not fit, %d of %d GB are in use."
              .formatted(size, used, MOST_GIGABYTES));
    }
  }

  private Volume require(String project, String id, Set<String> states, String expected) {
    Volume volume = volumes.require(project, id);
    if (!states.contains(volume.status())) {
      throw invalid(volume, expected);
    }
    return volume;
  }

  private static Refusal invalid(Volume volume, String expected) {
    return VolumeFaults.badRequest(
        "Invalid volume: Volume %s status %s, but it is %s."
            .formatted(volume.id(), expected, volume.status()));
  }

  private void move(String id, String status) {
    volumes.change(id, it -> it.in(status, now()));
  }

  private Instant now() {
    return timing.second();
  }
}
